"""Cases, records and tasks as somebody may see them."""

from datetime import date
from functools import reduce
from operator import or_

from django.db.models import Q, QuerySet

from quanheng.access.core.roles import PERMISSIONS
from quanheng.access.models import Account
from quanheng.access.permissions.rights import rights_of, under, within
from quanheng.access.queries.composed import records
from quanheng.procedure.models import Case, RecordEntry, Task


def cases(*, by: Account, on: date) -> QuerySet[Case]:
    """Cases under the authorities where `by` may view selection."""
    return Case.objects.filter(within("selection.view", by=by, on=on)).select_related("authority")


def record(*, by: Account, on: date, case: Case) -> list[RecordEntry]:
    """The full-process record of a case, in order, for those who may view it there."""
    entries: list[RecordEntry] = records(_entries, paths=rights_of(by, on=on).paths("procedure.view"), case=case.pk)
    for entry in entries:
        entry.case = case  # shared, not read again
    return entries


def _entries(*, paths: tuple[str, ...], case: int) -> QuerySet[RecordEntry]:
    return RecordEntry.objects.filter(under(paths, field="case__authority"), case=case).order_by("number")


def open_tasks(*, by: Account, on: date, most: int) -> list[Task]:
    """Tasks not done whose permission `by` holds over their authority, the nearest deadline first."""
    rights = rights_of(by, on=on)
    held: dict[tuple[str, ...], list[str]] = {}
    for permission in sorted(PERMISSIONS):
        held.setdefault(rights.paths(permission), []).append(permission)
    held.pop((), None)
    values: dict[str, object] = {}
    for n, (paths, permissions) in enumerate(held.items()):
        values |= {f"paths_{n}": paths, f"permissions_{n}": tuple(permissions)}
    return records(_open, len(held), most, **values)


def _open(kinds: int, most: int, **values: tuple[str, ...]) -> QuerySet[Task]:
    held = [Q(under(values[f"paths_{n}"]), permission__in=values[f"permissions_{n}"]) for n in range(kinds)]
    rows = Task.objects.filter(reduce(or_, held, Q(pk__in=[])), done_at__isnull=True)
    return rows.select_related("case").order_by("due_on", "pk")[:most]
