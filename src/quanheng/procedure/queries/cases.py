"""Cases, records and tasks as somebody may see them."""

from datetime import date

from django.db.models import QuerySet

from quanheng.access.models import Account
from quanheng.access.permissions.rights import rights_of, under, within
from quanheng.procedure.models import Case, RecordEntry, Task


def cases(*, by: Account, on: date) -> QuerySet[Case]:
    """Cases under the authorities where `by` may view selection."""
    return Case.objects.filter(within("selection.view", by=by, on=on)).select_related("authority")


def record(*, by: Account, on: date, case: Case) -> QuerySet[RecordEntry]:
    """The full-process record of a case, in order, for those who may view it there."""
    seen = within("procedure.view", by=by, on=on, field="case__authority")
    return case.record.filter(seen).order_by("number")  # through the case: every entry then shares it, unread


def tasks(*, by: Account, on: date) -> QuerySet[Task]:
    """Open tasks whose permission `by` holds over their authority, the nearest deadline first."""
    rights = rights_of(by, on=on)
    rows = Task.objects.filter(done_at__isnull=True).select_related("case", "authority")
    waiting = rows.none()
    for permission in set(rows.order_by().values_list("permission", flat=True)):
        waiting = waiting | rows.filter(under(rights.paths(permission)), permission=permission)
    return waiting.order_by("due_on", "pk")
