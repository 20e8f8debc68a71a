"""免职事由与再任: grounds by version, coming back after accountability, the checklist; the clocks are in ch11_removal."""

from datetime import date, timedelta

from quanheng.kernel.dates import last_day
from quanheng.kernel.expressions import fact
from quanheng.regulation.core.derivations import Derivation
from quanheng.regulation.core.rules import Effect, Rule

FIRST, SECOND, THIRD = date(2002, 7, 9), date(2014, 1, 14), date(2019, 3, 3)  # the three versions
OF_2002 = ("age_limit", "unfit_by_votes", "work_need")
OF_2014 = ("age_limit", "accountability", "resigned_or_moved", "study_over_year", "work_need")
OF_2019 = (*OF_2014, "unfit", "breach", "health_one_year")


def _ground(listed_removal: str, on: date) -> bool:
    """The list of the version in force on the day."""
    listed = OF_2002 if on < SECOND else OF_2014 if on < THIRD else OF_2019
    return listed_removal in listed


def _free_on(
    blamed_on: date,
    return_level: str,
    restricted_until: date | None,
    accountable_leading_months: int,
    accountable_higher_months: int,
    on: date,
) -> date:
    """The longest of the accountability window and the sanction's."""
    months = accountable_higher_months if return_level == "higher" else accountable_leading_months
    last = last_day(blamed_on, months)
    return (max(last, restricted_until) if restricted_until else last) + timedelta(days=1)


def _unfit_until(removed_unfit_on: date, unfit_months: int, on: date) -> date:
    return last_day(removed_unfit_on, unfit_months)


removal_ground = Derivation(
    id="selection_regulations.removal.ground",
    catalogue="f-removal-grounds",
    subject="removal",
    since=date(2002, 7, 9),
    term="免职情形",
    term_en="Grounds of removal",
    means="Three grounds in 2002, five in 2014, eight in 2019; study of just a year or by order is none; health and unfitness since 2019.",
    means_zh="2002年三种、2014年五种、2019年八种情形一般应当免职；学习恰一年或者组织选派的不在其内，健康原因和不适宜担任现职2019年起列入。",
    fact="is_removal_ground",
    reads=("listed_removal",),
    reckon=_ground,
    cites=("removal",),
)

removal_handled = Rule(
    id="selection_regulations.removal.handled",
    catalogue="f-removal-grounds",
    subject="removal",
    since=date(2002, 7, 9),
    term="一般应当免职",
    term_en="Removal is due",
    means="Where a listed ground exists, the removal is made or the matter decided.",
    means_zh="有免职情形的，一般应当办理免职或者研究处理。",
    when=fact("is_removal_ground"),
    requires=fact("is_removal_handled"),
    effect=Effect.WARN,
    cites=("removal",),
)

return_opinion_2009 = Rule(
    id="selection_regulations.return.opinion_2009",
    catalogue="f-accountability-return",
    subject="removal",
    since=date(2009, 6, 30),
    repealed=date(2014, 1, 14),
    term="问责后再任征求意见（2009年）",
    term_en="The superior's opinion (2009)",
    means="An equal post after the year only with the superior's opinion.",
    means_zh="一年后重新担任与原职务相当的领导职务的，须征求上级组织部门意见。",
    when=fact("is_return_after_blame") & fact("is_equal_post_return"),
    requires=fact("has_opinion_of_superior"),
    effect=Effect.ASK_SUPERIOR,
    cites=("return_2009",),
    gone="2014年起改为一年、两年期限",
)

return_free = Derivation(
    id="selection_regulations.return.free",
    catalogue="f-accountability-return",
    subject="removal",
    since=date(2014, 1, 14),
    term="问责后最早任职之日",
    term_en="First day of coming back",
    means="No leading post for a year, none above the old level for two, the longer with a sanction; free the day after.",
    means_zh="问责后一年内不得任领导职务，两年内不得任高于原层次的职务，同时受处分的取其长，期满次日起可任。",
    fact="return_free_on",
    reads=(
        "blamed_on",
        "return_level",
    ),
    optional=("restricted_until",),
    params=(
        "selection_regulations.accountable_leading_months",
        "selection_regulations.accountable_higher_months",
    ),
    reckon=_free_on,
    cites=("return",),
)

return_too_early = Rule(
    id="selection_regulations.return.too_early",
    catalogue="f-accountability-return",
    subject="removal",
    since=date(2014, 1, 14),
    term="问责后任职限制",
    term_en="Coming back too early",
    means="A leading or higher post only after every window has run.",
    means_zh="问责和处分的影响期均届满后，方可担任领导职务或者更高职务。",
    when=fact("is_return_after_blame"),
    requires=fact("judged_on") >= fact("return_free_on"),
    effect=Effect.FORBID,
    cites=("return",),
)

return_unfit_until = Derivation(
    id="selection_regulations.return.unfit_until",
    catalogue="f-accountability-return",
    subject="removal",
    since=date(2014, 1, 14),
    term="不适宜免职后的限制",
    term_en="Bar after removal as unfit",
    means="Removed as unfit: no promotion for a year.",
    means_zh="因不适宜担任现职被免职的，一年内不得提拔。",
    fact="unfit_bar_until",
    reads=("removed_unfit_on",),
    params=("selection_regulations.unfit_months",),
    reckon=_unfit_until,
    cites=("removal_unfit",),
)

return_unfit = Rule(
    id="selection_regulations.return.unfit",
    catalogue="f-accountability-return",
    subject="removal",
    since=date(2014, 1, 14),
    term="不适宜免职后一年不得提拔",
    term_en="No promotion for a year",
    means="Removed as unfit: no promotion before the year has run.",
    means_zh="因不适宜担任现职被免职的，一年期满前不得提拔。",
    when=fact("move") == "promotion",
    requires=fact("judged_on") > fact("unfit_bar_until"),
    effect=Effect.FORBID,
    cites=("removal_unfit",),
)

return_conditions = Rule(
    id="selection_regulations.return.conditions",
    catalogue="f-return-conditions",
    subject="removal",
    since=date(2019, 3, 3),
    term="重新任用的条件",
    term_en="Conditions of coming back",
    means="The effect is over, the incident settled, the person has reflected, is needed and fit, with no other obstacle.",
    means_zh="重新任用须影响期满、事件平息、认识深刻、工作需要且适合、无其他影响任用的情形。",
    when=fact("is_return_after_blame"),
    requires=fact("is_effect_over")
    & fact("is_incident_settled")
    & fact("has_reflected")
    & fact("is_need_and_fit")
    & ~fact("has_return_obstacle"),
    effect=Effect.WARN,
    cites=("return_steps",),
)

return_steps = Rule(
    id="selection_regulations.return.steps",
    catalogue="f-return-conditions",
    subject="removal",
    since=date(2019, 3, 3),
    term="重新任用的程序",
    term_en="Steps of coming back",
    means="A written report, the opinions of organisation and discipline bodies, understanding, and representatives heard where the case is widely known.",
    means_zh="重新任用须有书面报告、组织和纪检意见并充分酝酿，社会影响大的听取代表意见。",
    when=fact("is_return_after_blame"),
    requires=fact("has_return_report")
    & fact("has_return_opinions")
    & fact("is_return_discussed")
    & (~fact("is_influential_case") | fact("are_representatives_heard")),
    effect=Effect.WARN,
    cites=("return_steps",),
)
