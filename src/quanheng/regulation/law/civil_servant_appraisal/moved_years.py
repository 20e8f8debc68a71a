"""Who assesses people who were transferred, seconded, sent to aid, to study or on a task."""

from datetime import date, timedelta

from quanheng.kernel.dates import OPEN_ENDED, months_between
from quanheng.kernel.expressions import fact
from quanheng.regulation.core.derivations import Derivation
from quanheng.regulation.core.rules import Effect, Rule

SECOND, THIRD = date(2007, 1, 4), date(2020, 12, 28)
PRESENT = ("none", "transferred_in", "transferred")


def _host_months(first: date, last: date) -> int:
    return months_between(first, last + timedelta(days=1)) if first <= last else 0


def reckon_host_months(
    *, assessment_year: int, year_host_from_on: date, year_host_last_on: date, on: date
) -> int:
    """Full months at the host unit within the year."""
    first = max(year_host_from_on, date(assessment_year, 1, 1))
    return _host_months(first, min(year_host_last_on, date(assessment_year, 12, 31)))


def reckon_host_spell(*, year_host_from_on: date, year_host_last_on: date, on: date) -> int | None:
    """Full months of the whole spell; unknown while it runs on."""
    known = year_host_last_on != OPEN_ENDED
    return _host_months(year_host_from_on, year_host_last_on) if known else None


def _appraiser(move: str, months: int | None, least: int, hosted: tuple[str, ...]) -> str | None:
    if move in PRESENT:
        return "present"
    if move not in hosted:
        return None if move == "aid" else "sending"  # on loan, which no text names: as a special task
    return None if months is None else "host" if months >= least else "sending"


def reckon_appraiser_2007(
    *, year_move: str, host_spell_months: int | None, host_months_least: int, on: date
) -> str | None:
    """Secondment: the host unit, or the sending unit when the spell is shorter than half a year."""
    return _appraiser(year_move, host_spell_months, host_months_least, ("secondment",))


def reckon_appraiser(
    *, year_move: str, host_months_in_year: int | None, host_months_least: int, on: date
) -> str | None:
    """Secondment and aid: where the person worked half of the year or more."""
    return _appraiser(year_move, host_months_in_year, host_months_least, ("secondment", "aid"))


host_months = Derivation(
    id="civil_servant_appraisal.26.months",
    catalogue="k-moved-year",
    subject="appraisal",
    since=SECOND,
    term="该年度在接收单位工作月数",
    term_en="Months of the year at the host unit",
    means="Full months of the assessed year worked at the host unit.",
    means_zh="考核年度内在接收单位工作的整月数。",
    fact="host_months_in_year",
    reads=("assessment_year", "year_host_from_on", "year_host_last_on"),
    reckon=reckon_host_months,
    cites=("26",),
)

host_spell = Derivation(
    id="civil_servant_appraisal.26.spell",
    catalogue="k-moved-year",
    subject="appraisal",
    since=SECOND,
    repealed=THIRD,
    term="挂职时间",
    term_en="Length of the secondment",
    means="Full months of the whole secondment.",
    means_zh="整个挂职期间的整月数。",
    fact="host_spell_months",
    reads=("year_host_from_on", "year_host_last_on"),
    reckon=reckon_host_spell,
    cites=("26",),
)

appraiser_2007 = Derivation(
    id="civil_servant_appraisal.26.appraiser.2007",
    catalogue="k-moved-year",
    subject="appraisal",
    since=SECOND,
    repealed=THIRD,
    term="考核单位（2007年）",
    term_en="Unit that assesses (2007)",
    means="Moved: the present unit; study: the sending unit; secondment: the host unit, under half a year the sending unit.",
    means_zh="调任、转任的由现工作单位考核，派出学习的由派出单位考核，挂职的由挂职单位考核，不足半年的由派出单位考核。",
    fact="year_appraiser",
    reads=("year_move",),
    optional=("host_spell_months",),
    params=("civil_servant_appraisal.host_months_least",),
    reckon=reckon_appraiser_2007,
    cites=("26",),
)

appraiser = Derivation(
    id="civil_servant_appraisal.26.appraiser",
    catalogue="k-moved-year",
    subject="appraisal",
    since=THIRD,
    term="考核单位",
    term_en="Unit that assesses",
    means="Moved: the present unit; study and special tasks: the sending unit; aid and secondment: where half the year was worked.",
    means_zh="调任、转任的由现工作单位考核，派出学习、专项工作的由派出单位考核，援派、挂职的由当年工作半年以上的单位考核。",
    fact="year_appraiser",
    reads=("year_move",),
    optional=("host_months_in_year",),
    params=("civil_servant_appraisal.host_months_least",),
    reckon=reckon_appraiser,
    cites=("26",),
)

assessed_by = Rule(
    id="civil_servant_appraisal.26",
    catalogue="k-moved-year",
    subject="appraisal",
    since=SECOND,
    term="由规定的单位考核",
    term_en="Assessed by the right unit",
    means="The year of someone who moved is assessed by the unit that the rules name.",
    means_zh="调任、转任、挂职、派出人员由规定的单位考核。",
    requires=fact("appraised_by") == fact("year_appraiser"),
    effect=Effect.WARN,
    cites=("26",),
)
