"""Take a finished export out of the house: every time it leaves, the journal says so."""

from datetime import datetime

from django.db.models import F
from django.utils import timezone

from quanheng.access.actions.action import action
from quanheng.access.models import Account
from quanheng.exchange.models import ExportJob
from quanheng.exchange.queries.exports import scope_of
from quanheng.kernel.refusals import Refused
from quanheng.kernel.texts import text

WHAT = "下载导出文件"


@action(
    "exchange.export.fetch",
    label=WHAT,
    permission="registry.view",
    keeps=("export",),
    also=lambda given: {
        "purpose": given["export"].purpose,
        "people": given["export"].people,
        "sha256": given["export"].sha256,
    },
)
def fetch_export(*, by: Account, at: datetime, export: ExportJob) -> ExportJob:
    """Only by who asked for it, while it is there, and with the rights it was made with: else it would show too much."""
    if export.asked_by_id != by.pk or not export.is_ready:
        raise Refused(text(WHAT), why=text("没有可以下载的文件"), remedy=text("请重新导出"))
    if export.scope != scope_of(by, on=timezone.localdate(at)):
        raise Refused(
            text(WHAT), why=text("导出之后您的权限已有变动，先前的文件不再提供"), remedy=text("请重新导出")
        )
    ExportJob.objects.filter(pk=export.pk).update(fetched=F("fetched") + 1)
    return export
