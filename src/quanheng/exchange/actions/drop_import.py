"""Give up a preview. Its lines stay on record; nothing of it can be confirmed any more."""

from datetime import datetime

from quanheng.access.actions.action import action
from quanheng.access.models import Account
from quanheng.exchange.actions.keep_stage import drop_stage
from quanheng.exchange.models import ImportBatch, ImportJob
from quanheng.exchange.queries.planning import forget
from quanheng.kernel.refusals import Refused
from quanheng.kernel.texts import Text, text

WHAT = "放弃导入"


@action(
    "exchange.import.drop",
    label=WHAT,
    permission="exchange.import",
    of=lambda given: given["batch"].authority.path,
    keeps=("batch",),
)
def drop_import(*, by: Account, at: datetime, batch: ImportBatch) -> ImportBatch:
    """Only what still waits can be given up."""
    row = ImportBatch.objects.select_for_update(of=("self",)).get(pk=batch.pk)
    if row.state not in ImportBatch.WAITING:
        raise Refused(text(WHAT), why=text("这一批次{state}", state=Text(dict(ImportBatch.STATES)[row.state])), remedy=text("先前的办理已保留"))
    if ImportJob.objects.filter(batch=row, state__in=("waiting", "running")).exists():
        raise Refused(text(WHAT), why=text("这一批次正在办理"), remedy=text("办完后再放弃"))
    ImportJob.objects.filter(batch=row, state="interrupted").update(state="refused")
    row.state = "dropped"
    row.save(update_fields=["state"])
    drop_stage(row)
    forget()
    return row
