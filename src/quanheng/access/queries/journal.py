"""Reading the journal, and checking its chain."""

from datetime import date
from typing import Any

from django.db.models import QuerySet

from quanheng.access.core.chain import GENESIS, digest
from quanheng.access.models import Account, JournalEntry
from quanheng.access.permissions.rights import rights_of


def entries(*, by: Account, on: date) -> QuerySet[JournalEntry]:
    """The journal as `by` may read it: the audit administrator all of it, others nothing."""
    rows = JournalEntry.objects.select_related("by")
    return rows if rights_of(by, on=on).may("access.journal") else rows.none()


def chain_heads() -> tuple[int, str]:
    """Number and digest of the newest entry; (0, zeros) when there is none."""
    return JournalEntry.objects.order_by("-number").values_list("number", "digest").first() or (0, GENESIS)


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
