"""Late and skipped steps and deadlines gone by: of one case, and the newest among all that somebody may see."""

from datetime import date, datetime, time, timedelta

from django.db.models import QuerySet
from django.utils import timezone

from quanheng.access.core.roles import PERMISSIONS
from quanheng.access.models import Account
from quanheng.access.permissions.rights import rights_of, under
from quanheng.access.queries.composed import records
from quanheng.procedure.core.alarms import Alarm, late_entries, overdue, skipped
from quanheng.procedure.core.walk import Standing
from quanheng.procedure.models import Case, RecordEntry, Task

SHOWN = 8
"""So many lines of each kind on a page that shows all cases."""
RECENT = timedelta(days=60)


def case_alarms(case: Case, where: Standing, entries: list[RecordEntry], *, on: date) -> list[Alarm]:
    """Of one case, from the entries its page has read anyhow; one question for its tasks."""
    tasks = Task.objects.filter(case=case, done_at__isnull=True).values_list("what", "permission", "due_on")
    return [
        *overdue(((what, PERMISSIONS.get(who, who), due) for what, who, due in tasks), on=on),
        *skipped(where, [entry.verb for entry in entries]),
        *late_entries(_said(entry) for entry in entries),
    ]


def overdue_tasks(*, by: Account, on: date) -> list[Task]:
    """Open tasks of any permission past their day, under the authorities whose records `by` may read; longest first."""
    return records(_overdue, paths=rights_of(by, on=on).paths("procedure.view"), on=on)


def _overdue(*, paths: tuple[str, ...], on: date) -> QuerySet[Task]:
    rows = Task.objects.filter(under(paths), done_at__isnull=True, due_on__lt=on)
    return rows.select_related("case").order_by("due_on", "pk")[:SHOWN]


def recent_late_entries(*, by: Account, on: date) -> list[RecordEntry]:
    """Entries of the last sixty days written after the day they happened, newest first."""
    since = timezone.make_aware(datetime.combine(on - RECENT, time()))
    return records(_late, paths=rights_of(by, on=on).paths("procedure.view"), since=since)


def _late(*, paths: tuple[str, ...], since: datetime) -> QuerySet[RecordEntry]:
    rows = RecordEntry.objects.filter(under(paths, field="case__authority"), is_late=True, recorded_at__gte=since)
    return rows.select_related("case").order_by("-recorded_at", "-pk")[:SHOWN]


def _said(entry: RecordEntry) -> tuple[str, str, datetime, datetime]:
    return entry.matter, entry.by_name, timezone.localtime(entry.happened_at), timezone.localtime(entry.recorded_at)
