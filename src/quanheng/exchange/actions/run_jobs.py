"""Do the next job that waits: read a file, write it, make an export, as the one who asked. Used by the worker, never by a page."""

import logging
from collections.abc import Callable
from datetime import datetime

from django.db.backends.base.base import BaseDatabaseWrapper
from django.utils import timezone

from quanheng.access.actions.scope import as_system
from quanheng.exchange.actions.commit_import import commit_import
from quanheng.exchange.actions.make_export import make_export
from quanheng.exchange.actions.preview_import import read_import
from quanheng.exchange.actions.watch import Watch
from quanheng.exchange.core.progress import Progress
from quanheng.exchange.models import ExportJob, ImportBatch, ImportJob, Job
from quanheng.exchange.queries.jobs import lock_of
from quanheng.kernel.refusals import Refused
from quanheng.kernel.texts import packed

log = logging.getLogger(__name__)
_OVER = {"preview": ("previewed", "committed"), "commit": ("committed",)}


def run_next(*, beside: BaseDatabaseWrapper, now: Callable[[], datetime]) -> bool:
    """Whether there was one. A refusal ends the job with its reason; any other failure leaves it to be taken up by hand.

    `beside` is a second connection, which tells how far the work is. Imports go before exports.
    """
    return any(_run_next(Watch(beside, now, table=kind._meta.db_table, locks=lock_of(kind)), kind, run, now) for kind, run in _RUNS)


def _run_next(
    watch: Watch, kind: type[Job], run: Callable[[int, Progress, datetime], None], now: Callable[[], datetime]
) -> bool:
    pk = watch.take()
    if pk is None:
        return False
    try:
        state, refusal = _outcome(pk, run, watch.progress(pk), now())
        with as_system(on=timezone.localdate(now())):
            kind._default_manager.filter(pk=pk).update(state=state, refusal=refusal, finished_at=now())
    finally:
        watch.leave(pk)
    return True


def _outcome(
    pk: int, run: Callable[[int, Progress, datetime], None], progress: Progress, at: datetime
) -> tuple[str, dict[str, object]]:
    try:
        run(pk, progress, at)
    except Refused as refused:
        return "refused", {name: packed(getattr(refused, name)) for name in ("what", "why", "remedy")}
    except Exception:
        log.exception("job %s broke off", pk)
        return "interrupted", {}
    return "done", {}


def _import(pk: int, progress: Progress, at: datetime) -> None:
    with as_system(on=timezone.localdate(at)):
        job = ImportJob.objects.select_related("batch__authority", "batch__by", "asked_by").get(pk=pk)
    if job.batch.state in _OVER[job.verb]:
        return  # the worker died between the last word of the job and the mark that it is done
    act = read_import if job.verb == "preview" else commit_import
    try:
        act(by=job.asked_by, at=at, batch=job.batch, progress=progress)
    except Refused:
        if job.verb == "preview":  # a file that cannot be read no longer waits: a mended one may come
            with as_system(on=timezone.localdate(at)):
                ImportBatch.objects.filter(pk=job.batch_id, state="received").update(state="unread")
        raise


def _export(pk: int, progress: Progress, at: datetime) -> None:
    with as_system(on=timezone.localdate(at)):
        job = ExportJob.objects.select_related("asked_by").get(pk=pk)
    if not job.file_name:
        make_export(by=job.asked_by, at=at, export=job, progress=progress)


_RUNS: tuple[tuple[type[Job], Callable[[int, Progress, datetime], None]], ...] = (
    (ImportJob, _import),
    (ExportJob, _export),
)
