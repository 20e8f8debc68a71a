"""留党察看: its length, the rights meanwhile, how rights return, what another breach leads to."""

from datetime import date

from quanheng.kernel.dates import last_day
from quanheng.kernel.expressions import fact, param
from quanheng.kernel.shares import Share, is_share
from quanheng.regulation.core.derivations import Derivation
from quanheng.regulation.core.rules import Effect, Rule

FIRST = date(2003, 12, 31)
PROBATION = fact("sanction_kind") == "party_probation"


def _until(
    *,
    sanction_effective_on: date,
    party_probation_months: int,
    party_probation_extension_months: int | None,
    replaced_kind: str | None,
    replaced_effective_on: date | None,
    on: date,
) -> date | None:
    start = replaced_effective_on if replaced_kind == "party_expulsion" else sanction_effective_on
    months = party_probation_months + (party_probation_extension_months or 0)
    return last_day(start or sanction_effective_on, months) if months else None


def _rights(*, party_probation_until: date, rights_restored_on: date | None, on: date) -> str | None:
    if rights_restored_on is not None:
        return "normal" if rights_restored_on <= on else "suspended"
    return "suspended" if on <= party_probation_until else None


until = Derivation(
    id="party_discipline.probation.until",
    catalogue="h-party-probation",
    subject="sanction",
    since=FIRST,
    term="留党察看最后一日",
    term_en="Last day of probation",
    means="Probation runs from its effect, in place of expulsion from the original expulsion, with its extension.",
    means_zh="留党察看自处分生效之日起算；由开除党籍改处的自原处分生效之日起算，由较轻处分改处的自改处之日起算。",
    fact="party_probation_until",
    reads=("sanction_effective_on", "party_probation_months"),
    optional=("party_probation_extension_months", "replaced_kind", "replaced_effective_on"),
    reckon=_until,
    cites=("probation",),
)

rights = Derivation(
    id="party_discipline.probation.rights",
    catalogue="h-party-probation",
    subject="sanction",
    since=FIRST,
    term="党员权利状态",
    term_en="Rights as a member",
    means="Rights return by decision only; probation that is over without a decision leaves them unknown.",
    means_zh="恢复权利以决定为准；期满没有恢复决定的，权利状态未知。",
    fact="party_rights",
    reads=("party_probation_until",),
    optional=("rights_restored_on",),
    reckon=_rights,
    cites=("probation", "restoration"),
)

length = Rule(
    id="party_discipline.probation.length",
    catalogue="h-party-probation",
    subject="sanction",
    since=FIRST,
    term="留党察看期限",
    term_en="Length of probation",
    means="Probation lasts one year or two.",
    means_zh="留党察看期限为一年或者二年。",
    when=PROBATION,
    requires=(fact("party_probation_months") == param("party_discipline.probation_months_least"))
    | (fact("party_probation_months") == param("party_discipline.probation_months_most")),
    effect=Effect.FORBID,
    cites=("probation",),
)

extension = Rule(
    id="party_discipline.probation.extension",
    catalogue="h-party-probation",
    subject="sanction",
    since=FIRST,
    term="留党察看延长",
    term_en="Extension of probation",
    means="Probation of one year may be extended once by a year; two years in all at most.",
    means_zh="留党察看一年期满仍不具备恢复条件的，延长一年，合计最长二年。",
    when=PROBATION & (fact("party_probation_extension_months") > 0),
    requires=(fact("party_probation_extension_months") == param("party_discipline.probation_months_least"))
    & (
        fact("party_probation_months") + fact("party_probation_extension_months")
        <= param("party_discipline.probation_months_most")
    ),
    effect=Effect.FORBID,
    cites=("probation",),
)

no_vote = Rule(
    id="party_discipline.probation.vote",
    catalogue="h-party-probation",
    subject="sanction",
    since=FIRST,
    term="留党察看期间没有表决权、选举权和被选举权",
    term_en="No vote during probation",
    means="During probation a member neither votes nor stands for election.",
    means_zh="留党察看期间没有表决权、选举权和被选举权。",
    when=fact("party_right_used").isin(("vote", "elect", "stand")),
    requires=fact("party_rights") == "normal",
    effect=Effect.FORBID,
    cites=("probation",),
)

not_early = Rule(
    id="party_discipline.probation.early",
    catalogue="h-party-probation",
    subject="sanction",
    since=FIRST,
    term="不得提前恢复权利",
    term_en="Rights do not return early",
    means="Rights return when probation is over, not before.",
    means_zh="留党察看期满后方可恢复党员权利，不得提前。",
    requires=fact("rights_restored_on") > fact("party_probation_until"),
    effect=Effect.FORBID,
    cites=("probation",),
)

new_breach = Rule(
    id="party_discipline.probation.breach",
    catalogue="h-party-probation",
    subject="sanction",
    since=FIRST,
    term="留党察看期间又有应受处分的错误",
    term_en="Another breach during probation",
    means="Another breach deserving a Party sanction that comes to light during probation leads to expulsion.",
    means_zh="留党察看期间又犯或者发现有其他应当受党纪处分的违纪行为的，应当开除党籍。",
    when=PROBATION & fact("has_new_breach_in_probation"),
    requires=fact("outcome_kind") == "party_expulsion",
    effect=Effect.FORBID,
    cites=("probation",),
)

restoration_vote = Rule(
    id="party_discipline.probation.restoration",
    catalogue="h-party-probation",
    subject="sanction",
    since=FIRST,
    term="恢复权利的支部大会",
    term_en="Branch meeting on restoring rights",
    means="More than half of those entitled attend and more than half of those due agree; the person does not vote.",
    means_zh="恢复党员权利的支部党员大会，应到会有表决权党员过半数到会、应到会过半数赞成，本人不参加表决。",
    when=fact("is_rights_restoration_vote"),
    requires=is_share(fact("members_present"), Share.GT_HALF, of=fact("members_should_attend"))
    & is_share(fact("votes_for"), Share.GT_HALF, of=fact("members_should_attend")),
    effect=Effect.FORBID,
    cites=("restoration",),
)

ended = Rule(
    id="party_discipline.21.probation",
    catalogue="h-party-resanction",
    subject="sanction",
    since=FIRST,
    term="留党察看期间再受处分",
    term_en="A new sanction during probation",
    means="A new sanction during probation itself is expulsion; windows are not added.",
    means_zh="留党察看期间再受党纪处分的，不相加影响期，应当开除党籍。",
    when=(fact("party_rights") == "suspended") & (fact("sanction_family") == "party"),
    requires=fact("outcome_kind") == "party_expulsion",
    effect=Effect.FORBID,
    cites=("probation",),
)
