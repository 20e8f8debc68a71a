"""Article 7: what a promotion in a state administrative organ needed before 2008-02-29."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from quanheng.kernel.expressions import fact, param
from quanheng.regulation.core.derivations import Derivation
from quanheng.regulation.core.rules import Effect, Rule
from quanheng.regulation.law.post_levels.bars import reckon_regime

START, END = date(1996, 1, 1), date(2008, 2, 29)
CHIEFS = ("section_chief", "division_chief", "bureau_chief")
RESEARCHERS, INSPECTORS = ("assistant_researcher", "researcher"), ("assistant_inspector", "inspector")
DIVISION_UP = ("division_chief", "division_deputy", "bureau_chief", "bureau_deputy", "ministry_deputy")
CREDITED = ("excellent", "competent")


def reckon_needed(
    *,
    title_1996: str,
    chief_months: int,
    deputy_months: int,
    researcher_months: int,
    inspector_months: int,
    on: date,
) -> int:
    """Months needed in the next lower post."""
    if title_1996 in CHIEFS:
        return chief_months
    if title_1996 in RESEARCHERS:
        return researcher_months
    return inspector_months if title_1996 in INSPECTORS else deputy_months


def _last(results: Sequence[Mapping[str, Any]], years: int, grades: tuple[str, ...], on: date) -> int:
    held = {each["year"]: each["grade"] for each in results}
    return sum(held.get(year) in grades for year in range(on.year - years, on.year))


def reckon_excellent(*, annual_results: Sequence[Mapping[str, Any]], excellent_years: int, on: date) -> int:
    """Years graded excellent among the last two."""
    return _last(annual_results, excellent_years, ("excellent",), on)


def reckon_competent(*, annual_results: Sequence[Mapping[str, Any]], competent_years: int, on: date) -> int:
    """Years graded competent or better among the last three."""
    return _last(annual_results, competent_years, CREDITED, on)


needed = Derivation(
    id="early_post_changes.7.needed",
    catalogue="tp-tenure-1996",
    subject="rank",
    since=START,
    repealed=END,
    gone="由《公务员职务任免与职务升降规定（试行）》代替",
    term="晋升所需任职年限（1996年）",
    term_en="Months needed (1996)",
    means="Two years to a chief post, three to deputy posts and up to principal staff member, four to researchers, five to inspectors.",
    means_zh="晋升科、处、司级正职两年，各级副职和科员、副主任科员、主任科员三年，助理调研员、调研员四年，助理巡视员、巡视员五年。",
    fact="step_months_needed",
    reads=("title_1996",),
    params=tuple(
        f"early_post_changes.{each}_months" for each in ("chief", "deputy", "researcher", "inspector")
    ),
    reckon=reckon_needed,
    cites=("7",),
)

tenure = Rule(
    id="early_post_changes.7.tenure",
    catalogue="tp-tenure-1996",
    subject="rank",
    since=START,
    repealed=END,
    gone="由《公务员职务任免与职务升降规定（试行）》代替",
    term="晋升任职年限（1996年）",
    term_en="Tenure (1996)",
    means="The months in the next lower post reach those needed.",
    means_zh="在下一级职务任职达到规定年限。",
    requires=fact("step_months") >= fact("step_months_needed"),
    effect=Effect.FORBID,
    cites=("7",),
)

excellent = Derivation(
    id="early_post_changes.7.excellent",
    catalogue="tp-tenure-1996",
    subject="rank",
    since=START,
    repealed=END,
    gone="由《公务员职务任免与职务升降规定（试行）》代替",
    term="近两年优秀年数",
    term_en="Years graded excellent in the last two",
    means="Years graded excellent among the last two.",
    means_zh="近两年年度考核优秀的年数。",
    fact="excellent_years_last_2",
    reads=("annual_results",),
    params=("early_post_changes.excellent_years",),
    reckon=reckon_excellent,
    cites=("7",),
)

competent = Derivation(
    id="early_post_changes.7.competent",
    catalogue="tp-tenure-1996",
    subject="rank",
    since=START,
    repealed=END,
    gone="由《公务员职务任免与职务升降规定（试行）》代替",
    term="近三年称职以上年数",
    term_en="Years competent or better in the last three",
    means="Years graded competent or better among the last three.",
    means_zh="近三年年度考核称职以上的年数。",
    fact="competent_years_last_3",
    reads=("annual_results",),
    params=("early_post_changes.competent_years",),
    reckon=reckon_competent,
    cites=("7",),
)

grades = Rule(
    id="early_post_changes.7.grades",
    catalogue="tp-tenure-1996",
    subject="rank",
    since=START,
    repealed=END,
    gone="由《公务员职务任免与职务升降规定（试行）》代替",
    term="晋升考核结果（1996年）",
    term_en="Grades (1996)",
    means="Excellent in the last two years, or competent or better in the last three.",
    means_zh="近两年年度考核优秀，或者近三年年度考核称职以上。",
    requires=(fact("excellent_years_last_2") >= param("early_post_changes.excellent_years"))
    | (fact("competent_years_last_3") >= param("early_post_changes.competent_years")),
    effect=Effect.FORBID,
    cites=("7",),
)

service = Rule(
    id="early_post_changes.7.service",
    catalogue="tp-tenure-1996",
    subject="rank",
    since=START,
    repealed=END,
    gone="由《公务员职务任免与职务升降规定（试行）》代替",
    term="工龄和基层经历（1996年）",
    term_en="Service and grass roots (1996)",
    means="Division deputy and above: normally five years of service and two at the grass roots.",
    means_zh="晋升处级副职以上领导职务，一般具有五年以上工龄和两年以上基层工作经历。",
    when=fact("title_1996").isin(DIVISION_UP),
    requires=(fact("service_months") >= param("early_post_changes.service_months"))
    & (fact("grassroots_months") >= param("early_post_changes.grassroots_months")),
    effect=Effect.WARN,
    cites=("7",),
)

education = Rule(
    id="early_post_changes.7.education",
    catalogue="tp-tenure-1996",
    subject="rank",
    since=START,
    repealed=END,
    gone="由《公务员职务任免与职务升降规定（试行）》代替",
    term="处级至司级学历（1996年）",
    term_en="Education (1996)",
    means="Division to bureau level: junior college or above.",
    means_zh="晋升处级至司级职务，具有大学专科以上学历。",
    when=fact("title_1996").isin(DIVISION_UP[:4]),
    requires=fact("education_rank") >= param("early_post_changes.education_floor"),
    effect=Effect.FORBID,
    cites=("7",),
)

regime = Derivation(
    id="early_post_changes.township",
    catalogue="tp-by-reference",
    subject="rank",
    since=date(2002, 7, 9),
    repealed=END,
    term="乡科级参照执行（2002年）",
    term_en="Township level by reference (2002)",
    means="Township posts follow the selection regulations by reference.",
    means_zh="乡科级职务参照党政领导干部选拔任用工作条例执行。",
    fact="township_regime",
    reads=("post_tier",),
    reckon=reckon_regime,
    cites=("reference",),
)
