"""Go on with a job that was broken off several times and waits for somebody to look at it."""

from datetime import datetime

from quanheng.access.actions.action import action
from quanheng.access.actions.jobs import take_up_again
from quanheng.access.models import Account
from quanheng.exchange.models import ImportBatch, ImportJob
from quanheng.kernel.refusals import Refused
from quanheng.kernel.texts import text

WHAT = "继续办理"


@action(
    "exchange.import.resume",
    label=WHAT,
    permission="exchange.import",
    of=lambda given: given["batch"].authority.path,
    keeps=("batch",),
)
def resume_import(*, by: Account, at: datetime, batch: ImportBatch) -> ImportBatch:
    """Take up again what was broken off several times; it begins from the start, as nothing of it was written."""
    job = ImportJob.objects.select_for_update().filter(batch=batch, state="interrupted").first()
    if job is None:
        raise Refused(text(WHAT), why=text("这一批次没有中断的办理"), remedy=text("先前的办理已保留"))
    take_up_again(job, by=by, at=at)
    return batch
