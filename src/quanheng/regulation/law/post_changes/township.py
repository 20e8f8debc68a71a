"""Promotion to township-level leading posts from 2008-02-29 to 2020-03-02."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from quanheng.kernel.expressions import fact, param
from quanheng.regulation.core.derivations import Derivation
from quanheng.regulation.core.rules import Effect, Rule
from quanheng.regulation.law.post_levels.bars import reckon_regime

START, END = date(2008, 2, 29), date(2020, 3, 3)
RISING = (fact("move") == "promotion") & (fact("post_tier") == "township") & fact("is_leading_post")
MONTHS_A_YEAR = 12
CREDITED = ("excellent", "competent")


def reckon_weak(
    *,
    annual_results: Sequence[Mapping[str, Any]],
    post_role: str,
    chief_months: int,
    deputy_months: int,
    on: date,
) -> int | None:
    """Years below competent, without a grade or without appraisal in the required years before the day; None when one is missing."""
    years = (chief_months if post_role == "chief" else deputy_months) // MONTHS_A_YEAR
    held = {each["year"]: each["grade"] for each in annual_results}
    span = [held.get(year) for year in range(on.year - years, on.year)]
    return None if None in span else sum(grade not in CREDITED for grade in span)


chief = Rule(
    id="post_changes.19.chief",
    catalogue="tp-tenure-2008",
    subject="rank",
    since=START,
    repealed=END,
    gone="由《公务员职务、职级与级别管理办法》代替",
    term="晋升乡科级正职年限（2008年规定）",
    term_en="Tenure before township chief (rules of 2008)",
    means="To township chief: two years in a township deputy post.",
    means_zh="晋升乡科级正职领导职务的，任副乡科级职务两年以上。",
    when=RISING & (fact("post_role") == "chief"),
    requires=fact("months_as_deputy") >= param("post_changes.chief_months"),
    effect=Effect.FORBID,
    cites=("19",),
)

deputy = Rule(
    id="post_changes.19.deputy",
    catalogue="tp-tenure-2008",
    subject="rank",
    since=START,
    repealed=END,
    gone="由《公务员职务、职级与级别管理办法》代替",
    term="晋升乡科级副职年限（2008年规定）",
    term_en="Tenure before township deputy (rules of 2008)",
    means="To township deputy: three years in a clerk-level post.",
    means_zh="晋升乡科级副职领导职务的，任科员级职务三年以上。",
    when=RISING & (fact("post_role") == "deputy"),
    requires=fact("months_as_first_clerk") >= param("post_changes.deputy_months"),
    effect=Effect.FORBID,
    cites=("19",),
)

education = Rule(
    id="post_changes.19.education",
    catalogue="tp-tenure-2008",
    subject="rank",
    since=START,
    repealed=END,
    gone="由《公务员职务、职级与级别管理办法》代替",
    term="晋升乡科级领导职务学历",
    term_en="Education for township-level posts",
    means="Township-level leading posts: junior college or above.",
    means_zh="晋升乡科级领导职务的，具有大学专科以上学历。",
    when=RISING,
    requires=fact("education_rank") >= param("post_changes.education_floor"),
    effect=Effect.FORBID,
    cites=("19",),
)

weak_years = Derivation(
    id="post_changes.18.weak",
    catalogue="tp-tenure-2008",
    subject="rank",
    since=START,
    repealed=END,
    gone="由《公务员职务、职级与级别管理办法》代替",
    term="规定年限内称职以下年数",
    term_en="Years below competent in the required tenure",
    means="Years below competent or without a grade among the years that the tenure requires.",
    means_zh="规定任职年限（正职两年、副职三年）内称职以下、不定等次或者未参加考核的年数。",
    fact="weak_grades_in_span",
    reads=("annual_results", "post_role"),
    params=("post_changes.chief_months", "post_changes.deputy_months"),
    reckon=reckon_weak,
    cites=("18",),
)

grades = Rule(
    id="post_changes.18.grades",
    catalogue="tp-tenure-2008",
    subject="rank",
    since=START,
    repealed=END,
    gone="由《公务员职务、职级与级别管理办法》代替",
    term="任职年限内考核均称职以上",
    term_en="Every grade competent or better",
    means="Every annual grade within the required tenure is competent or better.",
    means_zh="晋升职务的，规定任职年限内年度考核结果均为称职以上等次。",
    when=RISING,
    requires=fact("weak_grades_in_span") == 0,
    effect=Effect.FORBID,
    cites=("18",),
)

fitness = Rule(
    id="post_changes.18.fitness",
    catalogue="tp-tenure-2008",
    subject="rank",
    since=START,
    repealed=END,
    gone="由《公务员职务、职级与级别管理办法》代替",
    term="身体健康",
    term_en="Physically able",
    means="Physically able to perform the duties.",
    means_zh="身体条件能够正常履行职责。",
    when=RISING,
    requires=fact("is_fit_for_duty"),
    effect=Effect.FORBID,
    cites=("18",),
)

stepwise = Rule(
    id="post_changes.21",
    catalogue="tp-tenure-2008",
    subject="rank",
    since=START,
    repealed=END,
    gone="由《公务员职务、职级与级别管理办法》代替",
    term="逐级晋升职务",
    term_en="Post by post",
    means="One step at a time; exceptions only by separate rules.",
    means_zh="晋升职务应当逐级晋升，破格或者越级须另有规定。",
    when=RISING & ~fact("is_exceptional"),
    requires=fact("level_jump") <= 1,
    effect=Effect.FORBID,
    cites=("21",),
)

regime = Derivation(
    id="post_changes.township",
    catalogue="tp-by-reference",
    subject="rank",
    since=START,
    repealed=END,
    term="乡科级参照执行（2008年）",
    term_en="Township level by reference (2008)",
    means="Township posts follow the selection regulations by reference: tenure from these rules, procedure as advice.",
    means_zh="乡科级职务参照党政领导干部选拔任用工作条例：任职年限按本规定，程序作为提示。",
    fact="township_regime",
    reads=("post_tier",),
    reckon=reckon_regime,
    cites=("2",),
)
