"""Raising and lowering a rank: years with their adjustments, bars, steps, and the ranks that came from older titles."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from quanheng.kernel.expressions import fact, param
from quanheng.kernel.workdays import workdays_inclusive
from quanheng.regulation.core.derivations import Derivation
from quanheng.regulation.core.rules import Effect, Rule

START = date(2019, 6, 1)
RISING = fact("rise_kind") == "rank"
UNCOUNTED = ("basically_competent", "ungraded")
MONTHS_A_YEAR = 12
Results = Sequence[Mapping[str, Any]]


def _in_span(results: Results, since: date, grades: tuple[str, ...], on: date) -> int:
    """Years of these grades whose end lies in the span from `since` to the day of judgement."""
    return sum(each["grade"] in grades and since <= date(each["year"], 12, 31) <= on for each in results)


def reckon_excellent(*, annual_results: Results, rank_since_on: date, on: date) -> int:
    """Years graded excellent since the present rank began."""
    return _in_span(annual_results, rank_since_on, ("excellent",), on)


def reckon_uncounted(*, annual_results: Results, rank_since_on: date, on: date) -> int:
    """Years graded basically competent or left ungraded since the present rank began."""
    return _in_span(annual_results, rank_since_on, UNCOUNTED, on)


def reckon_incompetent(*, annual_results: Results, rank_since_on: date, on: date) -> int:
    """Years graded incompetent since the present rank began."""
    return _in_span(annual_results, rank_since_on, ("incompetent",), on)


def reckon_workdays(*, rank_notice_from_on: date, rank_notice_until_on: date, on: date) -> int | None:
    """Working days of the printed notice period, both ends counted."""
    if rank_notice_until_on < rank_notice_from_on:
        return None
    return workdays_inclusive(rank_notice_from_on, rank_notice_until_on)


excellent_years = Derivation(
    id="post_and_rank.19.excellent",
    catalogue="rk-tenure-adjust",
    subject="rank",
    since=START,
    term="任职年限内优秀年数",
    term_en="Years graded excellent in the span",
    means="Years graded excellent since the present rank began.",
    means_zh="任现职级（职务）以来年度考核优秀的年数。",
    fact="excellent_years_in_span",
    reads=("annual_results", "rank_since_on"),
    reckon=reckon_excellent,
    cites=("19",),
)

uncounted_years = Derivation(
    id="post_and_rank.19.uncounted",
    catalogue="rk-tenure-adjust",
    subject="rank",
    since=START,
    term="不计算的年数",
    term_en="Years that do not count in the span",
    means="Years graded basically competent or left ungraded since the present rank began.",
    means_zh="任现职级（职务）以来基本称职或者不定等次的年数。",
    fact="uncounted_years_in_span",
    reads=("annual_results", "rank_since_on"),
    reckon=reckon_uncounted,
    cites=("19",),
)

incompetent_years = Derivation(
    id="post_and_rank.19.incompetent.years",
    catalogue="rk-tenure-adjust",
    subject="rank",
    since=START,
    term="不称职年数",
    term_en="Years graded incompetent in the span",
    means="Years graded incompetent since the present rank began.",
    means_zh="任现职级（职务）以来不称职的年数。",
    fact="incompetent_years_in_span",
    reads=("annual_results", "rank_since_on"),
    reckon=reckon_incompetent,
    cites=("19",),
)

years = Rule(
    id="post_and_rank.19",
    catalogue="rk-tenure-adjust",
    subject="rank",
    since=START,
    term="晋升职级年限",
    term_en="Years for a rank promotion",
    means="Months held, less twelve for each year that does not count, plus six for each excellent year, reach the months needed.",
    means_zh="任职月数减去不计算的年度，加上每个优秀年度缩短的六个月，达到晋升职级所需月数。",
    when=RISING,
    requires=fact("rank_months")
    + fact("excellent_years_in_span") * param("post_and_rank.excellent_shortens")
    - fact("uncounted_years_in_span") * MONTHS_A_YEAR
    >= fact("rank_months_needed"),
    effect=Effect.FORBID,
    cites=("18", "19"),
)

no_incompetent = Rule(
    id="post_and_rank.19.incompetent",
    catalogue="rk-tenure-adjust",
    subject="rank",
    since=START,
    term="年限内没有不称职",
    term_en="No incompetent year in the span",
    means="No year graded incompetent within the span.",
    means_zh="规定任职年限内的年度考核均为称职以上，有不称职的不得晋升职级。",
    when=RISING,
    requires=fact("incompetent_years_in_span") == 0,
    effect=Effect.FORBID,
    cites=("19",),
)

stepwise = Rule(
    id="post_and_rank.17.stepwise",
    catalogue="g-rank-eligibility",
    subject="rank",
    since=START,
    term="逐级晋升职级",
    term_en="Rank by rank",
    means="Ranks are raised one at a time.",
    means_zh="晋升职级应当逐级晋升。",
    when=RISING,
    requires=fact("target_rank") <= fact("held_rank") + 1,
    effect=Effect.FORBID,
    cites=("17",),
)

quota = Rule(
    id="post_and_rank.17.quota",
    catalogue="g-rank-eligibility",
    subject="rank",
    since=START,
    term="职级职数内晋升",
    term_en="Within the quota",
    means="A rank with a headcount ratio needs a free place.",
    means_zh="有职数比例限制的职级，应当在职数空缺内晋升。",
    when=RISING & fact("has_rank_ratio"),
    requires=fact("is_rank_quota_free"),
    effect=Effect.FORBID,
    cites=("17", "11"),
)

window = Rule(
    id="post_and_rank.21.window",
    catalogue="g-rank-eligibility",
    subject="rank",
    since=START,
    term="影响期内不得晋升职级",
    term_en="No rank promotion in an effect period",
    means="No rank promotion while an admonition, treatment or sanction runs.",
    means_zh="受诫勉、组织处理、处分等影响期未满的，不得晋升职级。",
    when=RISING,
    requires=fact("restricted_until") < fact("judged_on"),
    effect=Effect.FORBID,
    cites=("21",),
)

felt = Rule(
    id="post_and_rank.21.felt",
    catalogue="g-rank-eligibility",
    subject="rank",
    since=START,
    term="期满仍影响使用不得晋升职级",
    term_en="No rank promotion while still felt",
    means="No rank promotion while an admonition, treatment or sanction that is over still affects use.",
    means_zh="受诫勉、组织处理、处分等期满仍影响使用的，不得晋升职级。",
    when=RISING,
    requires=~fact("is_restriction_still_felt"),
    effect=Effect.FORBID,
    cites=("21",),
)

open_case = Rule(
    id="post_and_rank.21.case",
    catalogue="g-rank-eligibility",
    subject="rank",
    since=START,
    term="审查调查期间不得晋升职级",
    term_en="No rank promotion during an inquiry",
    means="No rank promotion during a disciplinary or criminal inquiry without conclusion.",
    means_zh="涉嫌违纪违法正在接受审查调查尚未作出结论的，不得晋升职级。",
    when=RISING,
    requires=~fact("is_under_investigation"),
    effect=Effect.FORBID,
    cites=("21",),
)

notice_days = Derivation(
    id="post_and_rank.20.days",
    catalogue="rk-rank-procedure",
    subject="rank",
    since=START,
    term="公示工作日数",
    term_en="Working days of the notice",
    means="Working days of the printed notice period, both ends counted.",
    means_zh="公示起止日期之间的工作日数，首尾两日均计算。",
    fact="rank_notice_workdays",
    reads=("rank_notice_from_on", "rank_notice_until_on"),
    reckon=reckon_workdays,
    cites=("20",),
)

notice = Rule(
    id="post_and_rank.20.notice",
    catalogue="rk-rank-procedure",
    subject="rank",
    since=START,
    term="职级晋升公示",
    term_en="Notice of a rank promotion",
    means="A notice of at least five working days, in the simplified procedure too.",
    means_zh="拟晋升职级人选公示不少于五个工作日，简化程序的也要公示。",
    when=RISING,
    requires=fact("rank_notice_workdays") >= param("post_and_rank.rank_notice_days"),
    effect=Effect.FORBID,
    cites=("20",),
)

approval = Rule(
    id="post_and_rank.20.approval",
    catalogue="rk-rank-procedure",
    subject="rank",
    since=START,
    term="职级晋升审批",
    term_en="Approval of a rank promotion",
    means="Approved by the authority that manages the person.",
    means_zh="职级晋升按照管理权限审批。",
    when=RISING,
    requires=fact("is_rank_approved"),
    effect=Effect.FORBID,
    cites=("20",),
)

steps = Rule(
    id="post_and_rank.20.steps",
    catalogue="rk-rank-procedure",
    subject="rank",
    since=START,
    term="职级晋升程序",
    term_en="Steps of a rank promotion",
    means="Plan, recommendation or appraisal, vetting and choice; ranks without a headcount ratio may be simplified.",
    means_zh="制定方案、民主推荐或者民主测评、考察了解并确定人选；没有职数限制的职级可以简化。",
    when=RISING & fact("has_rank_ratio"),
    requires=fact("is_rank_plan_made") & fact("is_rank_recommended") & fact("is_rank_inspected"),
    effect=Effect.FORBID,
    cites=("20",),
)

central_inspection = Rule(
    id="post_and_rank.20.inspection",
    catalogue="rk-rank-procedure",
    subject="rank",
    since=START,
    term="中央机关巡视员考察",
    term_en="Inspection for inspectors of central organs",
    means="Central organs inspect candidates for the inspectors' ranks; other bodies follow provincial rules.",
    means_zh="中央机关晋升一级、二级巡视员的应当考察，其他机关由省级规定。",
    when=RISING & (fact("rank_body") == "central") & fact("target_rank").isin((11, 12)),
    requires=fact("is_rank_inspected"),
    effect=Effect.FORBID,
    cites=("20",),
)

down = Rule(
    id="post_and_rank.22",
    catalogue="rk-rank-down",
    subject="rank",
    since=START,
    term="降低职级",
    term_en="Rank goes down",
    means="Unable to do the work, graded incompetent, or demoted or removed: the rank is lowered.",
    means_zh="不能胜任职位职责要求、年度考核不称职、受降职处理或者撤职处分的，降低职级。",
    when=fact("is_unfit_for_rank")
    | (fact("appraised_grade") == "incompetent")
    | fact("is_demoted_or_removed"),
    requires=fact("is_rank_lowered"),
    effect=Effect.WARN,
    cites=("22", "civil_servant_law:50"),
)
