"""辞退程序、送达: steps, county approval, pay, service and the clock that starts with it."""

from datetime import date, timedelta

from quanheng.kernel.dates import NO_DATE, OPEN_ENDED, add_months, first_of_month
from quanheng.kernel.expressions import fact
from quanheng.kernel.workdays import answer_deadline
from quanheng.regulation.core.derivations import Derivation
from quanheng.regulation.core.rules import Effect, Rule


def _pay_stops(dismissal_decided_on: date, on: date) -> date | None:
    """The first day of the month after the decision."""
    if dismissal_decided_on in (NO_DATE, OPEN_ENDED):
        return None
    return add_months(first_of_month(dismissal_decided_on), 1)


def _served(
    dismissal_service_how: str, dismissal_service_on: date, announcement_days: int, on: date
) -> date | None:
    """On the day itself, an announcement sixty days later; some ways are no service at all."""
    if dismissal_service_how in ("relative_elsewhere", "left_alone"):
        return None
    if dismissal_service_on in (NO_DATE, OPEN_ENDED):
        return None
    late = announcement_days if dismissal_service_how == "announcement" else 0
    return dismissal_service_on + timedelta(days=late)


def _contest(dismissal_served_on: date, appeal_direct_days: int, on: date) -> date | None:
    if dismissal_served_on in (NO_DATE, OPEN_ENDED):
        return None
    return answer_deadline(dismissal_served_on, days=appeal_direct_days)


art_6_steps = Rule(
    id="dismissal.6.steps",
    catalogue="ex-dismiss-steps",
    subject="leaving",
    since=date(2009, 7, 24),
    term="辞退程序",
    term_en="Steps of a dismissal",
    means="Proposal unless the appointing body decides directly, check, decision, written notice, filing.",
    means_zh="单位提出建议（任免机关直接决定的除外），组织人事部门审核，任免机关决定，书面通知，备案归档。",
    when=fact("is_dismissal_decided"),
    requires=(fact("has_dismissal_proposal") | fact("is_dismissal_by_own_initiative"))
    & fact("is_dismissal_checked")
    & fact("is_dismissal_by_appointing_body")
    & fact("is_dismissal_notice_written")
    & fact("is_dismissal_filed")
    & fact("is_dismissal_in_file"),
    effect=Effect.FORBID,
    cites=(
        "6",
        "civil_servant_law:90",
    ),
)

art_6_county = Rule(
    id="dismissal.6.county",
    catalogue="ex-dismiss-steps",
    subject="leaving",
    since=date(2009, 7, 24),
    term="县级以下先审核批准",
    term_en="Approval at county level and below",
    means="At county level and below the county authority reviews and the committee or government approves first.",
    means_zh="县级以下机关辞退公务员，先经县级公务员主管部门审核、县级党委或者政府批准。",
    when=fact("is_dismissal_decided") & fact("is_county_or_below"),
    requires=fact("is_county_dismissal_reviewed") & fact("is_county_dismissal_approved"),
    effect=Effect.FORBID,
    cites=("6",),
)

pay_entry = Derivation(
    id="dismissal.pay",
    catalogue="ex-dismiss-steps",
    subject="leaving",
    since=date(2020, 12, 28),
    term="停发工资",
    term_en="Pay stops",
    means="Pay stops from the month after the decision.",
    means_zh="自作出辞退决定的次月起停发工资。",
    fact="dismissal_pay_stops_on",
    reads=("dismissal_decided_on",),
    reckon=_pay_stops,
    cites=("pay",),
)

service_entry = Derivation(
    id="dismissal.service",
    catalogue="ex-dismiss-service",
    subject="leaving",
    since=date(2009, 7, 24),
    term="辞退决定送达日期",
    term_en="Dismissal served on",
    means="The day of signature, leaving or receipt; an announcement after 60 days.",
    means_zh="签收、留置、邮寄回执之日；公告的满六十日。",
    fact="dismissal_served_on",
    reads=(
        "dismissal_service_how",
        "dismissal_service_on",
    ),
    params=("dismissal.announcement_days",),
    reckon=_served,
    cites=("service",),
)

service_contest_entry = Derivation(
    id="dismissal.service.contest",
    catalogue="ex-dismiss-service",
    subject="leaving",
    since=date(2009, 7, 24),
    term="对辞退复核申诉最后一日",
    term_en="Dismissal may be contested until",
    means="Within 30 days of service.",
    means_zh="自送达之日起三十日内申请复核或者直接申诉。",
    fact="dismissal_contest_due_on",
    reads=("dismissal_served_on",),
    params=("civil_servant_law.appeal_direct_days",),
    reckon=_contest,
    cites=(
        "service",
        "civil_servant_law:95",
    ),
)

service_clock_entry = Rule(
    id="dismissal.service.clock",
    catalogue="ex-dismiss-service",
    subject="leaving",
    since=date(2009, 7, 24),
    term="期限自送达之日起算",
    term_en="The clock starts with service",
    means="The time to contest is not counted from before the service.",
    means_zh="复核申诉期限不得早于送达之日起算。",
    requires=fact("dismissal_clock_from_on") >= fact("dismissal_served_on"),
    effect=Effect.FORBID,
    cites=("service",),
)
