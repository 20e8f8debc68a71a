"""Put the proposed person on a meeting's agenda, unless something bars it from the meeting (不得提交会议讨论)."""

from collections.abc import Collection
from datetime import datetime

from django.utils import timezone

from quanheng.access.models import Account
from quanheng.kernel.refusals import Refused
from quanheng.kernel.texts import text
from quanheng.meeting.actions.add_item import add_item
from quanheng.meeting.actions.reopen_item import reopen_item
from quanheng.meeting.models import BodyMember, Item, Meeting
from quanheng.procedure.actions.step import Outcome, step
from quanheng.procedure.models import Case
from quanheng.selection.core.stage_facts import must_facts
from quanheng.selection.models import Candidate
from quanheng.selection.queries.musts import newest_musts
from quanheng.selection.queries.rulings import rule

_VERB = "selection.deliberation.table"
_LABEL = "提交会议讨论"
_CITES = ("《党政领导干部选拔任用工作条例》第三十六条",)
# What no table keeps yet; an audit finds these unknown, the gate leaves them to whoever tables the matter.
_TAKEN_FOR_GRANTED = {
    "is_procedure_complete": True,  # the procedure's own gate lets nothing come here before
    "has_integrity_opinion": True,  # signed by both, when the discipline body's answer is clear
    "is_audit_required": False,
    "is_audit_open": False,
    "is_exceptional": False,
    "is_reportable": False,
    "prior_report": "not_needed",
}


@step(_VERB, label=_LABEL, permission="meeting.run", cites=_CITES)
def table_item(
    *, by: Account, at: datetime, case: Case, meeting: Meeting, agreed: Collection[BodyMember] = ()
) -> Outcome:
    """The meeting room adds the item; the four musts and the procedure are judged first.

    A matter that was decided against comes back only when more than half of the members, `agreed`, want it reopened.
    """
    candidate = Candidate.objects.filter(case=case, stage="proposed").select_related("person").first()
    if candidate is None:
        raise Refused(text(_LABEL), why=text("本案没有拟任人选"), cites=_CITES, remedy=text("酝酿后提出拟任人选"))
    findings = rule(_VERB, case=case, on=timezone.localdate(at), facts=agenda_facts(candidate))
    earlier = Item.objects.filter(case=case, person=candidate.person, state="failed").order_by("-decided_at").first()
    if earlier is not None:
        item = reopen_item(by=by, at=at, item=earlier, meeting=meeting, agreed=agreed)
    else:
        title = f"{candidate.person.name}拟任{case.motion.post}"
        item = add_item(by=by, at=at, meeting=meeting, title=title, case=case, person=candidate.person, post=case.motion.post)
    return Outcome(
        result=f"{candidate.person.name}拟任{case.motion.post}，提交{meeting.body.name}{timezone.localdate(meeting.held_at)}会议讨论",
        facts={"findings": findings},
        made=item,
    )


def agenda_facts(candidate: Candidate) -> dict[str, object]:
    """What the list of matters barred from a meeting asks, from the newest musts of the candidate."""
    musts = newest_musts([candidate])[candidate]
    return {**_TAKEN_FOR_GRANTED, **must_facts({kind: must.result for kind, must in musts.items()})}
