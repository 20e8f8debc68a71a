"""The talk with the person to be appointed (任职谈话)."""

from datetime import date, datetime

from django.utils import timezone

from quanheng.access.models import Account
from quanheng.kernel.refusals import Refused
from quanheng.kernel.texts import text
from quanheng.procedure.actions.step import Outcome, step
from quanheng.procedure.models import Case
from quanheng.selection.queries.cases import decided_candidate, decision_of

_LABEL = "任职谈话"
_CITES = ("《党政领导干部选拔任用工作条例》第四十四条",)


@step("selection.appointment.record_talk", label=_LABEL, permission="selection.approve", cites=_CITES)
def record_appointment_talk(*, by: Account, at: datetime, case: Case, talk_on: date, talk_by: str, place: str = "") -> Outcome:
    """Who talked, when; held after the decision."""
    if talk_on > timezone.localdate(at) or not talk_by.strip():
        raise Refused(text(_LABEL), why=text("谈话人须填写，谈话日期不得晚于登记日期"), cites=_CITES, remedy=text("谈话后再登记"))
    decided_on = decision_of(case).decided_on
    if talk_on < decided_on:
        raise Refused(
            text(_LABEL),
            why=text("谈话日期{day}早于决定日期{decided}", day=talk_on, decided=decided_on),
            cites=_CITES,
            remedy=text("讨论决定后再谈话"),
        )
    name = decided_candidate(case).person.name
    return Outcome(result=f"{talk_by}于{talk_on}与{name}进行任职谈话", facts={"talk_on": talk_on, "talk_by": talk_by}, place=place)
