"""Do the next reckoning that waits, as the one who asked, slice by slice. Used by the worker, never by a page."""

import heapq
import logging
from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from typing import Any, Protocol, TypeVar

from django.utils import timezone

from quanheng.access.actions.scope import acting_as, as_system
from quanheng.kernel.refusals import Refused
from quanheng.kernel.texts import packed
from quanheng.registry.actions.count_quality import count_quality
from quanheng.registry.actions.export_query import export_query
from quanheng.registry.core.query import write_query
from quanheng.registry.models import Reckoning
from quanheng.registry.models.person import LEVELLED
from quanheng.registry.queries.reckonings import Asked
from quanheng.registry.queries.selecting import PARTS, in_parts, selected
from quanheng.registry.queries.statistics import Numbers, numbers_in

log = logging.getLogger(__name__)
Progress = Callable[[str, int, int], None]
MOST_LISTED = 20_000
"""Persons whose keys a list keeps, in its order; how many there are is counted to the end."""
KEPT_DAYS = 3


class Watching(Protocol):
    """看护: what tells how far a job is while its transaction is open (`exchange.actions.watch`)."""

    def take(self) -> int | None: ...
    def progress(self, pk: int) -> Progress: ...
    def leave(self, pk: int) -> None: ...


def run_next(*, watch: Watching, now: Callable[[], datetime]) -> bool:
    """Whether there was one. A refusal ends it with its reason; whatever else goes wrong is logged."""
    pk = watch.take()
    if pk is None:
        return False
    try:
        with as_system():
            row = Reckoning.objects.select_related("asked_by").get(pk=pk)
        state, kept = _run(row, watch.progress(pk), now())
        with as_system():
            Reckoning.objects.filter(pk=pk).update(state=state, finished_at=now(), **kept)
    finally:
        watch.leave(pk)
    return True


def forget_old(*, at: datetime) -> None:
    """Answers of some days ago are of no use to anybody."""
    with as_system():
        Reckoning.objects.filter(asked_at__lt=at - timedelta(days=KEPT_DAYS)).delete()


def _run(row: Reckoning, progress: Progress, at: datetime) -> tuple[str, dict[str, Any]]:
    try:
        with acting_as(row.asked_by, on=timezone.localdate(at), is_wide=False):
            return "done", _KINDS[row.kind](row, progress, at)
    except Refused as refused:
        said = {name: packed(getattr(refused, name)) for name in ("what", "why", "remedy")}
        return "refused", {"refusal": said}
    except Exception:
        log.exception("reckoning %s broke off", row.pk)
        return "interrupted", {}


def _statistics(row: Reckoning, progress: Progress, at: datetime) -> dict[str, Any]:
    asked, on = Asked.read(row), timezone.localdate(at)
    rows, columns = asked.categories
    whole: Numbers = {}
    slices = numbers_in(
        PARTS, asked.query, by=row.asked_by, on=on, as_of=asked.as_of, rows=rows, columns=columns
    )
    for numbers in _told(slices, progress):
        for key, number in numbers.items():
            whole[key] = whole.get(key, 0) + number
    return {"found": {"numbers": [[*key, number] for key, number in whole.items()]}}


def _query(row: Reckoning, progress: Progress, at: datetime) -> dict[str, Any]:
    asked, on = Asked.read(row), timezone.localdate(at)
    persons = selected(asked.query, by=row.asked_by, on=on, as_of=asked.as_of)
    count, first = 0, list[tuple[str, str, str, str]]()
    for some in _told(in_parts(persons), progress):
        rows = list(some.values_list(LEVELLED, "pinyin", "name", "key"))
        count += len(rows)
        first = heapq.nsmallest(MOST_LISTED, [*first, *((*told, str(key)) for *told, key in rows)])
    return {"found": {"count": count, "keys": [key for *_, key in first]}}


def _export(row: Reckoning, progress: Progress, at: datetime) -> dict[str, Any]:
    asked = Asked.read(row)
    paper = export_query(
        by=row.asked_by, at=at, conditions=write_query(asked.query), as_of=asked.as_of, progress=progress
    )
    return {"paper": paper}


def _quality(row: Reckoning, progress: Progress, at: datetime) -> dict[str, Any]:
    return {"found": {"count": count_quality(by=row.asked_by, at=at, progress=progress)}}


_KINDS: dict[str, Callable[[Reckoning, Progress, datetime], dict[str, Any]]] = {
    "statistics": _statistics,
    "query": _query,
    "export": _export,
    "quality": _quality,
}


Part = TypeVar("Part")


def _told(parts: Iterator[Part], progress: Progress) -> Iterator[Part]:
    """The parts of everybody one after another, each told of when it is begun."""
    progress("", 0, PARTS)
    for done, part in enumerate(parts, start=1):
        yield part
        progress("", done, PARTS)
