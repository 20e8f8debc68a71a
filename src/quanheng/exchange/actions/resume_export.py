"""Go on with an export that was broken off several times and waits for somebody to look at it."""

from datetime import datetime

from quanheng.access.actions.action import action
from quanheng.access.actions.jobs import take_up_again
from quanheng.access.models import Account
from quanheng.exchange.models import ExportJob
from quanheng.kernel.refusals import Refused
from quanheng.kernel.texts import text

WHAT = "继续导出"


@action("exchange.export.resume", label=WHAT, permission="registry.view", keeps=("export",))
def resume_export(*, by: Account, at: datetime, export: ExportJob) -> ExportJob:
    """Only by who asked for it; it begins from the start, as nothing of it was kept."""
    row = ExportJob.objects.select_for_update(of=("self",)).get(pk=export.pk)
    if row.asked_by_id != by.pk or row.state != "interrupted":
        raise Refused(text(WHAT), why=text("没有中断的导出"))
    return take_up_again(row, by=by, at=at)
