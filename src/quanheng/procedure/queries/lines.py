"""The entries of a record as the folder and the verifier want them: every covered field, the salt, the chain."""

from collections.abc import Iterable
from typing import Any

from quanheng.access.core.chain import plain
from quanheng.access.core.events import RECORD
from quanheng.access.queries.log import Leaves, salts_of
from quanheng.procedure.core.record import SALTED
from quanheng.procedure.models import RecordEntry


def record_lines(entries: Iterable[RecordEntry], leaves: Leaves | None = None) -> list[dict[str, Any]]:
    """Each entry with what its digest covers; of an erased one only that it was there. `leaves` where the caller has asked for them."""
    rows = list(entries)
    leaves = leaves_of(rows) if leaves is None else leaves
    return [_line(row, *leaves.get(row.pk, (0, "", ""))) for row in rows]


def leaves_of(entries: Iterable[RecordEntry]) -> Leaves:
    """Where the entries stand in the log, with their salts. One question, however many."""
    return salts_of(RECORD, [row.pk for row in entries])


def covered(entry: RecordEntry) -> dict[str, Any]:
    """The fields under the digest, as `core.record` wants them."""
    given = {"case": entry.case.number, "by": str(entry.by_id or "")}
    return {name: given[name] if name in given else getattr(entry, name) for name in SALTED}


def _line(entry: RecordEntry, seq: int, salt: str, commitment: str) -> dict[str, Any]:
    chain = {"previous": entry.previous, "digest": entry.digest}
    if seq and not salt:
        return {"case": entry.case.number, "number": entry.number, "commitment": commitment, **chain}
    fields: dict[str, Any] = plain(covered(entry))
    if entry.is_salted:
        return {**fields, "salt": salt, **chain}
    fields.pop("by")
    return {**fields, **chain}
