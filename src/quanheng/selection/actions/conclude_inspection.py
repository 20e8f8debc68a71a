"""Conclude the inspection: a report and all four musts, clear, for every target."""

from datetime import datetime

from quanheng.access.models import Account
from quanheng.kernel.refusals import Refused
from quanheng.kernel.texts import text
from quanheng.procedure.actions.step import Outcome, step
from quanheng.procedure.models import Case
from quanheng.selection.models import Candidate, Must
from quanheng.selection.queries.musts import newest_musts

_LABEL = "考察结束"
_CITES = ("《党政领导干部选拔任用工作条例》第三十一条",)


@step("selection.inspection.conclude", label=_LABEL, permission="selection.inspect", cites=_CITES)
def conclude_inspection(*, by: Account, at: datetime, case: Case) -> Outcome:
    """Nothing missing for any target; doubts do not stop the inspection here but bar the meeting later."""
    targets = list(Candidate.objects.filter(case=case, stage="target").select_related("person", "report"))
    missing = []
    for target, musts in newest_musts(targets).items():
        names = [name for kind, name in Must.KINDS if kind not in musts]
        if not hasattr(target, "report"):
            names.append("考察材料")
        if names:
            missing.append(f"{target.person.name}缺{'、'.join(names)}")
    if missing:
        raise Refused(text(_LABEL), why=text("{missing}", missing="；".join(missing)), cites=_CITES, remedy=text("逐项补齐后再结束考察"))
    return Outcome(result=f"考察组向组织部汇报考察情况，考察对象{len(targets)}人材料齐全", facts={"targets": len(targets)})
