"""Years of people under a state sanction, a treatment, an admonition or accountability."""

from datetime import date, timedelta

from quanheng.kernel.dates import NO_DATE, OPEN_ENDED, last_day
from quanheng.kernel.expressions import fact
from quanheng.regulation.core.derivations import Derivation
from quanheng.regulation.core.rules import Effect, Rule
from quanheng.regulation.law.civil_servant_appraisal.outcomes import fits

SECOND, THIRD = date(2007, 1, 4), date(2020, 12, 28)
ACCOUNTABLE, ADMONISHED, TREATED = date(2009, 6, 30), date(2015, 1, 1), date(2021, 3, 19)
TWO_YEARS = ("major_demerit", "downgrade", "removal")
TREATMENTS = ("accountability:10", "admonition:grade", "organisational_treatment:grade")
UNGRADED = ("ordered_resignation", "removal", "demotion")
MONTHS = tuple(
    f"state_sanctions.{each}_months"
    for each in ("warning", "demerit", "major_demerit", "demotion", "removal")
)


def reckon_last_on(
    *,
    year_sanction_kind: str,
    year_sanction_on: date,
    year_sanction_lifted_on: date | None,
    warning_months: int,
    demerit_months: int,
    major_demerit_months: int,
    demotion_months: int,
    removal_months: int,
    on: date,
) -> date:
    """The last day of the sanction: the eve of its lifting, or of the period the law gives it."""
    months = {
        "warning": warning_months,
        "demerit": demerit_months,
        "major_demerit": major_demerit_months,
        "downgrade": demotion_months,
        "removal": removal_months,
    }
    if year_sanction_kind == "none":
        return NO_DATE
    if year_sanction_kind not in months:
        return OPEN_ENDED
    period = last_day(year_sanction_on, months[year_sanction_kind])
    return min(period, year_sanction_lifted_on - timedelta(days=1)) if year_sanction_lifted_on else period


def _before_2020(year: int, kind: str, start: date, last: date | None) -> str | None:
    if kind == "warning":
        return "not_excellent" if year == start.year else "free"
    if last is None:
        return None
    return "ungraded" if start <= date(year, 12, 31) <= last else "free"


def _since_2020(year: int, kind: str, start: date) -> str:
    after = year - start.year
    if kind == "warning":
        return "not_excellent" if after == 0 else "free"
    return "ungraded" if 0 <= after <= (1 if kind in TWO_YEARS else 0) else "free"


def outcome_of(
    year: int, kind: str, start: date | None, last: date | None, revoked: bool | None, new: bool
) -> str | None:
    """What one state sanction does to a year, by the rules of 2007 or of 2020."""
    if kind == "none":
        return "free"
    if revoked:
        return "supplemented"
    if start is None or kind == "dismissal":
        return None
    return _since_2020(year, kind, start) if new else _before_2020(year, kind, start, last)


def reckon_state_2007(
    *,
    assessment_year: int,
    year_sanction_kind: str,
    year_sanction_on: date | None,
    year_sanction_last_on: date | None,
    is_year_sanction_revoked: bool | None,
    on: date,
) -> str | None:
    """No grade while the sanction runs on 31 December; after a warning not excellent that year."""
    return outcome_of(
        assessment_year,
        year_sanction_kind,
        year_sanction_on,
        year_sanction_last_on,
        is_year_sanction_revoked,
        new=False,
    )


def reckon_state(
    *,
    assessment_year: int,
    year_sanction_kind: str,
    year_sanction_on: date | None,
    year_sanction_last_on: date | None,
    is_year_sanction_revoked: bool | None,
    on: date,
) -> str | None:
    """No grade that year (demerit), that and the next year (heavier); years before 2020 by the rules of 2007."""
    return outcome_of(
        assessment_year,
        year_sanction_kind,
        year_sanction_on,
        year_sanction_last_on,
        is_year_sanction_revoked,
        new=assessment_year >= THIRD.year,
    )


def reckon_treatment(
    *, assessment_year: int, year_treatment_kind: str, year_treatment_on: date | None, on: date
) -> str | None:
    """What a treatment, admonition or accountability of the year does to its grade."""
    if year_treatment_kind in ("none", "suspension", "circular"):
        return "free"
    if year_treatment_on is None:
        return None
    begins = {"admonition": ADMONISHED, "accountability": ACCOUNTABLE}.get(year_treatment_kind, TREATED)
    if year_treatment_on.year != assessment_year or year_treatment_on < begins:
        return "free"
    return "ungraded" if year_treatment_kind in UNGRADED else "not_excellent"


last_on = Derivation(
    id="civil_servant_appraisal.29.last_on",
    catalogue="k-sanctioned-year",
    subject="appraisal",
    since=SECOND,
    term="处分期最后一日",
    term_en="Last day of the sanction",
    means="The period of the sanction from its effective day, or until it was lifted earlier.",
    means_zh="处分期自处分生效之日起算；提前解除的到解除前一日。",
    fact="year_sanction_last_on",
    reads=("year_sanction_kind", "year_sanction_on"),
    optional=("year_sanction_lifted_on",),
    params=MONTHS,
    reckon=reckon_last_on,
    cites=("29", "state_sanctions:8"),
)

state_2007 = Derivation(
    id="civil_servant_appraisal.29.outcome.2007",
    catalogue="k-sanctioned-year",
    subject="appraisal",
    since=SECOND,
    repealed=THIRD,
    term="受处分年度（2007年）",
    term_en="Year of a state sanction (2007)",
    means="Warning: not excellent that year; demerit and heavier: no grade while the sanction runs on 31 December.",
    means_zh="受警告处分的当年不得为优秀；受记过以上处分的，处分期间（以年末为准）只写评语、不定等次，解除后正常考核。",
    fact="state_year_outcome",
    reads=("assessment_year", "year_sanction_kind"),
    optional=("year_sanction_on", "year_sanction_last_on", "is_year_sanction_revoked"),
    reckon=reckon_state_2007,
    cites=("29",),
)

state_outcome = Derivation(
    id="civil_servant_appraisal.29.outcome",
    catalogue="k-sanctioned-year",
    subject="appraisal",
    since=THIRD,
    term="受处分年度",
    term_en="Year of a state sanction",
    means="Warning: not excellent that year; demerit: no grade that year; major demerit and heavier: none that and the next year.",
    means_zh="受警告的当年不得为优秀；受记过的当年只写评语、不定等次；受记大过、降级、撤职的当年及第二年只写评语、不定等次。",
    fact="state_year_outcome",
    reads=("assessment_year", "year_sanction_kind"),
    optional=("year_sanction_on", "year_sanction_last_on", "is_year_sanction_revoked"),
    reckon=reckon_state,
    cites=("29",),
)

state = Rule(
    id="civil_servant_appraisal.29",
    catalogue="k-sanctioned-year",
    subject="appraisal",
    since=SECOND,
    term="受处分的考核结果",
    term_en="Result under a state sanction",
    means="The year's result is the one due to the state sanction.",
    means_zh="受政务（行政）处分的，年度考核结果按规定确定。",
    requires=fits("state_year_outcome"),
    unless=("civil_servant_appraisal.several",),
    effect=Effect.FORBID,
    cites=("29",),
)

treatment_outcome = Derivation(
    id="civil_servant_appraisal.treatment.outcome",
    catalogue="k-org-treatment-year",
    subject="appraisal",
    since=ACCOUNTABLE,
    term="组织处理、诫勉、问责年度",
    term_en="Year of a treatment",
    means="Admonition, accountability (2009), change of post: not excellent; ordered resignation, removal, demotion: no grade.",
    means_zh="诫勉、问责（2009年）、调整职务的当年不得为优秀；责令辞职、免职、降职的当年只写评语、不定等次。",
    fact="treatment_year_outcome",
    reads=("assessment_year", "year_treatment_kind"),
    optional=("year_treatment_on",),
    reckon=reckon_treatment,
    cites=TREATMENTS,
)

treatment = Rule(
    id="civil_servant_appraisal.treatment",
    catalogue="k-org-treatment-year",
    subject="appraisal",
    since=ACCOUNTABLE,
    term="受组织处理、诫勉、问责的考核结果",
    term_en="Result after a treatment",
    means="The year's result is the one due to the treatment, admonition or accountability.",
    means_zh="受组织处理、诫勉、问责的，当年年度考核结果按规定确定。",
    requires=fits("treatment_year_outcome"),
    unless=("civil_servant_appraisal.several",),
    effect=Effect.FORBID,
    cites=TREATMENTS,
)

honours = Rule(
    id="civil_servant_appraisal.treatment.honours",
    catalogue="k-org-treatment-year",
    subject="appraisal",
    since=ACCOUNTABLE,
    term="当年不得评先评优",
    term_en="No honours that year",
    means="A treatment, admonition or accountability of the year: no honours that year.",
    means_zh="受组织处理、诫勉、问责的，当年不得评先评优。",
    when=fact("treatment_year_outcome").isin(("not_excellent", "ungraded")),
    requires=~fact("is_year_honoured"),
    effect=Effect.FORBID,
    cites=TREATMENTS,
)
