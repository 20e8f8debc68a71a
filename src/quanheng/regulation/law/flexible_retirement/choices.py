"""弹性退休: notice, agreement, who may not delay, and which of the two early schemes is open."""

from datetime import date

from quanheng.kernel.expressions import fact, param
from quanheng.kernel.offsets import later
from quanheng.regulation.core.derivations import Derivation
from quanheng.regulation.core.rules import Effect, Rule


def _schemes(
    early_retirement_ground: str,
    elastic_earliest_on: date,
    retirement_due_on: date,
    chosen_retirement_on: date,
    has_least_contribution: bool | None,
    on: date,
) -> str | None:
    """The law's scheme has no floor of age; the flexible one needs the contributions and the old age."""
    if has_least_contribution is None:
        return None
    by_law = early_retirement_ground != "none"
    flexible = has_least_contribution and elastic_earliest_on <= chosen_retirement_on <= retirement_due_on
    if by_law:
        return "both" if flexible else "law"
    return "flexible" if flexible else "neither"


early_notice_entry = Rule(
    id="flexible_retirement.early.notice",
    catalogue="ex-early-retire-flexible",
    subject="leaving",
    since=date(2025, 1, 1),
    term="提前三个月书面告知",
    term_en="Three months' notice",
    means="The unit has written notice at least three months before.",
    means_zh="弹性提前至少在所选时间三个月前书面告知单位。",
    when=fact("flexible_choice") == "early",
    requires=fact("chosen_retirement_on")
    >= later(fact("flexible_notice_on"), months=param("flexible_retirement.early_notice_months")),
    effect=Effect.FORBID,
    cites=("early",),
)

early_contribution_entry = Rule(
    id="flexible_retirement.early.contribution",
    catalogue="ex-early-retire-flexible",
    subject="leaving",
    since=date(2025, 1, 1),
    term="达到最低缴费年限",
    term_en="Least contribution",
    means="Early only with the least contribution years, not below the old age and by at most three years.",
    means_zh="弹性提前须达到最低缴费年限，且不低于原法定年龄、提前不超过三年。",
    when=fact("flexible_choice") == "early",
    requires=fact("has_least_contribution") & (fact("chosen_retirement_on") >= fact("elastic_earliest_on")),
    effect=Effect.FORBID,
    cites=("early",),
)

late_agreement_entry = Rule(
    id="flexible_retirement.late.agreement",
    catalogue="ex-early-retire-flexible",
    subject="leaving",
    since=date(2025, 1, 1),
    term="提前一个月约定延迟",
    term_en="Delay agreed a month before",
    means="A delay is agreed at least a month before the age.",
    means_zh="弹性延迟须在到龄一个月前书面约定。",
    when=fact("flexible_choice") == "late",
    requires=fact("retirement_due_on")
    >= later(fact("flexible_agreed_on"), months=param("flexible_retirement.late_agreement_months")),
    effect=Effect.FORBID,
    cites=("late",),
)

late_most_entry = Rule(
    id="flexible_retirement.late.most",
    catalogue="ex-early-retire-flexible",
    subject="leaving",
    since=date(2025, 1, 1),
    term="延迟不超过三年且不再延长",
    term_en="At most three years, once",
    means="Three years at most, and once fixed not extended.",
    means_zh="弹性延迟最长三年，期限确定后不再延长。",
    when=fact("flexible_choice") == "late",
    requires=(
        fact("chosen_retirement_on")
        <= later(fact("retirement_due_on"), months=param("flexible_retirement.late_months_most"))
    )
    & ~fact("is_flexible_delay_extended"),
    effect=Effect.FORBID,
    cites=("late",),
)

officials_late_entry = Rule(
    id="flexible_retirement.officials.late",
    catalogue="ex-early-retire-flexible",
    subject="leaving",
    since=date(2025, 1, 1),
    term="公务员和管理人员不得弹性延迟",
    term_en="No flexible delay for officials",
    means="Civil servants, leaders and managers of state units retire on time.",
    means_zh="公务员、国有企业事业单位领导和管理人员到龄及时退休，不得弹性延迟。",
    when=fact("flexible_choice") == "late",
    requires=~fact("is_on_time_only"),
    effect=Effect.FORBID,
    cites=("officials",),
)

officials_early_entry = Rule(
    id="flexible_retirement.officials.early",
    catalogue="ex-early-retire-flexible",
    subject="leaving",
    since=date(2025, 1, 1),
    term="弹性提前按管理权限办理",
    term_en="Early through the management authority",
    means="Officials retire early through the management authority.",
    means_zh="公务员等弹性提前的，按管理权限经同意办理。",
    when=(fact("flexible_choice") == "early") & fact("is_on_time_only"),
    requires=fact("is_flexible_by_authority"),
    effect=Effect.WARN,
    cites=("officials",),
)

old_entry = Rule(
    id="flexible_retirement.old",
    catalogue="ex-early-retire-flexible",
    subject="leaving",
    since=date(2025, 1, 1),
    term="已达原年龄的不适用",
    term_en="Not for those of the old age",
    means="Whoever reached the old age by 2024-12-31 is outside the scheme.",
    means_zh="2024年12月31日前已达到原法定退休年龄的不适用弹性退休。",
    when=fact("flexible_choice") != "on_time",
    requires=fact("old_age_reached_on") >= date(2025, 1, 1),
    effect=Effect.FORBID,
    cites=("old",),
)

schemes_entry = Derivation(
    id="flexible_retirement.schemes",
    catalogue="ex-early-retire-flexible",
    subject="leaving",
    since=date(2025, 1, 1),
    term="可以适用的提前退休制度",
    term_en="Early schemes that are open",
    means="The law's early retirement needs approval and has no floor of age, the flexible one needs notice and has the floor: both are told.",
    means_zh="公务员法提前退休须批准而无年龄下限，弹性提前须告知且不低于原年龄，分别列出。",
    fact="retirement_schemes_open",
    reads=(
        "early_retirement_ground",
        "elastic_earliest_on",
        "retirement_due_on",
        "chosen_retirement_on",
    ),
    optional=("has_least_contribution",),
    reckon=_schemes,
    cites=(
        "early",
        "civil_servant_law:93",
    ),
)
