"""能上能下: grounds of unfitness, the ways and steps of adjusting, and the window that follows."""

from datetime import date

from quanheng.kernel.expressions import fact, param
from quanheng.regulation.core.rules import Effect, Rule

FIRST, SECOND = date(2015, 7, 19), date(2022, 9, 8)
WAYS = ("lateral_move", "rank_position", "removal", "demotion", "early_retirement")

listed = Rule(
    id="up_and_down.grounds.listed",
    catalogue="h-unfit-grounds",
    subject="sanction",
    since=FIRST,
    term="不适宜担任现职情形",
    term_en="A listed ground of unfitness",
    means="The ground is one of those listed: ten in 2015, fifteen in 2022.",
    means_zh="调整依据应为所列情形之一（2015年十项，2022年十五项）。",
    requires=(fact("unfit_ground_item") >= 1)
    & (fact("unfit_ground_item") <= param("up_and_down.grounds_listed")),
    effect=Effect.WARN,
    cites=("grounds",),
)

evidence = Rule(
    id="up_and_down.grounds.evidence",
    catalogue="h-unfit-grounds",
    subject="sanction",
    since=FIRST,
    term="不适宜担任现职的事实",
    term_en="Evidence of unfitness",
    means="Each ground has its evidence, and a tolerated error is none.",
    means_zh="提出调整建议须有具体事实，且不属于容错情形。",
    requires=fact("has_unfit_evidence") & ~fact("is_error_tolerated"),
    effect=Effect.WARN,
    cites=("grounds",),
)

reminded = Rule(
    id="up_and_down.sequence",
    catalogue="h-unfit-grounds",
    subject="sanction",
    since=FIRST,
    repealed=SECOND,
    gone="2022年规定不再要求先行提醒、函询或者诫勉",
    term="先提醒后调整",
    term_en="Reminded before adjusted",
    means="The 2015 text asked for a reminder, a letter or an admonition first and no correction after it.",
    means_zh="2015年规定：经提醒、函询或者诫勉没有改正的，才予调整。",
    requires=fact("is_reminded_first") & ~fact("has_corrected_after_reminder"),
    effect=Effect.WARN,
    cites=("sequence",),
)

ways = Rule(
    id="up_and_down.ways",
    catalogue="h-unfit-grounds",
    subject="sanction",
    since=SECOND,
    term="调整方式",
    term_en="Ways of adjusting",
    means="Same-level move, rank-only position, removal, demotion or early retirement.",
    means_zh="调整方式为平职调整、转任职级公务员、免职、降职、提前退休。",
    requires=fact("adjustment_way").isin(WAYS),
    effect=Effect.WARN,
    cites=("ways",),
)

steps = Rule(
    id="up_and_down.steps",
    catalogue="h-unfit-grounds",
    subject="sanction",
    since=FIRST,
    term="调整程序",
    term_en="Steps of adjusting",
    means="Verified, decided by the organisation, and the person talked to.",
    means_zh="调整须经考察核实、集体研究决定并与本人谈话。",
    requires=fact("is_unfit_verified") & fact("is_decided_collectively") & fact("has_adjustment_talk"),
    effect=Effect.WARN,
    cites=("steps",),
)

window_over = Rule(
    id="up_and_down.effect.window",
    catalogue="h-adjust-effect",
    subject="sanction",
    since=FIRST,
    term="不适宜调整影响期已满",
    term_en="The window after adjustment is over",
    means="Moved away or removed as unfit: no promotion for 12 months; demoted for incompetence 12 months in the new post.",
    means_zh="因不适宜担任现职调离、免职的，一年内不得提拔；因不称职降职的，在新职务工作满一年方可晋升。",
    when=(fact("sanction_family") == "unfit") & (fact("personnel_act") == "promotion"),
    requires=fact("act_restricted_until") < fact("judged_on"),
    effect=Effect.FORBID,
    cites=("effect", "selection_regulations:24.6"),
)

demotion_advised = Rule(
    id="up_and_down.effect.demotion",
    catalogue="h-adjust-effect",
    subject="sanction",
    since=FIRST,
    term="不适宜降职影响期",
    term_en="Window after demotion as unfit",
    means="Demoted as unfit: no promotion for 24 months; not verified.",
    means_zh="因不适宜担任现职降职的，两年内不得提拔（未核实，仅提示）。",
    when=(fact("sanction_family") == "unfit") & (fact("personnel_act") == "promotion"),
    requires=fact("act_advised_until") < fact("judged_on"),
    effect=Effect.WARN,
    cites=("effect",),
    verified=False,
)

staying = Rule(
    id="up_and_down.staying",
    catalogue="h-retirement",
    subject="leaving",
    since=FIRST,
    term="延迟免职退休的条件",
    term_en="Conditions of staying on",
    means="Staying on needs a reason, the group's opinion and the superior's consent.",
    means_zh="因工作需要延迟免职退休的，须说明理由，经领导班子集体研究并报上级同意。",
    when=fact("is_stay_approved"),
    requires=fact("has_stay_reason") & fact("is_stay_agreed_by_group") & fact("is_stay_agreed_by_superior"),
    effect=Effect.FORBID,
    cites=("staying",),
)
