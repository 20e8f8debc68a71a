"""第四章 民主推荐: who takes part, directed or not, weight, validity of the result. Forms and attendance are in `ch4_recommendation`."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from quanheng.kernel.dates import add_months
from quanheng.kernel.expressions import fact
from quanheng.regulation.core.derivations import Derivation
from quanheng.regulation.core.rules import Effect, Rule

FIRST, SECOND, THIRD = date(2002, 7, 9), date(2014, 1, 14), date(2019, 3, 3)  # the three versions


Rows = Sequence[Mapping[str, Any]]
TERM_GROUPS = frozenset(
    (
        "party_committee",
        "three_bodies",
        "discipline",
        "justice_heads",
        "department_heads",
        "mass_heads",
        "lower_chiefs",
    )
)
DEPARTMENT_GROUPS = frozenset(("department_leaders", "unit_leaders", "attached_heads"))


def _absent(rows: Rows, wanted: frozenset[str]) -> int:
    return len(wanted - {str(row.get("group")) for row in rows})


def _term(*, recommendation_groups: Rows, on: date) -> int:
    return _absent(recommendation_groups, TERM_GROUPS)


def _term_2019(*, recommendation_groups: Rows, on: date) -> int:
    return _absent(recommendation_groups, TERM_GROUPS | {"supervision"})


def _department(*, recommendation_groups: Rows, on: date) -> int:
    return _absent(recommendation_groups, DEPARTMENT_GROUPS)


def _directed(*, recommendation_direction: str, on: date) -> bool:
    return recommendation_direction != "undirected"


def _until(*, recommended_on: date, recommendation_months: int, on: date) -> date:
    return add_months(recommended_on, recommendation_months)


valid_until = Derivation(
    id="selection_regulations.16.valid_until",
    catalogue="b-recommendation-validity-1y",
    subject="recommendation",
    since=FIRST,
    term="推荐结果有效期计算",
    term_en="Reckoning validity",
    means="Twelve months after the meeting, its own day not counted.",
    means_zh="推荐结果有效期自推荐之日起十二个月，推荐当日不计。",
    fact="recommended_until",
    reads=("recommended_on",),
    params=("selection_regulations.recommendation_months",),
    reckon=_until,
    cites=("recommendation_validity",),
)

directed_fact = Derivation(
    id="selection_regulations.17.directed",
    catalogue="b-recommendation-directed",
    subject="recommendation",
    since=FIRST,
    term="是否定向",
    term_en="Whether it is directed",
    means="Everything but an undirected recommendation is directed to a post.",
    means_zh="除非定向推荐外，均为定向推荐。",
    fact="is_directed",
    reads=("recommendation_direction",),
    reckon=_directed,
    cites=("17",),
)

full_slate = Rule(
    id="selection_regulations.17.full_slate",
    catalogue="b-recommendation-directed",
    subject="recommendation",
    since=FIRST,
    term="换届全额定向推荐",
    term_en="Full slate at a change of term",
    means="At a change of term the full slate is recommended by posts.",
    means_zh="换届时按职位全额定向推荐。",
    when=fact("case_kind") == "change_of_term",
    requires=fact("recommendation_direction") == "full_slate",
    effect=Effect.WARN,
    cites=("17",),
)

by_post = Rule(
    id="selection_regulations.17.by_post",
    catalogue="b-recommendation-directed",
    subject="recommendation",
    since=FIRST,
    repealed=THIRD,
    term="个别提拔按职位推荐（2019年前）",
    term_en="By the post (before 2019)",
    means="Single promotions are recommended by the intended post; undirected recommendation is not provided for.",
    means_zh="个别提拔按拟任职位推荐，没有非定向推荐的规定。",
    when=fact("case_kind") == "individual",
    requires=fact("recommendation_direction") == "by_post",
    effect=Effect.WARN,
    cites=("17",),
)

by_post_or_not = Rule(
    id="selection_regulations.17.direction",
    catalogue="b-recommendation-directed",
    subject="recommendation",
    since=THIRD,
    term="个别提拔定向或者非定向推荐",
    term_en="Directed or not",
    means="Single promotions: by the post, or undirected with a reason and held since 3 March 2019.",
    means_zh="个别提拔按拟任职位推荐；非定向推荐须说明理由，且系2019年版施行后进行。",
    when=fact("case_kind") == "individual",
    requires=(fact("recommendation_direction") == "by_post")
    | (
        (fact("recommendation_direction") == "undirected")
        & fact("has_direction_reason")
        & (fact("recommended_on") >= THIRD)
    ),
    effect=Effect.WARN,
    cites=("17",),
)

term_groups = Derivation(
    id="selection_regulations.17.term_groups",
    catalogue="b-recommendation-scope-change-of-term",
    subject="recommendation",
    since=FIRST,
    repealed=THIRD,
    term="换届推荐应有人员类别",
    term_en="Groups at a change of term",
    means="Which required groups are absent at a change of term.",
    means_zh="换届推荐缺少的应有人员类别数。",
    fact="groups_absent",
    reads=("recommendation_groups",),
    reckon=_term,
    cites=("19",),
)

term_groups_2019 = Derivation(
    id="selection_regulations.19.term_groups",
    catalogue="b-recommendation-scope-change-of-term",
    subject="recommendation",
    since=THIRD,
    term="换届推荐应有人员类别（2019年）",
    term_en="Groups at a change of term (2019)",
    means="The same groups with the supervisory commission.",
    means_zh="换届推荐缺少的应有人员类别数，含监委。",
    fact="groups_absent",
    reads=("recommendation_groups",),
    reckon=_term_2019,
    cites=("19",),
)

term_scope = Rule(
    id="selection_regulations.19.scope",
    catalogue="b-recommendation-scope-change-of-term",
    subject="recommendation",
    since=FIRST,
    term="换届推荐范围",
    term_en="Scope at a change of term",
    means="At a change of term every required group takes part; the meeting may be adjusted with a reason.",
    means_zh="换届推荐的各类人员都应参加，会议推荐范围可以说明理由后适当调整。",
    when=fact("case_kind") == "change_of_term",
    requires=(fact("groups_absent") == 0) | fact("is_scope_adjusted_with_reason"),
    effect=Effect.WARN,
    cites=("19",),
)

term_parties = Rule(
    id="selection_regulations.19.parties",
    catalogue="b-recommendation-scope-change-of-term",
    subject="recommendation",
    since=FIRST,
    term="民主党派等参加推荐",
    term_en="Democratic parties take part",
    means="For candidates of congress, government and CPPCC the democratic parties, the industry federation and non-party people take part.",
    means_zh="推荐人大、政府、政协领导成员人选的，应有民主党派、工商联主要领导和无党派代表人士参加。",
    when=(fact("case_kind") == "change_of_term") & fact("is_for_three_bodies"),
    requires=fact("has_democratic_parties"),
    effect=Effect.FORBID,
    cites=("19",),
)

department_groups = Derivation(
    id="selection_regulations.21.groups",
    catalogue="b-recommendation-scope-department",
    subject="recommendation",
    since=SECOND,
    term="部门推荐应有人员类别",
    term_en="Groups in a department",
    means="Which of leaders, internal-unit leaders and heads of attached units are absent.",
    means_zh="部门推荐缺少的应有人员类别数。",
    fact="department_groups_absent",
    reads=("recommendation_groups",),
    reckon=_department,
    cites=("21",),
    verified=False,
)

department_scope = Rule(
    id="selection_regulations.21.scope",
    catalogue="b-recommendation-scope-department",
    subject="recommendation",
    since=SECOND,
    term="部门推荐范围",
    term_en="Scope in a department",
    means="Department leaders, internal-unit leaders and heads of attached units take part, or a reason is recorded.",
    means_zh="部门领导成员、内设机构领导、直属单位主要领导参加推荐，调整的记录理由。",
    when=fact("is_department_post"),
    requires=(fact("department_groups_absent") == 0) | fact("is_scope_adjusted_with_reason"),
    effect=Effect.WARN,
    cites=("21",),
    verified=False,
)

second_vote = Rule(
    id="selection_regulations.18.second_vote",
    catalogue="cv-recommendation-versions",
    subject="recommendation",
    since=THIRD,
    term="取消二次会议推荐",
    term_en="No second meeting vote",
    means="No second meeting vote: it was possible at a change of term until 2019.",
    means_zh="2019年版取消换届二次会议推荐。",
    requires=~fact("has_second_vote"),
    effect=Effect.WARN,
    cites=("18", "second_vote"),
)

weight_2002 = Rule(
    id="selection_regulations.17.weight_2002",
    catalogue="cv-recommendation-versions",
    subject="recommendation",
    since=FIRST,
    repealed=SECOND,
    gone="2014年起为重要参考，见第二十三条",
    term="不单凭票（2002年）",
    term_en="Not the votes alone (2002)",
    means="The recommendation is an important basis, not the votes alone.",
    means_zh="推荐结果是重要依据之一，不单纯以票取人。",
    requires=~fact("is_vote_only_basis"),
    effect=Effect.WARN,
    cites=("23",),
)

weight = Rule(
    id="selection_regulations.23.basis",
    catalogue="b-public-recognition",
    subject="recommendation",
    since=SECOND,
    term="不以票取人",
    term_en="Not an election",
    means="The ballot is not the only basis: assessments and appraisals of recent years count too.",
    means_zh="推荐票不等同于选举票，群众公认度还要看近年考核和测评。",
    requires=~fact("is_vote_only_basis"),
    effect=Effect.WARN,
    cites=("23",),
)

choice = Rule(
    id="selection_regulations.23.choice",
    catalogue="b-public-recognition",
    subject="recommendation",
    since=SECOND,
    term="不选高票须说明理由",
    term_en="A reason for passing over the most voted",
    means="Passing over the person with most votes, or choosing the one with fewest, needs a written reason.",
    means_zh="未选得票最高者或者选用得票最低者的，须书面说明理由。",
    when=fact("is_top_passed_over") | fact("is_lowest_chosen"),
    requires=fact("has_choice_reason"),
    effect=Effect.WARN,
    cites=("23",),
)
