"""Which kinds there are for institution staff, and what they bar while they run."""

from datetime import date

from quanheng.kernel.expressions import fact
from quanheng.regulation.core.rules import Effect, Rule

FIRST, SECOND = date(2012, 9, 1), date(2023, 11, 6)
FOUR = ("warning", "demerit", "post_grade_lowering", "service_dismissal", "none")
STAFF = fact("official_kind") == "institution_staff"
OWN = fact("sanction_family") == "institution"
LOWERED = fact("sanction_kind") == "post_grade_lowering"

kinds_2012 = Rule(
    id="institution_sanctions.kinds_2012",
    catalogue="h-admin-regime",
    subject="sanction",
    since=FIRST,
    repealed=SECOND,
    term="事业单位处分种类",
    term_en="Kinds for institution staff",
    means="Four kinds, and removal for those appointed by an administrative organ.",
    means_zh="处分为警告、记过、降低岗位等级或者撤职（行政机关任命的人员）、开除。",
    when=STAFF,
    requires=fact("sanction_kind").isin(FOUR)
    | ((fact("sanction_kind") == "post_removal") & fact("is_appointed_by_state")),
    effect=Effect.FORBID,
    cites=("kinds",),
)

kinds_2023 = Rule(
    id="institution_sanctions.kinds",
    catalogue="h-admin-regime",
    subject="sanction",
    since=SECOND,
    term="事业单位处分种类",
    term_en="Kinds for institution staff",
    means="Four kinds: warning, demerit, lowering of the post grade, dismissal.",
    means_zh="事业单位非管理人员的处分为警告、记过、降低岗位等级、开除。",
    when=STAFF,
    requires=fact("sanction_kind").isin(FOUR),
    effect=Effect.FORBID,
    cites=("kinds",),
)

window_over = Rule(
    id="institution_sanctions.effect.window",
    catalogue="h-inst-sanctions",
    subject="sanction",
    since=FIRST,
    term="事业单位处分期已满",
    term_en="The period is over",
    means="While the period runs no higher post, from a demerit on no title evaluation and no higher pay grade.",
    means_zh="处分期内不得聘用到更高等级岗位；记过以上不得参加职称评审和晋升薪级。",
    when=OWN & fact("personnel_act").isin(("promotion", "rank_promotion", "title_evaluation", "wage_step")),
    requires=fact("act_restricted_until") < fact("judged_on"),
    effect=Effect.FORBID,
    cites=("effect", "5"),
)

grade = Rule(
    id="institution_sanctions.effect.grade",
    catalogue="h-inst-sanctions",
    subject="sanction",
    since=FIRST,
    term="处分期内岗位等级",
    term_en="Grade while the period runs",
    means="While the period runs the new post is not above the present grade.",
    means_zh="处分期内聘用岗位的等级不得高于现聘岗位等级。",
    when=OWN,
    requires=(fact("post_grade_wanted") >= fact("post_grade_now"))
    | (fact("sanction_until") < fact("judged_on")),
    effect=Effect.FORBID,
    cites=("effect",),
)

lowered = Rule(
    id="institution_sanctions.lowering",
    catalogue="h-inst-sanctions",
    subject="sanction",
    since=FIRST,
    term="降低岗位等级",
    term_en="Lowering of the post grade",
    means="Lowering means one grade or more below the present one.",
    means_zh="降低岗位等级的，至少降低一个等级。",
    when=LOWERED,
    requires=fact("post_grade_after") > fact("post_grade_now"),
    effect=Effect.FORBID,
    cites=("lowering",),
)

both_lowered = Rule(
    id="institution_sanctions.lowering.both",
    catalogue="h-inst-sanctions",
    subject="sanction",
    since=FIRST,
    term="两类岗位同时降低",
    term_en="Both posts lowered",
    means="Who holds a management and a technical post is lowered in both.",
    means_zh="同时在管理岗位和专业技术岗位任职的，两类岗位同时降低。",
    when=LOWERED & fact("has_two_post_kinds"),
    requires=fact("are_both_posts_lowered"),
    effect=Effect.FORBID,
    cites=("lowering",),
)

early_2012 = Rule(
    id="institution_sanctions.lifting.early_2012",
    catalogue="h-admin-lift",
    subject="sanction",
    since=FIRST,
    repealed=SECOND,
    term="提前解除处分",
    term_en="Early lifting",
    means="A sanction is lifted early only for major merit with an award.",
    means_zh="期满前解除处分的，须有重大立功并获得记功以上奖励。",
    when=OWN,
    requires=(fact("sanction_lifted_on") > fact("sanction_period_until")) | fact("has_major_merit"),
    effect=Effect.FORBID,
    cites=("lifting",),
)

early_2023 = Rule(
    id="institution_sanctions.lifting.early",
    catalogue="h-admin-lift",
    subject="sanction",
    since=SECOND,
    term="不再提前解除处分",
    term_en="No early lifting",
    means="A sanction ends by itself when its period is over and never earlier.",
    means_zh="处分期满自动解除，不得提前解除。",
    when=OWN,
    requires=fact("sanction_lifted_on") > fact("sanction_period_until"),
    effect=Effect.FORBID,
    cites=("lifting",),
)
