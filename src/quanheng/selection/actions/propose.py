"""Name the person proposed for the post after consultation (拟任人选)."""

from datetime import datetime
from uuid import UUID

from quanheng.access.models import Account
from quanheng.kernel.refusals import Refused
from quanheng.kernel.texts import text
from quanheng.procedure.actions.step import Outcome, step
from quanheng.procedure.models import Case
from quanheng.selection.models import Candidate

_LABEL = "提出拟任人选"
_CITES = ("《党政领导干部选拔任用工作条例》第三十四条",)


@step("selection.consultation.propose", label=_LABEL, permission="selection.approve", cites=_CITES)
def propose(*, by: Account, at: datetime, case: Case, person: UUID, reason: str) -> Outcome:
    """One of the targets; `reason` is needed, and the opinions asked are in the case."""
    candidate = Candidate.objects.filter(case=case, person_id=person, stage__in=("target", "proposed")).select_related("person").first()
    if candidate is None:
        raise Refused(text(_LABEL), why=text("此人不是本案考察对象"), cites=_CITES, remedy=text("从考察对象中提出"))
    if not reason.strip():
        raise Refused(text(_LABEL), why=text("没有写明理由"), cites=_CITES, remedy=text("写明人岗相适的理由"))
    against = _still_against(case)
    if against:
        raise Refused(
            text(_LABEL), why=text("{who}不同意，尚未协调一致", who="、".join(against)), cites=_CITES, remedy=text("与其协调后重新记录意见")
        )
    Candidate.objects.filter(case=case, stage="proposed").exclude(pk=candidate.pk).update(stage="target")
    candidate.stage = "proposed"
    candidate.save(update_fields=["stage"])
    return Outcome(result=f"拟任人选：{candidate.person.name}。{reason}")


def _still_against(case: Case) -> list[str]:
    newest = {opinion.asked: opinion.answer for opinion in case.opinions.order_by("answered_on", "pk")}
    return [asked for asked, answer in newest.items() if answer == "disagree"]
