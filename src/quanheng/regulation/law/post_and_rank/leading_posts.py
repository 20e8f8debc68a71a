"""Months at the lower post or rank before a township-level leading post. Higher levels wait for the confirmed table."""

from datetime import date

from quanheng.kernel.expressions import fact, param
from quanheng.regulation.core.rules import Effect, Rule

RISING = (fact("move") == "promotion") & (fact("post_tier") == "township") & fact("is_leading_post")

chief_2008 = Rule(
    id="post_and_rank.chief.2008",
    catalogue="a-rank-to-leader",
    subject="candidacy",
    since=date(2008, 2, 29),
    repealed=date(2020, 3, 3),
    term="晋升乡科级正职年限（2008年）",
    term_en="Tenure before township chief (2008)",
    means="To township chief: two years as township deputy.",
    means_zh="晋升乡科级正职领导职务的，任副乡科级职务两年以上。",
    when=RISING & (fact("post_role") == "chief"),
    requires=fact("months_as_deputy") >= param("post_and_rank.chief_months"),
    effect=Effect.FORBID,
    cites=("post_changes:19",),
)

chief = Rule(
    id="post_and_rank.chief",
    catalogue="a-rank-to-leader",
    subject="candidacy",
    since=date(2020, 3, 3),
    term="晋升乡科级正职年限",
    term_en="Tenure before township chief",
    means="To township chief: two years in all as township deputy and in the third and fourth section ranks.",
    means_zh="晋升乡科级正职领导职务的，任乡科级副职和三级、四级主任科员合计两年以上。",
    when=RISING & (fact("post_role") == "chief"),
    requires=(fact("months_as_deputy") >= param("post_and_rank.chief_months"))
    | (fact("months_in_section_ranks") >= param("post_and_rank.chief_months"))
    | (fact("months_as_deputy") + fact("months_in_section_ranks") >= param("post_and_rank.chief_months")),
    effect=Effect.FORBID,
    cites=("post_levels:tenure", "table"),
)

deputy = Rule(
    id="post_and_rank.deputy",
    catalogue="a-rank-to-leader",
    subject="candidacy",
    since=date(2008, 2, 29),
    term="晋升乡科级副职年限",
    term_en="Tenure before township deputy",
    means="To township deputy: three years as first-grade clerk (before 2020: clerk level).",
    means_zh="晋升乡科级副职领导职务的，任一级科员（2020年前为科员级职务）三年以上。",
    when=RISING & (fact("post_role") == "deputy"),
    requires=fact("months_as_first_clerk") >= param("post_and_rank.deputy_months"),
    effect=Effect.FORBID,
    cites=("post_changes:19", "post_levels:tenure"),
)
