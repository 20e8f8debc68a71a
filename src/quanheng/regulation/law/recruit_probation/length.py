"""How long a recruit's probation lasts, and from when tenure counts (articles 2, 13, 14)."""

from datetime import date, timedelta

from quanheng.kernel.dates import corresponding_day, last_day
from quanheng.kernel.expressions import fact, param
from quanheng.kernel.offsets import later
from quanheng.kernel.workdays import last_workday_after
from quanheng.regulation.core.derivations import Derivation
from quanheng.regulation.core.rules import Effect, Rule


def _base(recruit_reported_on: date, recruit_probation_months: int, *, on: date) -> date:
    return last_day(recruit_reported_on, recruit_probation_months)


base = Derivation(
    id="recruit_probation.2.base",
    catalogue="rt-probation-one-year",
    subject="recruit",
    since=date(2011, 5, 25),
    term="录用试用期最后一日（未计顺延）",
    term_en="Last day of probation, without extension",
    means="One year from the day of reporting; complete on the corresponding day.",
    means_zh="试用期一年，自报到之日起计算，最后一日为对应日的前一日。",
    fact="recruit_base_last_on",
    reads=("recruit_reported_on",),
    params=("civil_servant_law.recruit_probation_months",),
    reckon=_base,
    cites=(
        "2",
        "civil_servant_law:34",
    ),
)


def _last(
    recruit_base_last_on: date,
    recruit_leave_workdays: int | None,
    recruit_maternity_days: int | None,
    recruit_sanction_until: date | None,
    is_recruit_case_open: bool | None,
    leave_workdays: int,
    *,
    on: date,
) -> date | None:
    """Absence, sanctions and cases that nobody recorded are taken as none."""
    if is_recruit_case_open:
        return None
    day = recruit_base_last_on
    if recruit_leave_workdays is not None and recruit_leave_workdays > leave_workdays:
        day = last_workday_after(day, recruit_leave_workdays)
    day += timedelta(days=recruit_maternity_days or 0)
    return max(day, recruit_sanction_until or day)


last = Derivation(
    id="recruit_probation.13.last",
    catalogue="rt-probation-extension",
    subject="recruit",
    since=date(2011, 5, 25),
    term="录用试用期最后一日（计顺延）",
    term_en="Last day of probation, extended",
    means=(
        "More than forty working days of sick and private leave extend probation by those "
        "working days, maternity by its days, a running sanction to its end; an open case "
        "leaves it undecided."
    ),
    means_zh=(
        "病事假累计超过四十个工作日的顺延相应工作日；孕期、产期、哺乳期缺勤顺延相应天数；受处"
        "分的顺延至处分期满；立案未结的待结案后确定。"
    ),
    fact="recruit_last_on",
    reads=("recruit_base_last_on",),
    optional=(
        "recruit_leave_workdays",
        "recruit_maternity_days",
        "recruit_sanction_until",
        "is_recruit_case_open",
    ),
    params=("recruit_probation.leave_workdays",),
    reckon=_last,
    cites=("13",),
)


def _complete(recruit_last_on: date, *, on: date) -> date:
    return recruit_last_on + timedelta(days=1)


complete = Derivation(
    id="recruit_probation.2.complete",
    catalogue="rt-probation-one-year",
    subject="recruit",
    since=date(2011, 5, 25),
    term="试用期满之日",
    term_en="Day probation is complete",
    means="Probation is complete on the day after its last day.",
    means_zh="试用期最后一日的次日为试用期满之日。",
    fact="recruit_complete_on",
    reads=("recruit_last_on",),
    reckon=_complete,
    cites=(
        "2",
        "14",
    ),
)


def _tenure(recruit_complete_on: date, *, on: date) -> date:
    return recruit_complete_on


tenure = Derivation(
    id="recruit_probation.14.tenure",
    catalogue="rt-two-probations",
    subject="recruit",
    since=date(2011, 5, 25),
    term="新录用人员任职起算日",
    term_en="Tenure of a recruit from",
    means="A recruit's tenure starts at the end of probation, which does not count.",
    means_zh="新录用人员的任职时间自试用期满之日起算，试用期不计入。",
    fact="recruit_tenure_from",
    reads=("recruit_complete_on",),
    reckon=_tenure,
    cites=(
        "14",
        "first_posts:7",
    ),
)


def _first_clerk_done(recruit_tenure_from: date, deputy_months: int, *, on: date) -> date:
    return corresponding_day(recruit_tenure_from, deputy_months)


deputy = Derivation(
    id="recruit_probation.14.first_clerk",
    catalogue="rt-two-probations",
    subject="recruit",
    since=date(2011, 5, 25),
    term="任一级科员满三年之日",
    term_en="Three years as first clerk on",
    means=("The three years for deputy section head run from the end of probation, not from reporting."),
    means_zh="晋升乡科级副职所需任一级科员三年，自试用期满之日起算，不自报到之日起算。",
    fact="first_clerk_done_on",
    reads=("recruit_tenure_from",),
    params=("post_and_rank.deputy_months",),
    reckon=_first_clerk_done,
    cites=(
        "14",
        "post_and_rank:table",
    ),
)


def _year_in_tenure(recruit_tenure_from: date, assessment_year: int, *, on: date) -> bool:
    return recruit_tenure_from <= date(assessment_year, 12, 31)


year_in_tenure = Derivation(
    id="recruit_probation.8.first_year",
    catalogue="rt-first-year-grade",
    subject="recruit",
    since=date(2011, 5, 25),
    term="该年度是否在任职期内",
    term_en="Whether the year lies in tenure",
    means=(
        "A year of probation with comments only is no missing year: it counts only when "
        "tenure had begun by its end."
    ),
    means_zh="试用期内的年度只写评语、不定等次，年底前任职尚未开始的，不作为缺等次年度。",
    fact="is_year_in_tenure",
    reads=(
        "recruit_tenure_from",
        "assessment_year",
    ),
    reckon=_year_in_tenure,
    cites=("8",),
)


made_up = Rule(
    id="recruit_probation.13.made_up",
    catalogue="rt-probation-extension",
    subject="recruit",
    since=date(2011, 5, 25),
    term="十八个月内补足",
    term_en="Made up within eighteen months",
    means="Absence not made up within eighteen months of reporting is treated as failed.",
    means_zh="顺延后自报到之日起十八个月内仍不能补足的，视为考核不合格。",
    when=fact("recruit_leave_workdays") > param("recruit_probation.leave_workdays"),
    requires=fact("is_leave_made_up")
    | (
        fact("judged_on")
        <= later(fact("recruit_reported_on"), months=param("recruit_probation.make_up_months"))
    )
    | (fact("recruit_result") == "failed"),
    effect=Effect.FORBID,
    cites=("13",),
)


early = Rule(
    id="recruit_probation.13.early",
    catalogue="rt-probation-extension",
    subject="recruit",
    since=date(2011, 5, 25),
    term="不得提前考核",
    term_en="No early assessment",
    means="A recruit is not assessed before probation, extensions included, is complete.",
    means_zh="试用期（含顺延）未满的，不得进行试用期满考核。",
    requires=fact("recruit_assessed_on") >= fact("recruit_complete_on"),
    effect=Effect.FORBID,
    cites=(
        "8",
        "13",
    ),
)


case_open = Rule(
    id="recruit_probation.13.case",
    catalogue="rt-probation-extension",
    subject="recruit",
    since=date(2011, 5, 25),
    term="立案未结不得考核",
    term_en="No assessment while a case is open",
    means="While a case is open the assessment waits.",
    means_zh="被立案调查尚未结案的，结案后再确定。",
    when=fact("is_recruit_case_open"),
    requires=~fact("is_recruit_assessed"),
    effect=Effect.FORBID,
    cites=("13",),
)
