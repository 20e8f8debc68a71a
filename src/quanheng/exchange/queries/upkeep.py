"""What imports offer to those who keep the house running: jobs that stick, and files whose time is over."""

from datetime import datetime, timedelta

from quanheng.exchange.models import ExportChunk, ExportJob, ImportBatch, ImportChunk, ImportJob, ImportLine
from quanheng.kernel.texts import Text, text
from quanheng.kernel.upkeep import Check, Clearing, Sign
from quanheng.kernel.verdicts import Light

_PATIENCE = timedelta(hours=1)
EXPORT_DAYS = 7
"""How long a file waits to be fetched."""


def jobs(at: datetime) -> Sign:
    """Work that was interrupted, or that nobody has taken up."""
    interrupted = ImportJob.objects.filter(state="interrupted").count()
    waiting = ImportJob.objects.filter(state="waiting", asked_at__lt=at - _PATIENCE).count()
    if interrupted:
        return Sign(
            Light.WARNING,
            text("{count}件导入已中断", count=interrupted),
            Text("由导入人在“导入”页查看，继续办理或放弃"),
        )
    if waiting:
        return Sign(
            Light.WARNING, text("{count}件导入等待超过1小时", count=waiting), Text("看后台办理是否在运行")
        )
    return Sign(Light.PASSED, Text("没有积压"))


def finished_files(before: datetime) -> int:
    """The stored pieces and the preview of imports that ended before then; the batch, its digest and counts stay."""
    ended = ImportBatch.objects.exclude(state__in=ImportBatch.WAITING).filter(at__lt=before)
    lines = ImportLine.objects.filter(batch__in=ended).delete()[0]
    return int(ImportChunk.objects.filter(batch__in=ended).delete()[0] + lines)


def old_exports(before: datetime) -> int:
    """Files that nobody fetches any more; the line of the export stays. How many went."""
    old = ExportJob.objects.filter(size__gt=0, dropped_at__isnull=True, finished_at__lt=before)
    keys = list(old.values_list("pk", flat=True))
    ExportChunk.objects.filter(export__in=keys).delete()
    return ExportJob.objects.filter(pk__in=keys).update(dropped_at=before + timedelta(days=EXPORT_DAYS))


JOBS = Check("imports", "导入", jobs, is_slow=True)  # needs the sight of every import, which no page has
FILES = Clearing("import_files", "已办结的导入文件", days=180, clear=finished_files)
EXPORTS = Clearing("export_files", "过期的导出文件", days=EXPORT_DAYS, clear=old_exports)
