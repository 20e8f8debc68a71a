"""Approve the work plan of a motion; the approver is not the one who drew it up."""

from datetime import datetime

from quanheng.access.models import Account
from quanheng.kernel.refusals import Refused
from quanheng.kernel.texts import text
from quanheng.procedure.actions.step import Outcome, step
from quanheng.procedure.models import Case

_LABEL = "审定工作方案"
_CITES = ("《党政领导干部选拔任用工作条例》第十三条至第十四条",)


@step("selection.motion.approve", label=_LABEL, permission="selection.approve", cites=_CITES)
def approve_motion(*, by: Account, at: datetime, case: Case, plan: str, place: str = "") -> Outcome:
    """Keep the plan with the motion and open the way to the recommendation."""
    if case.opened_by_id == by.pk:
        raise Refused(
            text(_LABEL), why=text("方案由{name}提出，不得由本人审定", name=by.name), cites=_CITES, remedy=text("由部务会或部长审定")
        )
    if not plan.strip():
        raise Refused(text(_LABEL), why=text("没有工作方案"), cites=_CITES, remedy=text("写明职位、条件、范围、方式、程序和时间安排"))
    case.motion.plan = plan
    case.motion.save(update_fields=["plan"])
    return Outcome(result=f"审定工作方案：{plan}", place=place)
