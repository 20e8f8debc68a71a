"""Throw an export away: by who asked for it, or after some days by the worker. The line on record stays."""

from datetime import datetime, timedelta

from django.utils import timezone

from quanheng.access.actions.action import action
from quanheng.access.actions.scope import as_system
from quanheng.access.models import Account
from quanheng.exchange.models import ExportChunk, ExportJob
from quanheng.kernel.refusals import Refused
from quanheng.kernel.texts import text

WHAT = "删除导出文件"
DAYS = 7
"""How long a file waits to be fetched."""


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
    _drop([row.pk])
    row.dropped_at = at
    row.save(update_fields=["dropped_at", "state"])
    return row


def drop_old_exports(*, at: datetime) -> int:
    """The worker's, once a day: files that nobody needs any more do not lie about. How many went."""
    before = at - timedelta(days=DAYS)
    with as_system(on=timezone.localdate(at)):
        old = ExportJob.objects.filter(size__gt=0, dropped_at__isnull=True, finished_at__lt=before)
        keys = list(old.values_list("pk", flat=True))
        _drop(keys)
        return ExportJob.objects.filter(pk__in=keys).update(dropped_at=at)


def _drop(keys: list[int]) -> None:
    ExportChunk.objects.filter(export__in=keys).delete()
