"""Leaving the service: resignation and what follows, early retirement, the bar on coming back."""

from datetime import date

from quanheng.kernel.dates import add_years
from quanheng.kernel.expressions import fact, param
from quanheng.kernel.workdays import answer_deadline
from quanheng.regulation.core.derivations import Derivation
from quanheng.regulation.core.rules import Effect, Rule

FIRST, LAW_2018 = date(2006, 1, 1), date(2019, 6, 1)


def _answer_due(
    *,
    service_resignation_asked_on: date,
    is_leading_member: bool,
    resignation_days: int,
    resignation_days_leaders: int,
    on: date,
) -> date:
    days = resignation_days_leaders if is_leading_member else resignation_days
    return answer_deadline(service_resignation_asked_on, days=days)


def _no_related(
    *,
    left_public_service_on: date,
    is_leading_member: bool,
    is_county_leading_post: bool | None,
    related_work_years: int,
    related_work_years_leaders: int,
    on: date,
) -> date | None:
    is_leader: bool | None = is_leading_member
    if left_public_service_on >= LAW_2018 and not is_leading_member:
        is_leader = is_county_leading_post
    if is_leader is None:
        return None
    return add_years(left_public_service_on, related_work_years_leaders if is_leader else related_work_years)


answer_due = Derivation(
    id="civil_servant_law.85.due",
    catalogue="h-resign-public",
    subject="leaving",
    since=FIRST,
    term="辞去公职审批期限",
    term_en="Resignation to be answered until",
    means="Within 30 days of the application, for leading members 90.",
    means_zh="自接到申请之日起三十日内审批，领导成员九十日内审批；逾期不答复不等于同意。",
    fact="service_resignation_due_on",
    reads=("service_resignation_asked_on", "is_leading_member"),
    params=("civil_servant_law.resignation_days", "civil_servant_law.resignation_days_leaders"),
    reckon=_answer_due,
    cites=("85",),
)

answered = Rule(
    id="civil_servant_law.85",
    catalogue="h-resign-public",
    subject="leaving",
    since=FIRST,
    term="辞去公职按期审批",
    term_en="Resignation answered in time",
    means="A resignation from service is answered in time.",
    means_zh="辞去公职的申请应当在期限内审批。",
    requires=fact("service_resignation_answered_on") <= fact("service_resignation_due_on"),
    effect=Effect.WARN,
    cites=("85",),
)

bars = Rule(
    id="civil_servant_law.86.public",
    catalogue="h-resign-public",
    subject="leaving",
    since=FIRST,
    term="不得辞去公职",
    term_en="Bars to resigning from service",
    means="Minimum service, secrecy, audit or inquiry, and an unfinished duty bar a resignation; in an open inquiry consent may lift it.",
    means_zh="未满最低服务年限、涉密、审计或者审查调查、重要公务未完的，不得辞去公职；立案期间经监察机关同意的除外。",
    when=fact("personnel_act") == "resignation",
    requires=~fact("is_minimum_service_unmet")
    & ~fact("is_in_secrecy_period")
    & ~fact("is_audit_running")
    & ~fact("is_key_duty_unfinished")
    & (~fact("is_under_investigation") | fact("has_supervisor_consent")),
    effect=Effect.FORBID,
    cites=("86",),
)

related_until = Derivation(
    id="civil_servant_law.107.until",
    catalogue="h-resign-public",
    subject="leaving",
    since=FIRST,
    term="从业限制最后一日",
    term_en="Last day of the limit on related work",
    means="Three years for leading members, since June 2019 for county leading posts too; two years for others.",
    means_zh="领导成员（2019年6月1日起离职的含县处级以上领导职务）三年，其他公务员两年。",
    fact="no_related_work_until",
    reads=("left_public_service_on", "is_leading_member"),
    optional=("is_county_leading_post",),
    params=("civil_servant_law.related_work_years", "civil_servant_law.related_work_years_leaders"),
    reckon=_no_related,
    cites=("107",),
)

related = Rule(
    id="civil_servant_law.107",
    catalogue="h-resign-public",
    subject="leaving",
    since=FIRST,
    term="离职从业限制",
    term_en="No related work after leaving",
    means="No related employment or business inside the limit after leaving.",
    means_zh="从业限制期内，不得到与原业务直接相关的单位任职或者从事相关营利活动。",
    when=fact("takes_related_work"),
    requires=fact("no_related_work_until") < fact("judged_on"),
    effect=Effect.FORBID,
    cites=("107",),
)

early = Rule(
    id="civil_servant_law.93.ground",
    catalogue="h-early-retirement",
    subject="leaving",
    since=FIRST,
    term="提前退休条件",
    term_en="Ground of early retirement",
    means="Thirty years of service, or under five years to the age and twenty years, or another case of the state.",
    means_zh="工作满三十年，或者距退休年龄不足五年且工作满二十年，或者符合国家规定的其他情形。",
    when=fact("is_early_retirement_asked"),
    requires=(fact("service_months") >= param("civil_servant_law.early_service_months"))
    | (
        (fact("months_to_retirement") < param("civil_servant_law.early_months_to_age"))
        & (fact("service_months") >= param("civil_servant_law.early_service_months_near"))
    )
    | fact("has_other_early_ground"),
    effect=Effect.FORBID,
    cites=("93",),
)

early_approved = Rule(
    id="civil_servant_law.93.approved",
    catalogue="h-early-retirement",
    subject="leaving",
    since=FIRST,
    term="提前退休批准",
    term_en="Early retirement approved",
    means="Early retirement needs the appointing organ's approval, and no open case.",
    means_zh="提前退休须经任免机关批准，且不在立案审查调查期间。",
    when=fact("is_early_retirement_asked"),
    requires=fact("is_early_retirement_approved") & ~fact("is_under_investigation"),
    effect=Effect.FORBID,
    cites=("93",),
)

expelled = Rule(
    id="civil_servant_law.26.expelled",
    catalogue="h-party-expulsion",
    subject="leaving",
    since=LAW_2018,
    term="被开除党籍的不得录用",
    term_en="Expelled from the Party",
    means="Who was expelled from the Party is not recruited as a civil servant.",
    means_zh="被开除中国共产党党籍的，不得录用为公务员。",
    when=fact("personnel_act") == "recruitment",
    requires=~fact("was_expelled_from_party"),
    effect=Effect.FORBID,
    cites=("26",),
)
