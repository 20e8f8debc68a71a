"""Probation of recruits and of hired civil servants, entry training (articles 34, 67, 103)."""

from datetime import date

from quanheng.kernel.dates import last_day
from quanheng.kernel.expressions import fact, param
from quanheng.regulation.core.derivations import Derivation
from quanheng.regulation.core.rules import Effect, Rule


def _base(recruit_reported_on: date, recruit_probation_months: int, *, on: date) -> date:
    return last_day(recruit_reported_on, recruit_probation_months)


base = Derivation(
    id="civil_servant_law.34.base",
    catalogue="rt-probation-one-year",
    subject="recruit",
    since=date(2006, 1, 1),
    repealed=date(2011, 5, 25),
    term="录用试用期最后一日（未计顺延）",
    term_en="Last day of probation, without extension",
    means="One year; counted here from reporting for work.",
    means_zh="新录用公务员试用期一年，自报到之日起计算。",
    fact="recruit_base_last_on",
    reads=("recruit_reported_on",),
    params=("civil_servant_law.recruit_probation_months",),
    reckon=_base,
    cites=("34",),
)


confirm = Rule(
    id="civil_servant_law.34.confirm",
    catalogue="rt-probation-one-year",
    subject="recruit",
    since=date(2006, 1, 1),
    term="试用期满方可任职",
    term_en="No confirmation before the end",
    means="A recruit gets a post only after the year of probation.",
    means_zh="新录用公务员试用期满合格，方可任职。",
    requires=fact("recruit_post_from") > fact("recruit_base_last_on"),
    effect=Effect.FORBID,
    cites=("34",),
)


training = Rule(
    id="civil_servant_law.67.training",
    catalogue="rt-training",
    subject="recruit",
    since=date(2006, 1, 1),
    term="初任培训",
    term_en="Entry training",
    means="Recruits get entry training in their probation.",
    means_zh="对新录用人员应当在试用期内进行初任培训。",
    requires=fact("has_entry_training"),
    effect=Effect.WARN,
    cites=("67",),
)


contract = Rule(
    id="civil_servant_law.103.probation",
    catalogue="rt-probation-one-year",
    subject="recruit",
    since=date(2019, 6, 1),
    term="聘任制公务员试用期",
    term_en="Probation of hired civil servants",
    means="A contract of a hired civil servant sets a probation of one to twelve months.",
    means_zh="聘任合同可以约定试用期，试用期为一个月至十二个月。",
    requires=(fact("contract_probation_months") >= param("civil_servant_law.contract_probation_least"))
    & (fact("contract_probation_months") <= param("civil_servant_law.contract_probation_most")),
    effect=Effect.FORBID,
    cites=("103",),
)
