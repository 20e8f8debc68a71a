"""降级、撤职的执行, and what ends with dismissal: levels, posts, tenure, the ban on coming back."""

from datetime import date

from quanheng.kernel.expressions import fact, param
from quanheng.kernel.offsets import later
from quanheng.regulation.core.derivations import Derivation
from quanheng.regulation.core.rules import Effect, Rule

LAW_2005, NOTICE_2010, LAW_2020 = date(2006, 1, 1), date(2010, 8, 23), date(2020, 7, 1)
KIND = fact("sanction_kind")
DEMOTED = KIND.isin(("grade_demotion", "post_removal"))


def _level(
    *,
    sanction_kind: str,
    pay_level: int,
    post_lowest_level: int | None,
    post_layers_lowered: int | None,
    lowest_level: int,
    levels_per_layer: int,
    on: date,
) -> int | None:
    if sanction_kind == "grade_demotion":
        return min(pay_level + 1, post_lowest_level or lowest_level, lowest_level)
    if sanction_kind == "post_removal" and post_layers_lowered is not None:
        return min(pay_level + levels_per_layer * post_layers_lowered, lowest_level)
    return None


def _form(
    *,
    sanction_kind: str,
    pay_level: int,
    pay_step: int | None,
    post_lowest_level: int | None,
    is_clerk: bool | None,
    lowest_level: int,
    on: date,
) -> str | None:
    if sanction_kind == "post_removal":
        return None if is_clerk is None else "grade_demotion_instead" if is_clerk else "level_lowered"
    if sanction_kind != "grade_demotion" or post_lowest_level is None:
        return None
    if pay_level < min(post_lowest_level, lowest_level):
        return "level_lowered"
    if pay_level < lowest_level:
        return "step_lowered"
    return None if pay_step is None else "major_demerit_instead" if pay_step == 1 else "step_lowered"


level = Derivation(
    id="state_sanctions.demotion.level",
    catalogue="h-admin-demotion-effect",
    subject="sanction",
    since=NOTICE_2010,
    term="处分后级别",
    term_en="Level after the sanction",
    means="Demotion lowers one level; removal two for each post layer, not below 27.",
    means_zh="降级降低一个级别，已是职务对应最低级别的不降；撤职每降一个职务层次降低两个级别，不低于二十七级。",
    fact="pay_level_after",
    reads=("sanction_kind", "pay_level"),
    optional=("post_lowest_level", "post_layers_lowered"),
    params=("state_sanctions.lowest_level", "state_sanctions.levels_per_layer"),
    reckon=_level,
    cites=("demotion",),
)

form = Derivation(
    id="state_sanctions.demotion.form",
    catalogue="h-admin-demotion-effect",
    subject="sanction",
    since=NOTICE_2010,
    term="降级撤职执行方式",
    term_en="How demotion is carried out",
    means="At the lowest level of the post a pay step is lowered; at 27-1 a major demerit; a clerk is demoted instead of removed.",
    means_zh="已是职务对应最低级别的降低工资档次；二十七级一档的改给记大过；办事员应给撤职的改给降级。",
    fact="demotion_form",
    reads=("sanction_kind", "pay_level"),
    optional=("pay_step", "post_lowest_level", "is_clerk"),
    params=("state_sanctions.lowest_level",),
    reckon=_form,
    cites=("demotion",),
)

lower_post = Rule(
    id="state_sanctions.demotion.post",
    catalogue="h-admin-demotion-effect",
    subject="sanction",
    since=NOTICE_2010,
    term="撤职后的职务",
    term_en="Post after removal",
    means="After removal the new post is at least one layer lower.",
    means_zh="撤职的，撤销所任一切职务，在撤职的同时确定低一个以上层次的职务。",
    when=KIND == "post_removal",
    requires=fact("post_layers_lowered") >= 1,
    effect=Effect.FORBID,
    cites=("demotion",),
)

not_leading = Rule(
    id="state_sanctions.demotion.leading",
    catalogue="h-admin-demotion-effect",
    subject="sanction",
    since=NOTICE_2010,
    term="撤职后一般不任领导职务",
    term_en="Normally no leading post after removal",
    means="The post after removal is normally not a leading one.",
    means_zh="撤职后确定的职务，一般不为领导职务。",
    when=KIND == "post_removal",
    requires=~fact("is_new_post_leading"),
    effect=Effect.WARN,
    cites=("demotion",),
)

tenure = Rule(
    id="state_sanctions.demotion.tenure",
    catalogue="h-admin-demotion-effect",
    subject="sanction",
    since=NOTICE_2010,
    term="撤职后任职年限起算",
    term_en="Tenure after removal",
    means="Tenure counts from the new appointment; earlier tenure does not count again.",
    means_zh="撤职后任职年限自新任职务之日起计算，此前任同级以上职务的时间不再计算。",
    when=KIND == "post_removal",
    requires=fact("tenure_counted_from") >= fact("new_post_started_on"),
    effect=Effect.FORBID,
    cites=("demotion",),
)

carried_out = Rule(
    id="state_sanctions.54.changed",
    catalogue="h-admin-demotion-effect",
    subject="sanction",
    since=LAW_2020,
    term="职务工资变更按期办理",
    term_en="Changes made in time",
    means="Post and pay are changed within a month, with approval within six.",
    means_zh="处分决定作出后一个月内办理职务、工资变更手续，经批准最长六个月。",
    when=DEMOTED,
    requires=(
        fact("sanction_carried_out_on")
        <= later(fact("sanction_decided_on"), months=param("state_sanctions.execution_months"))
    )
    | (
        fact("is_execution_delay_approved")
        & (
            fact("sanction_carried_out_on")
            <= later(fact("sanction_decided_on"), months=param("state_sanctions.execution_months_most"))
        )
    ),
    effect=Effect.WARN,
    cites=("54",),
)

dismissed = Rule(
    id="state_sanctions.24.dismissed",
    catalogue="h-admin-expulsion",
    subject="sanction",
    since=LAW_2005,
    term="曾被开除公职",
    term_en="Dismissed from service",
    means="Who was dismissed from public service is never again a civil servant or managed by reference.",
    means_zh="曾被开除公职的，不得录用、调任为公务员或者参公人员。",
    when=fact("personnel_act").isin(("recruitment", "transfer_in", "reference_staff")),
    requires=~fact("was_dismissed_from_service"),
    effect=Effect.FORBID,
    cites=("24", "civil_servant_law:26"),
)
