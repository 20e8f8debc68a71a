"""What the worker does for this room: tables, lists and counts over everybody, as the one who asked, slice by slice."""

import heapq
from collections.abc import Callable, Iterator, Mapping
from datetime import datetime
from typing import Any, TypeVar

from django.utils import timezone

from quanheng.access.actions.run_jobs import Kind
from quanheng.access.actions.scope import acting_as
from quanheng.kernel.progress import Progress
from quanheng.registry.actions.count_quality import count_quality
from quanheng.registry.actions.export_query import export_query
from quanheng.registry.core.query import write_query
from quanheng.registry.models import Reckoning
from quanheng.registry.models.person import LEVELLED
from quanheng.registry.queries.reckonings import Asked
from quanheng.registry.queries.selecting import PARTS, in_parts, selected
from quanheng.registry.queries.statistics import Numbers, numbers_in

MOST_LISTED = 20_000
"""Persons whose keys a list keeps, in its order; how many there are is counted to the end."""


def _run(row: Reckoning, progress: Progress, at: datetime) -> Mapping[str, Any]:
    with acting_as(row.asked_by, on=timezone.localdate(at), is_wide=False):
        return _KINDS[row.kind](row, progress, at)


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
RECKONINGS = Kind(Reckoning, _run)


Part = TypeVar("Part")


def _told(parts: Iterator[Part], progress: Progress) -> Iterator[Part]:
    """The parts of everybody one after another, each told of when it is begun."""
    progress("count", 0, PARTS)
    for done, part in enumerate(parts, start=1):
        yield part
        progress("count", done, PARTS)
