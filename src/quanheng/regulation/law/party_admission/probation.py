"""Probation of members: length, extension, Party age, breaches (article 32)."""

from datetime import date

from quanheng.kernel.dates import corresponding_day
from quanheng.kernel.expressions import fact, param
from quanheng.kernel.offsets import later
from quanheng.kernel.shares import Share, is_share
from quanheng.regulation.core.derivations import Derivation
from quanheng.regulation.core.rules import Effect, Rule


def _ends(
    party_admitted_on: date, party_probation_extension: int | None, probation_months: int, *, on: date
) -> date:
    """An extension that nobody recorded is taken as none."""
    return corresponding_day(party_admitted_on, probation_months + (party_probation_extension or 0))


ends = Derivation(
    id="party_admission.32.ends",
    catalogue="br-probation-year",
    subject="branch_meeting",
    since=date(1990, 1, 1),
    term="预备期满日",
    term_en="End of probation",
    means=("Probation ends a year after the meeting that admitted, later by the months it was extended."),
    means_zh="预备期一年，自支部大会通过之日算起，延长的加上延长的月数。",
    fact="party_probation_ends_on",
    reads=("party_admitted_on",),
    optional=("party_probation_extension",),
    params=("party_admission.probation_months",),
    reckon=_ends,
    cites=("32",),
)


def _age(party_probation_ends_on: date, is_party_member_converted: bool, *, on: date) -> date | None:
    return party_probation_ends_on if is_party_member_converted else None


age = Derivation(
    id="party_admission.32.party_age",
    catalogue="br-probation-year",
    subject="branch_meeting",
    since=date(1990, 1, 1),
    term="党龄起算日",
    term_en="Party age from",
    means="Party age runs from the end of probation, even when the vote came later.",
    means_zh="党龄从预备期满转为正式党员之日算起，讨论推迟的仍从期满之日算起。",
    fact="party_age_from",
    reads=(
        "party_probation_ends_on",
        "is_party_member_converted",
    ),
    reckon=_age,
    cites=("32",),
)


age_right = Rule(
    id="party_admission.32.age",
    catalogue="br-probation-year",
    subject="branch_meeting",
    since=date(1990, 1, 1),
    term="党龄起算日的认定",
    term_en="Party age as recorded",
    means="Party age is recorded from the end of probation (or of its extension).",
    means_zh="认定的党龄起算日须为预备期（含延长）满之日。",
    requires=fact("party_age_stated_on") == fact("party_age_from"),
    effect=Effect.FORBID,
    cites=("32",),
)


extension_before = Rule(
    id="party_admission.32.extension.1990",
    catalogue="br-probation-year",
    subject="branch_meeting",
    since=date(1990, 1, 1),
    repealed=date(2014, 5, 28),
    term="延长预备期（1990年）",
    term_en="Extension (1990)",
    means="An extension lasts a year at most.",
    means_zh="延长预备期最长不超过一年。",
    when=fact("party_probation_extension") > 0,
    requires=fact("party_probation_extension") <= param("party_admission.extension_most_months"),
    effect=Effect.FORBID,
    cites=("32",),
)


extension = Rule(
    id="party_admission.32.extension",
    catalogue="br-probation-year",
    subject="branch_meeting",
    since=date(2014, 5, 28),
    term="延长预备期",
    term_en="Extension",
    means="Probation is extended once, by six to twelve months.",
    means_zh="预备期只能延长一次，不少于六个月、最长不超过一年。",
    when=fact("party_probation_extension") > 0,
    requires=(fact("party_probation_extension") >= param("party_admission.extension_least_months"))
    & (fact("party_probation_extension") <= param("party_admission.extension_most_months"))
    & ~fact("was_probation_extended_before"),
    effect=Effect.FORBID,
    cites=("32",),
)


moved = Rule(
    id="party_admission.32.moved_in",
    catalogue="br-probation-year",
    subject="branch_meeting",
    since=date(1990, 1, 1),
    term="转入预备党员推迟讨论",
    term_en="Putting off for those who moved in",
    means="Discussion on somebody who moved in may be put off six months at most.",
    means_zh="转入的预备党员可以推迟讨论转正，最长不超过六个月。",
    when=fact("is_moved_in_member"),
    requires=fact("conversion_discussed_on")
    <= later(fact("party_probation_ends_on"), months=param("party_admission.moved_in_months")),
    effect=Effect.WARN,
    cites=("moved_in",),
)


breach = Rule(
    id="party_admission.breach.measure",
    catalogue="br-probation-discipline",
    subject="branch_meeting",
    since=date(2004, 1, 1),
    term="预备党员违纪的处理",
    term_en="Breach by a probationary member",
    means=(
        "A probationary member gets no Party sanction: criticism or extension for a light "
        "breach, cancellation for a heavier one."
    ),
    means_zh=("预备党员违纪不给予党纪处分：情节较轻的批评教育或者延长预备期，情节较重的取消预备党员资格。"),
    when=fact("party_status") == "probationary",
    requires=(
        (fact("probationary_breach") == "light")
        & fact("probationary_measure").isin(("criticism", "extension"))
    )
    | ((fact("probationary_breach") == "heavy") & (fact("probationary_measure") == "cancellation")),
    effect=Effect.FORBID,
    cites=(
        "32",
        "party_discipline:probationary",
    ),
)


breach_again = Rule(
    id="party_admission.breach.again",
    catalogue="br-probation-discipline",
    subject="branch_meeting",
    since=date(2004, 1, 1),
    term="已延长过的不得再延长",
    term_en="No second extension for a breach",
    means="Extension for a breach counts against the once-only limit.",
    means_zh="已经延长过预备期的，只能批评教育或者取消资格。",
    when=(fact("party_status") == "probationary") & fact("was_probation_extended_before"),
    requires=fact("probationary_measure").isin(("criticism", "cancellation")),
    effect=Effect.FORBID,
    cites=(
        "32",
        "party_discipline:probationary",
    ),
)


general_before = Rule(
    id="party_admission.general.quorum",
    catalogue="br-quorum-general",
    subject="branch_meeting",
    since=date(1990, 1, 1),
    repealed=date(2018, 10, 28),
    verified=False,
    term="一般表决到会数（2018年前）",
    term_en="General quorum (before 2018)",
    means="By practice over half of those due attend.",
    means_zh="支部工作条例施行前，一般表决按做法须过半数到会。",
    when=fact("branch_meeting_kind").isin(
        ("discipline", "restoration", "disposal", "commendation", "general")
    ),
    requires=is_share(fact("branch_present"), Share.GT_HALF, of=fact("branch_due")),
    effect=Effect.FORBID,
    cites=("earlier_practice",),
)
