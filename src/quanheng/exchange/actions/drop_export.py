"""Throw an export away, by who asked for it; after some days it is cleared away. The line on record stays."""

from datetime import datetime

from quanheng.access.actions.action import action
from quanheng.access.models import Account
from quanheng.exchange.models import ExportChunk, ExportJob
from quanheng.kernel.refusals import Refused
from quanheng.kernel.texts import text

WHAT = "删除导出文件"


@action("exchange.export.drop", label=WHAT, permission="registry.view", keeps=("export",))
def drop_export(*, by: Account, at: datetime, export: ExportJob) -> ExportJob:
    """Only by who asked for it, and not while somebody is at it. One that broke off is given up."""
    row = ExportJob.objects.select_for_update(of=("self",)).get(pk=export.pk)
    if row.asked_by_id != by.pk or row.dropped_at is not None:
        raise Refused(text(WHAT), why=text("没有可以删除的文件"))
    if row.state in ("waiting", "running"):
        raise Refused(text(WHAT), why=text("正在办理"), remedy=text("办完后再删除"))
    if row.state == "interrupted":
        row.state = "refused"
    ExportChunk.objects.filter(export=row).delete()
    row.dropped_at = at
    row.save(update_fields=["dropped_at", "state"])
    return row
