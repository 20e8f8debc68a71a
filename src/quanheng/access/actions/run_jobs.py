"""Do the next job that waits, of any kind, in the name of whoever asked. Used by the worker, never by a page."""

import logging
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.backends.base.base import BaseDatabaseWrapper
from django.utils import timezone

from quanheng.access.actions.scope import as_system
from quanheng.access.actions.watch import Watch
from quanheng.access.models import Job, shut_values
from quanheng.kernel.progress import Progress
from quanheng.kernel.refusals import Refused
from quanheng.kernel.texts import packed

log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Kind:
    """办理种类: the jobs of one table, and what does one of them as the one who asked.

    `run` answers what else is to be kept in the row. What it wrote through an act is undone when the act refuses.
    """

    model: type[Job]
    run: Callable[[Any, Progress, datetime], Mapping[str, Any]]
    related: tuple[str, ...] = ("asked_by",)


def run_next(kinds: Iterable[Kind], *, beside: BaseDatabaseWrapper, now: Callable[[], datetime]) -> bool:
    """Whether there was one. A refusal ends the job with its reason; any other failure leaves it to be taken up by hand.

    `beside` is a second connection, which tells how far the work is. Earlier kinds go before later ones.
    """
    return any(_run_next(each, Watch(beside, now, each.model), now) for each in kinds)


def _run_next(kind: Kind, watch: Watch, now: Callable[[], datetime]) -> bool:
    pk = watch.take()
    if pk is None:
        return False
    try:
        _do(kind, pk, watch.progress(pk), now)
    finally:
        watch.leave(pk)
    return True


def _do(kind: Kind, pk: int, progress: Progress, now: Callable[[], datetime]) -> None:
    """The work and the mark that it is done come together or not at all: a worker that dies has done nothing."""
    rows, at = kind.model._default_manager.filter(pk=pk), now()
    on = timezone.localdate(at)
    try:
        with as_system(on=on):
            job = rows.select_related(*kind.related).get()
            kept = shut_values(job, _outcome(kind, job, progress, at))
            rows.update(finished_at=now(), **kept)
    except Exception:
        log.exception("%s %s broke off", kind.model._meta.label, pk)
        with as_system(on=on):
            rows.update(state="interrupted", finished_at=now())


def _outcome(kind: Kind, job: Job, progress: Progress, at: datetime) -> dict[str, Any]:
    try:
        return {"state": "done", **kind.run(job, progress, at)}
    except Refused as refused:
        said = {name: packed(getattr(refused, name)) for name in ("what", "why", "remedy")}
        return {"state": "refused", "refusal": {**said, "cites": list(refused.cites)}}
