"""Write a line of the journal. Called by the action decorator and, for reads that must be on record, by screens' acts."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from quanheng.access.actions.log import add_leaf, hold_log, new_salt
from quanheng.access.core.chain import commitment, digest, plain
from quanheng.access.core.events import JOURNAL
from quanheng.access.models import Account, JournalEntry
from quanheng.access.queries.journal import body, chain_heads


def write_entry(
    *, by: Account | None, at: datetime, action: str, subject: str, authority_path: str, facts: Mapping[str, Any]
) -> JournalEntry:
    """Append one entry and its leaf of the log inside the caller's transaction; when this fails, so does the act."""
    hold_log()
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
    covered, salt = body(entry), new_salt()
    entry.digest = digest(entry.previous, covered)
    entry.save(force_insert=True)
    add_leaf(kind=JOURNAL, ref=entry.number, at=at, salt=salt, committed=commitment(salt, covered))
    return entry

