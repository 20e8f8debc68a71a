"""What the worker does for this room: read a file, write it, make an export, each as the one who asked."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from quanheng.access.actions.run_jobs import Kind
from quanheng.exchange.actions.commit_import import commit_import
from quanheng.exchange.actions.make_export import make_export
from quanheng.exchange.actions.preview_import import read_import
from quanheng.exchange.models import ExportJob, ImportBatch, ImportJob
from quanheng.kernel.progress import Progress
from quanheng.kernel.refusals import Refused


def _import(job: ImportJob, progress: Progress, at: datetime) -> Mapping[str, Any]:
    act = read_import if job.verb == "preview" else commit_import
    try:
        act(by=job.asked_by, at=at, batch=job.batch, progress=progress)
    except Refused:
        if job.verb == "preview":  # a file that cannot be read no longer waits: a mended one may come
            ImportBatch.objects.filter(pk=job.batch_id, state="received").update(state="unread")
        raise
    return {}


def _export(job: ExportJob, progress: Progress, at: datetime) -> Mapping[str, Any]:
    make_export(by=job.asked_by, at=at, export=job, progress=progress)
    return {}


IMPORTS = Kind(ImportJob, _import, related=("batch__authority", "batch__by", "asked_by"))
EXPORTS = Kind(ExportJob, _export)
