"""Take the meeting's decision over into the case: passed, or not, with its figures (讨论决定)."""

from datetime import datetime

from quanheng.access.models import Account
from quanheng.kernel.refusals import Refused
from quanheng.kernel.texts import text
from quanheng.meeting.models import Item
from quanheng.procedure.actions.step import Outcome, step
from quanheng.procedure.models import Case, RecordEntry
from quanheng.selection.models import Candidate

_VERB = "selection.deliberation.record_decision"
_LABEL = "登记讨论决定"
_CITES = ("《党政领导干部选拔任用工作条例》第三十八条至第三十九条",)


@step(_VERB, label=_LABEL, permission="meeting.run", cites=_CITES)
def record_decision(*, by: Account, at: datetime, case: Case) -> Outcome:
    """The newest item of the case must be decided; one that did not pass is recorded too and leaves the step open."""
    item = Item.objects.filter(case=case).select_related("meeting__body", "person").order_by("-meeting__held_at", "-pk").first()
    if item is None or item.decided_at is None:
        raise Refused(text(_LABEL), why=text("会议尚未作出决定"), cites=_CITES, remedy=text("会议表态计票后再登记"))
    if RecordEntry.objects.filter(case=case, verb=_VERB, facts__item=item.pk).exists():
        raise Refused(text(_LABEL), why=text("该次会议的决定已登记"), cites=_CITES, remedy=text("重新提交会议讨论后再登记"))
    if item.state != "passed":
        Candidate.objects.filter(case=case, person=item.person, stage="proposed").update(note=f"{item.meeting.title}：{item.get_state_display()}")
    result = (
        f"{item.meeting.body.name}讨论{item.person.name}拟任{item.post}：应到{item.should}人，实到{item.present}人，回避{item.recused}人；"
        f"同意{item.agree}，不同意{item.disagree}，缓议{item.defer}，须{item.needed}人同意，结果：{item.get_state_display()}"
    )
    figures = {"item": item.pk} | {name: getattr(item, name) for name in ("should", "present", "recused", "agree", "disagree", "defer", "needed")}
    return Outcome(result=result, code=item.state, facts=figures, place=item.meeting.place, happened_at=item.decided_at, made=item)
