"""Elastic retirement, contributions, and staying in post beyond the age."""

from datetime import date

from quanheng.kernel.dates import add_months
from quanheng.kernel.expressions import fact, param
from quanheng.kernel.offsets import later
from quanheng.regulation.core.derivations import Derivation
from quanheng.regulation.core.rules import Effect, Rule

FIRST, GRADUAL = date(1995, 1, 1), date(2025, 1, 1)
CHOSEN = fact("chosen_retirement_on")


def _earliest(
    *, retirement_due_on: date, retirement_delay_months: int, elastic_months: int, on: date
) -> date:
    """Three years earlier at most and never below the old age."""
    return add_months(retirement_due_on, -min(elastic_months, retirement_delay_months))


earliest = Derivation(
    id="retirement.elastic.earliest",
    catalogue="h-retirement",
    subject="leaving",
    since=GRADUAL,
    term="弹性提前最早月份",
    term_en="Earliest elastic month",
    means="At most three years earlier and never below the old age.",
    means_zh="弹性提前最长三年，且不得低于原法定退休年龄。",
    fact="elastic_earliest_on",
    reads=("retirement_due_on", "retirement_delay_months"),
    params=("retirement.elastic_months",),
    reckon=_earliest,
    cites=("elastic",),
)

latest = Derivation(
    id="retirement.elastic.latest",
    catalogue="h-retirement",
    subject="leaving",
    since=GRADUAL,
    term="弹性延迟最晚月份",
    term_en="Latest elastic month",
    means="At most three years later.",
    means_zh="弹性延迟最长三年。",
    fact="elastic_latest_on",
    reads=("retirement_due_on",),
    params=("retirement.elastic_months",),
    reckon=lambda *, retirement_due_on, elastic_months, on: add_months(retirement_due_on, elastic_months),
    cites=("elastic",),
)

not_too_early = Rule(
    id="retirement.elastic.early",
    catalogue="h-retirement",
    subject="leaving",
    since=GRADUAL,
    term="弹性提前退休",
    term_en="Elastic early retirement",
    means="The month chosen is not more than three years early nor below the old age.",
    means_zh="选择的退休月份提前不超过三年，且不低于原法定退休年龄。",
    requires=fact("chosen_retirement_on") >= fact("elastic_earliest_on"),
    effect=Effect.FORBID,
    cites=("elastic",),
)

not_too_late = Rule(
    id="retirement.elastic.late",
    catalogue="h-retirement",
    subject="leaving",
    since=GRADUAL,
    term="弹性延迟退休",
    term_en="Elastic delay",
    means="A later month needs the unit's agreement and is three years later at most.",
    means_zh="晚于法定退休年龄退休的，须与单位协商一致，最长延迟三年。",
    when=fact("retirement_due_on") < CHOSEN,
    requires=fact("is_delay_agreed") & (fact("chosen_retirement_on") <= fact("elastic_latest_on")),
    effect=Effect.FORBID,
    cites=("elastic",),
)

on_time = Rule(
    id="retirement.on_time",
    catalogue="h-retirement",
    subject="leaving",
    since=GRADUAL,
    term="公务员和领导人员按时退休",
    term_en="Civil servants and leaders retire on time",
    means="Civil servants, leaders and managers of state units have no elastic delay.",
    means_zh="公务员、国有企业事业单位领导和管理人员到龄及时退休，不适用弹性延迟。",
    when=fact("is_on_time_only"),
    requires=fact("chosen_retirement_on") <= fact("retirement_due_on"),
    effect=Effect.FORBID,
    cites=("on_time",),
)

contribution = Rule(
    id="retirement.contribution",
    catalogue="h-retirement",
    subject="leaving",
    since=GRADUAL,
    term="最低缴费年限",
    term_en="Least contribution",
    means="Fifteen years of contributions, from 2030 six months more each year up to twenty in 2039.",
    means_zh="养老保险缴费满十五年；2030年起每年提高六个月，2039年为二十年。",
    requires=fact("pension_months") >= param("retirement.pension_months_least"),
    effect=Effect.FORBID,
    cites=("contribution",),
)

no_staying = Rule(
    id="retirement.staying",
    catalogue="h-retirement",
    subject="leaving",
    since=FIRST,
    term="到龄不再任职",
    term_en="Not in post beyond the age",
    means="After the month of the statutory age nobody stays in post without an approved extension.",
    means_zh="达到法定退休年龄的，除批准延迟外，不得继续任职。",
    when=fact("is_still_in_post"),
    requires=(fact("judged_on") < later(fact("retirement_due_on"), months=1)) | fact("is_stay_approved"),
    effect=Effect.FORBID,
    cites=("staying", "up_and_down:staying"),
)
