"""Go on with a screening that was broken off several times and waits for somebody to look at it."""

from datetime import datetime

from quanheng.access.actions.action import action
from quanheng.access.actions.jobs import take_up_again
from quanheng.access.models import Account
from quanheng.kernel.refusals import Refused
from quanheng.kernel.texts import text
from quanheng.procedure.models import Case
from quanheng.selection.models import ScreeningJob

WHAT = "继续研判"


@action(
    "selection.screening.resume",
    label=WHAT,
    permission="selection.run",
    of=lambda given: given["case"].authority.path,
    keeps=("case",),
)
def resume_screening(*, by: Account, at: datetime, case: Case) -> ScreeningJob:
    """From the start and in the name of `by`, as nothing of it was kept."""
    job = ScreeningJob.objects.select_for_update(of=("self",)).filter(case=case, state="interrupted").first()
    if job is None:
        raise Refused(text(WHAT), why=text("没有中断的研判"), remedy=text("在案卷页重新办理“人选研判”"))
    return take_up_again(job, by=by, at=at)
