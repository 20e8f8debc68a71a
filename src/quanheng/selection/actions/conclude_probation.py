"""Close the probation after its last day: confirm the appointment or remove (试用期满考核)."""

from datetime import datetime

from django.utils import timezone

from quanheng.access.models import Account
from quanheng.kernel.refusals import Refused
from quanheng.kernel.texts import text
from quanheng.procedure.actions.opening import close_tasks
from quanheng.procedure.actions.step import Outcome, step
from quanheng.procedure.models import Case
from quanheng.registry.actions.conclude_probation import conclude_assignment_probation
from quanheng.selection.models import Probation

_LABEL = "试用期满考核"
_CITES = ("《党政领导干部选拔任用工作条例》第四十三条", "《党政领导干部任职试用期暂行规定》第五条至第八条")


@step("selection.probation.conclude", label=_LABEL, permission="selection.run", cites=_CITES)
def conclude_probation(*, by: Account, at: datetime, case: Case, outcome: str, note: str) -> Outcome:
    """`outcome` confirmed or removed; refused while the year runs."""
    on = timezone.localdate(at)
    probation = case.order.probation
    if outcome not in dict(Probation.OUTCOMES) or not note.strip():
        raise Refused(text(_LABEL), why=text("结论和考核意见均须填写"), cites=_CITES, remedy=text("补全后提交"))
    if on <= probation.last_on:
        raise Refused(
            text(_LABEL),
            why=text("试用期至{last}止，今日{today}尚未届满", last=probation.last_on, today=on),
            cites=_CITES,
            remedy=text("期满后组织考核"),
        )
    probation.outcome, probation.note, probation.assessed_on = outcome, note, on
    probation.save(update_fields=["outcome", "note", "assessed_on"])
    conclude_assignment_probation(by=by, at=at, assignment=case.order.assignment, outcome=outcome)
    close_tasks(case=case, at=at)
    return Outcome(result=f"试用期满考核：{probation.get_outcome_display()}。{note}", code=outcome)
