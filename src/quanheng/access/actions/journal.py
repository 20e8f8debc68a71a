"""Write a line of the journal. Called by the action decorator and, for reads that must be on record, by screens' acts."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.db import connection

from quanheng.access.core.chain import digest, plain
from quanheng.access.models import Account, JournalEntry
from quanheng.access.queries.journal import body, chain_heads

_LOCK = 0x51_48_4A  # one writer at a time keeps the numbers gapless


def write_entry(
    *, by: Account | None, at: datetime, action: str, subject: str, authority_path: str, facts: Mapping[str, Any]
) -> JournalEntry:
    """Append one entry inside the caller's transaction; when this fails, so does the act."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s)", [_LOCK])
    last = chain_heads()
    entry = JournalEntry(
        number=last[0] + 1,
        at=at,
        by=by,
        by_name=by.name if by else "",
        action=action,
        subject=subject,
        authority_path=authority_path,
        facts=plain(facts),
        previous=last[1],
    )
    entry.digest = digest(entry.previous, body(entry))
    entry.save(force_insert=True)
    return entry

