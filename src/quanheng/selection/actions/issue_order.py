"""Issue the order that appoints (任职通知): the seat is taken, the probation begins, its expiry falls due."""

from datetime import date, datetime

from django.utils import timezone

from quanheng.access.models import Account
from quanheng.disclosure.models import PublicNotice
from quanheng.establishment.actions.fill_vacancy import fill_vacancy
from quanheng.kernel.dates import corresponding_day, last_day
from quanheng.kernel.refusals import Refused
from quanheng.kernel.texts import text
from quanheng.procedure.actions.opening import set_task
from quanheng.procedure.actions.step import Outcome, step
from quanheng.procedure.models import Case, RecordEntry
from quanheng.registry.actions.open_assignment import open_assignment
from quanheng.registry.models import Assignment, Person, Post
from quanheng.selection.core.stage_facts import order_facts
from quanheng.selection.models import AppointmentOrder, Probation
from quanheng.selection.queries.cases import decided_candidate, decision_of
from quanheng.selection.queries.rulings import rule

_VERB = "selection.appointment.issue_order"
_LABEL = "印发任职通知"
_CITES = ("《党政领导干部选拔任用工作条例》第四十三条", "《党政领导干部选拔任用工作条例》第四十五条")
PROBATION_MONTHS = 12


@step(_VERB, label=_LABEL, permission="selection.run", cites=_CITES)
def issue_order(*, by: Account, at: datetime, case: Case, number: str, issued_on: date, place: str = "") -> Outcome:
    """Tenure starts on the day of the decision, the probation on the day of the notice (任职试用期暂行规定第三条)."""
    candidate, decision = decided_candidate(case), decision_of(case)
    post = case.motion.post
    _checked(number, issued_on, decision.decided_on, today=timezone.localdate(at))
    findings = rule(_VERB, case=case, on=issued_on, facts=_facts(case, post))
    assignment = open_assignment(
        by=by,
        at=at,
        person=candidate.person,
        post=post,
        from_on=decision.decided_on,
        document=number,
        decided_by=decision.item.meeting.body.name,
        probation_from_on=issued_on,
        closes=main_line(candidate.person),
        removal_document=number,
    )
    order = _written(case, assignment, number=number, decided_on=decision.decided_on, issued_on=issued_on)
    last_on = _begin_probation(case, order)
    fill_vacancy(by=by, at=at, post=post, filled_on=decision.decided_on)
    candidate.stage = "appointed"
    candidate.save(update_fields=["stage"])
    return Outcome(
        result=f"{number}：{candidate.person.name}任{post}（试用期一年，至{last_on}止），任职时间自{decision.decided_on}起算",
        facts={"number": number, "issued_on": issued_on, "probation_last_on": last_on, "findings": findings},
        place=place,
        made=order,
    )


def _checked(number: str, issued_on: date, decided_on: date, *, today: date) -> None:
    if issued_on > today or issued_on < decided_on:
        raise Refused(text(_LABEL), why=text("印发日期须在决定日期{day}之后、登记日期之前", day=decided_on), remedy=text("更正日期"))
    if AppointmentOrder.objects.filter(number=number).exists():
        raise Refused(text(_LABEL), why=text("发文字号{number}已使用", number=number), remedy=text("核对发文登记簿"))


def _written(case: Case, assignment: Assignment, *, number: str, decided_on: date, issued_on: date) -> AppointmentOrder:
    talk = RecordEntry.objects.filter(case=case, verb="selection.appointment.record_talk").latest("number")
    return AppointmentOrder.objects.create(
        case=case,
        number=number,
        person=assignment.person,
        post=case.motion.post,
        assignment=assignment,
        decided_on=decided_on,
        issued_on=issued_on,
        talk_on=talk.facts.get("talk_on"),
        talk_by=talk.facts.get("talk_by", ""),
    )


def _begin_probation(case: Case, order: AppointmentOrder) -> date:
    last_on = last_day(order.issued_on, PROBATION_MONTHS)
    Probation.objects.create(order=order, from_on=order.issued_on, last_on=last_on)
    due_on = corresponding_day(order.issued_on, PROBATION_MONTHS)
    set_task(case=case, what=f"试用期满考核：{order.person.name}", due_on=due_on, permission="selection.run", cites=_CITES[0])
    return last_on


def main_line(person: Person) -> Assignment | None:
    """The running main post of a person, which the new one replaces."""
    return Assignment.objects.filter(person=person, kind="main", until_on__isnull=True).order_by("-from_on").first()


def _facts(case: Case, post: Post) -> dict[str, object]:
    return order_facts(
        notice_until=PublicNotice.objects.filter(case=case).latest("posted_at").printed_to,
        has_talk=True,  # the procedure's own gate lets no order come before the talk
        probation_months=PROBATION_MONTHS,
        is_probation_post=post.mode == "appointed" and post.role != "chief",
        move="promotion",
    )
