"""Who may hold a county rank, the years and level it asks for, what it changes, when it goes down."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from quanheng.kernel.expressions import fact
from quanheng.regulation.core.derivations import Derivation
from quanheng.regulation.core.rules import Effect, Rule

START, END = date(2015, 1, 1), date(2019, 6, 1)
GONE = "由2019年的职级制度代替"
RANKS = range(1, 6)
Results = Sequence[Mapping[str, Any]]


def _in_rank(results: Results, since: date, grade: str, on: date) -> int:
    """Years of a grade whose end lies in the present rank."""
    return sum(each["grade"] == grade and since <= date(each["year"], 12, 31) <= on for each in results)


def reckon_excellent(*, annual_results: Results, rank_since_on: date, on: date) -> int:
    """Years graded excellent in the present rank."""
    return _in_rank(annual_results, rank_since_on, "excellent", on)


def reckon_weak(*, annual_results: Results, rank_since_on: date, on: date) -> int:
    """Years graded basically competent in the present rank."""
    return _in_rank(annual_results, rank_since_on, "basically_competent", on)


def reckon_needed(*, target_county_rank: int, on: date, **months: int) -> int:
    """The months that a rank asks for."""
    return months.get(f"rank_{target_county_rank}_months", 0)


def reckon_level(*, target_county_rank: int, on: date, **levels: int) -> int | None:
    """The level that a rank asks for."""
    return levels.get(f"rank_{target_county_rank}_level")


def reckon_due(
    *,
    county_rank_months_needed: int,
    excellent_years_in_rank: int,
    weak_years_in_rank: int,
    excellent_months: int,
    weak_months: int,
    on: date,
) -> int:
    """Excellent years take months off, basically competent years add months."""
    due = county_rank_months_needed - excellent_years_in_rank * excellent_months
    return max(0, due + weak_years_in_rank * weak_months)


scope = Rule(
    id="county_ranks.scope",
    catalogue="pr-scope",
    subject="rank",
    since=START,
    repealed=END,
    gone=GONE,
    term="县以下职级适用范围",
    term_en="Who may hold a county rank",
    means="Registered civil servants and staff by reference of county and township organs; not departments of an area above division level.",
    means_zh="适用于县级、乡镇（街道）机关的公务员和参公人员；高于正处级的县（市、区）的部门和工勤人员不适用。",
    requires=fact("appraisee_kind").isin(("civil_servant", "by_reference"))
    & (
        (fact("county_rank_place") == "township")
        | ((fact("county_rank_place") == "county") & ~fact("is_area_above_division"))
    ),
    effect=Effect.FORBID,
    cites=("scope",),
)

township_above = Rule(
    id="county_ranks.scope.township",
    catalogue="pr-scope",
    subject="rank",
    since=START,
    repealed=END,
    gone=GONE,
    term="高于正处级县区的乡镇",
    term_en="Townships of an area above division level",
    means="Township staff of an area above division level: only if the implementing plan says so (unverified).",
    means_zh="高于正处级的县（市、区）的乡镇（街道）是否适用由实施方案确定（未经核实）。",
    when=fact("county_rank_place") == "township",
    requires=~fact("is_area_above_division"),
    effect=Effect.WARN,
    cites=("scope",),
    verified=False,
)

needed = Derivation(
    id="county_ranks.conditions.months",
    catalogue="pr-ladder",
    subject="rank",
    since=START,
    repealed=END,
    gone=GONE,
    term="县以下职级规定年限",
    term_en="Months that the rank asks for",
    means="Eight years for 科员级, twelve for 副科级, fifteen for 正科级, 副处级 and 正处级.",
    means_zh="晋升科员级八年，副科级十二年，正科级、副处级、正处级各十五年。",
    fact="county_rank_months_needed",
    reads=("target_county_rank",),
    params=tuple(f"county_ranks.rank_{rank}_months" for rank in RANKS),
    reckon=reckon_needed,
    cites=("conditions",),
)

level = Derivation(
    id="county_ranks.conditions.level_needed",
    catalogue="pr-ladder",
    subject="rank",
    since=START,
    repealed=END,
    gone=GONE,
    term="县以下职级所需级别",
    term_en="Level that the rank asks for",
    means="Level 25 for 科员级, 23 for 副科级, 20 for 正科级, 19 for 副处级, 17 for 正处级.",
    means_zh="晋升科员级达到二十五级，副科级二十三级，正科级二十级，副处级十九级，正处级十七级。",
    fact="county_rank_level",
    reads=("target_county_rank",),
    params=tuple(f"county_ranks.rank_{rank}_level" for rank in RANKS),
    reckon=reckon_level,
    cites=("conditions",),
)

due = Derivation(
    id="county_ranks.years.due",
    catalogue="pr-tenure-count",
    subject="rank",
    since=START,
    repealed=END,
    gone=GONE,
    term="增减后所需年限",
    term_en="Months needed after the adjustments",
    means="Each excellent year in the present rank takes six months off, each basically competent year adds twelve.",
    means_zh="任现职级以来每一个优秀年度减六个月，每一个基本称职年度加十二个月。",
    fact="county_rank_months_due",
    reads=("county_rank_months_needed", "excellent_years_in_rank", "weak_years_in_rank"),
    params=("county_ranks.excellent_months", "county_ranks.weak_months"),
    reckon=reckon_due,
    cites=("years",),
)

excellent = Derivation(
    id="county_ranks.years.excellent",
    catalogue="pr-tenure-count",
    subject="rank",
    since=START,
    repealed=END,
    gone=GONE,
    term="任现职级以来优秀年数",
    term_en="Years graded excellent in the present rank",
    means="Excellent years before the present rank do not count.",
    means_zh="任现职级以前的优秀年度不计算。",
    fact="excellent_years_in_rank",
    reads=("annual_results", "rank_since_on"),
    reckon=reckon_excellent,
    cites=("years",),
)

weak = Derivation(
    id="county_ranks.years.weak",
    catalogue="pr-tenure-count",
    subject="rank",
    since=START,
    repealed=END,
    gone=GONE,
    term="任现职级以来基本称职年数",
    term_en="Years graded basically competent in the present rank",
    means="Basically competent years in the present rank.",
    means_zh="任现职级以来基本称职的年度。",
    fact="weak_years_in_rank",
    reads=("annual_results", "rank_since_on"),
    reckon=reckon_weak,
    cites=("years",),
)

months = Rule(
    id="county_ranks.conditions.tenure",
    catalogue="pr-ladder",
    subject="rank",
    since=START,
    repealed=END,
    gone=GONE,
    term="县以下职级任职年限",
    term_en="Tenure before a county rank",
    means="The months in the rank or post below reach those needed after the adjustments.",
    means_zh="任规定的下一级职级、职务达到增减后所需的年限。",
    requires=fact("county_rank_months") >= fact("county_rank_months_due"),
    effect=Effect.FORBID,
    cites=("conditions", "years"),
)

level_reached = Rule(
    id="county_ranks.conditions.level",
    catalogue="pr-ladder",
    subject="rank",
    since=START,
    repealed=END,
    gone=GONE,
    term="县以下职级达到级别",
    term_en="Level before a county rank",
    means="The salary level has reached the one asked for (a smaller number is higher).",
    means_zh="级别达到规定的级别（数字小的级别高）。",
    requires=fact("salary_level") <= fact("county_rank_level"),
    effect=Effect.FORBID,
    cites=("conditions",),
)

window = Rule(
    id="county_ranks.conditions.window",
    catalogue="pr-ladder",
    subject="rank",
    since=START,
    repealed=END,
    gone=GONE,
    term="影响期内不得晋升县以下职级",
    term_en="No county rank in an effect period",
    means="No promotion while an effect period runs.",
    means_zh="处分等影响期内不得晋升县以下职级。",
    requires=fact("restricted_until") < fact("judged_on"),
    effect=Effect.FORBID,
    cites=("conditions",),
)

incompetent = Rule(
    id="county_ranks.years.incompetent",
    catalogue="pr-tenure-count",
    subject="rank",
    since=START,
    repealed=END,
    gone=GONE,
    term="不称职不得晋升县以下职级",
    term_en="No county rank after an incompetent year",
    means="An incompetent year in the present rank bars the promotion (unverified).",
    means_zh="任现职级以来有不称职年度的，不得晋升（未经核实）。",
    requires=fact("incompetent_years_in_rank") == 0,
    effect=Effect.FORBID,
    cites=("years",),
    verified=False,
)

stepwise = Rule(
    id="county_ranks.effect.stepwise",
    catalogue="pr-effect",
    subject="rank",
    since=START,
    repealed=END,
    gone=GONE,
    term="县以下职级逐级晋升",
    term_en="County ranks one at a time",
    means="County ranks are raised one at a time.",
    means_zh="县以下职级应当逐级晋升。",
    requires=fact("target_county_rank") <= fact("held_county_rank") + 1,
    effect=Effect.FORBID,
    cites=("effect",),
)

pay_only = Rule(
    id="county_ranks.effect",
    catalogue="pr-effect",
    subject="rank",
    since=START,
    repealed=END,
    gone=GONE,
    term="晋升职级只改变待遇",
    term_en="The rank changes pay only",
    means="Post and duties stay, no leadership headcount is used, and years in the rank are no years in a leading post.",
    means_zh="晋升职级的，工作职务不变，不占领导职数，职级年限不作为领导职务年限。",
    requires=~fact("are_duties_changed")
    & ~fact("is_leading_quota_used")
    & ~fact("is_county_rank_counted_as_post"),
    effect=Effect.FORBID,
    cites=("effect",),
)

lowered = Rule(
    id="county_ranks.lowered",
    catalogue="pr-lower-rank",
    subject="rank",
    since=START,
    repealed=END,
    gone=GONE,
    term="县以下职级降低",
    term_en="County rank goes down",
    means="An incompetent year lowers the county rank (unverified).",
    means_zh="年度考核不称职的，降低县以下职级（未经核实）。",
    when=fact("appraised_grade") == "incompetent",
    requires=fact("is_rank_lowered"),
    effect=Effect.WARN,
    cites=("lowered",),
    verified=False,
)
