"""Reading the journal, and checking its chain."""

from collections.abc import Collection
from datetime import date, datetime, time, timedelta
from typing import Any

from django.db import connection
from django.db.models import Q, QuerySet
from django.utils import timezone

from quanheng.access.core.chain import GENESIS, digest
from quanheng.access.models import Account, JournalEntry
from quanheng.access.permissions.rights import rights_of


def entries(
    *,
    by: Account,
    on: date,
    action: str = "",
    called: Collection[str] = (),
    subject: str = "",
    who: str = "",
    since: date | None = None,
    until: date | None = None,
) -> QuerySet[JournalEntry]:
    """The journal as `by` may read it: the audit administrator all of it, others nothing.

    `action` begins with (or is one of `called`), `subject` is or begins with, `who` is the account's name or the person's; both days are included.
    """
    if not rights_of(by, on=on).may("access.journal"):
        return JournalEntry.objects.none()
    rows = JournalEntry.objects.all()
    if action:
        rows = rows.filter(Q(action__startswith=action) | Q(action__in=called))
    if subject:
        rows = rows.filter(subject__startswith=subject)
    if who:
        rows = rows.filter(by__in=Account.objects.filter(Q(username=who) | Q(name=who)))
    if since:
        rows = rows.filter(at__gte=_begin(since))
    return rows.filter(at__lt=_begin(until + timedelta(days=1))) if until else rows


def _begin(day: date) -> datetime:
    return timezone.make_aware(datetime.combine(day, time()))


def chain_heads() -> tuple[int, str]:
    """Number and digest of the newest entry; (0, zeros) when there is none. For whoever acts, may they read the journal or not."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT number, digest FROM access_journal_head()")
        return cursor.fetchone() or (0, GENESIS)


def only_since(number: int, digest: str, *, subject: str, most: int) -> bool:
    """Whether what follows this entry is about nothing but the subject: at least one line, at most so many."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT access_journal_is_only(%s, %s, %s, %s)", [number, digest, subject, most])
        return bool((cursor.fetchone() or [False])[0])


def first_broken() -> int | None:
    """The number of the first entry that does not hold to the one before it, or None when all do."""
    previous, expected = GENESIS, 1
    for entry in JournalEntry.objects.order_by("number").iterator(chunk_size=2000):
        if entry.number != expected or entry.previous != previous or digest(previous, body(entry)) != entry.digest:
            return expected
        previous, expected = entry.digest, expected + 1
    return None


def body(entry: JournalEntry) -> dict[str, Any]:
    """What the digest of an entry covers."""
    return {
        "number": entry.number,
        "at": entry.at,
        "by": str(entry.by_id or ""),
        "by_name": entry.by_name,
        "action": entry.action,
        "subject": entry.subject,
        "authority_path": entry.authority_path,
        "facts": entry.facts,
    }
