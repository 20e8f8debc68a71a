"""Do the next job that waits: read a file or write it, as the one who asked. Used by the worker, never by a page."""

import logging
from collections.abc import Callable
from datetime import datetime

from django.utils import timezone

from quanheng.access.actions.scope import as_system
from quanheng.exchange.actions.commit_import import commit_import
from quanheng.exchange.actions.preview_import import read_import
from quanheng.exchange.actions.watch import Watch
from quanheng.exchange.core.progress import Progress
from quanheng.exchange.models import ImportBatch, ImportJob
from quanheng.kernel.refusals import Refused
from quanheng.kernel.texts import packed

log = logging.getLogger(__name__)
_OVER = {"preview": ("previewed", "committed"), "commit": ("committed",)}


def run_next(*, watch: Watch, now: Callable[[], datetime]) -> bool:
    """Whether there was one. A refusal ends the job with its reason; any other failure leaves it to be taken up by hand."""
    pk = watch.take()
    if pk is None:
        return False
    try:
        _finish(pk, *_run(pk, watch.progress(pk), now()), at=now())
    finally:
        watch.leave(pk)
    return True


def _run(pk: int, progress: Progress, at: datetime) -> tuple[str, dict[str, object]]:
    with as_system(on=timezone.localdate(at)):
        job = ImportJob.objects.select_related("batch__authority", "batch__by", "asked_by").get(pk=pk)
    if job.batch.state in _OVER[job.verb]:
        return "done", {}  # the worker died between the last word of the job and this one
    act = read_import if job.verb == "preview" else commit_import
    try:
        act(by=job.asked_by, at=at, batch=job.batch, progress=progress)
    except Refused as refused:
        _give_back(job, at)
        return "refused", {name: packed(getattr(refused, name)) for name in ("what", "why", "remedy")}
    except Exception:
        log.exception("import job %s broke off", pk)
        return "interrupted", {}
    return "done", {}


def _give_back(job: ImportJob, at: datetime) -> None:
    """A file that cannot be read no longer waits: a mended one of the same name may come."""
    if job.verb != "preview":
        return
    with as_system(on=timezone.localdate(at)):
        ImportBatch.objects.filter(pk=job.batch_id, state="received").update(state="unread")


def _finish(pk: int, state: str, refusal: dict[str, object], *, at: datetime) -> None:
    with as_system(on=timezone.localdate(at)):
        ImportJob.objects.filter(pk=pk).update(state=state, refusal=refusal, finished_at=at)
