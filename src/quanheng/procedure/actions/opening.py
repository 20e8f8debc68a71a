"""Opening a case and setting tasks: called inside the acts of upper rooms, which carry the permission and the journal."""

from datetime import date, datetime

from django.db import connection
from django.utils import timezone

from quanheng.access.models import Account, Authority
from quanheng.procedure.actions.step import Outcome, write_record
from quanheng.procedure.core.definition import in_force
from quanheng.procedure.models import Case, Task
from quanheng.procedure.queries.catalogue import standing_of, versions

_LOCK = 0x51_48_43  # case numbers are given one at a time


def open_case(
    *, by: Account, at: datetime, procedure: str, title: str, authority: Authority, verb: str, label: str, outcome: Outcome
) -> Case:
    """Make a case under the version in force that day, with its first record entry; keeps that version to the end."""
    on = timezone.localdate(at)
    version = in_force(versions(procedure), on)
    case = Case.objects.create(
        number=_next_number(on.year),
        title=title,
        procedure=procedure,
        procedure_since=version.since,
        authority=authority,
        opened_at=at,
        opened_by=by,
        step=version.steps[0].id,
    )
    write_record(case=case, verb=verb, label=label, cites=version.steps[0].cites, by=by, at=at, outcome=outcome)
    now = standing_of(case)
    case.version, case.step = 1, now.current.id if now.current else ""
    case.save(update_fields=["version", "step"])
    return case


def set_task(*, case: Case, what: str, due_on: date, permission: str, cites: str = "") -> Task:
    """Put a deadline on the desks of those who hold `permission` over the case's authority."""
    return Task.objects.create(
        case=case, authority=case.authority, what=what, due_on=due_on, permission=permission, cites=cites
    )


def close_tasks(*, case: Case, at: datetime, permission: str | None = None) -> int:
    """Mark the open tasks of a case as done; the number closed."""
    rows = Task.objects.filter(case=case, done_at__isnull=True)
    if permission:
        rows = rows.filter(permission=permission)
    return rows.update(done_at=at)


def _next_number(year: int) -> str:
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s)", [_LOCK])
        cursor.execute("SELECT procedure_last_number(%s)", [str(year)])
        [taken] = cursor.fetchone() or [None]
    return f"{year}-{int(taken.split('-')[1]) + 1 if taken else 1:04d}"
