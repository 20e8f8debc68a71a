"""竞争上岗: its steps; ratios, unverified, only advise."""

from datetime import date

from quanheng.kernel.expressions import fact, param
from quanheng.regulation.core.rules import Effect, Rule

SINCE = date(2004, 4, 8)

secret = Rule(
    id="internal_competition.2.secret",
    catalogue="a-open-selection-need",
    subject="case",
    since=SINCE,
    term="涉密职位不得竞争上岗",
    term_en="No competition for secret posts",
    means="Secret and special posts are never filled by competition.",
    means_zh="涉密等特殊职位不得竞争上岗。",
    when=fact("is_secret_post"),
    requires=fact("selection_method") != "competitive",
    effect=Effect.FORBID,
    cites=("2",),
)

steps = Rule(
    id="internal_competition.6.steps",
    catalogue="a-competitive-procedure",
    subject="case",
    since=SINCE,
    term="竞争上岗程序",
    term_en="Steps of competitive selection",
    means="Plan published, registration checked, exam and interview held, democratic appraisal held, in either order.",
    means_zh="公布方案、报名审查、笔试面试、民主测评均已进行，考试与测评先后可以调整。",
    when=fact("selection_method") == "competitive",
    requires=fact("has_selection_announcement")
    & fact("has_registration_check")
    & fact("has_selection_exam")
    & fact("has_selection_interview")
    & fact("has_selection_appraisal"),
    effect=Effect.WARN,
    cites=("6",),
)

core = Rule(
    id="internal_competition.6.core",
    catalogue="a-competitive-procedure",
    subject="case",
    since=SINCE,
    term="竞争上岗须经考察和决定",
    term_en="Inspection and decision",
    means="Neither the inspection nor the decision may be skipped.",
    means_zh="竞争上岗不得缺少考察和集体讨论决定。",
    when=fact("selection_method") == "competitive",
    requires=fact("has_selection_inspection") & fact("has_selection_decision"),
    effect=Effect.FORBID,
    cites=("6",),
)

interview_ratio = Rule(
    id="internal_competition.interview_ratio",
    catalogue="a-competitive-procedure",
    subject="case",
    since=SINCE,
    term="面试人选比例",
    term_en="Ratio for the interview",
    means="Five interview candidates for each post (unverified).",
    means_zh="面试人选一般不少于职位数的五倍（未经核实）。",
    when=fact("selection_method") == "competitive",
    requires=fact("interview_people") >= fact("seats") * param("internal_competition.interview_ratio"),
    effect=Effect.WARN,
    cites=("ratios",),
)

inspection_ratio = Rule(
    id="internal_competition.inspection_ratio",
    catalogue="a-competitive-procedure",
    subject="case",
    since=SINCE,
    term="考察人选比例",
    term_en="Ratio for the inspection",
    means="Three inspection candidates for each post (unverified).",
    means_zh="考察人选一般不少于职位数的三倍（未经核实）。",
    when=fact("selection_method") == "competitive",
    requires=fact("target_people") >= fact("seats") * param("internal_competition.inspection_ratio"),
    effect=Effect.WARN,
    cites=("ratios",),
)
