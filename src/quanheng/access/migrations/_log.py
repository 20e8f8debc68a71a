"""Leaves for the rows that were there before the log: in the order of writing, with the tiles they fill."""

import hashlib
import json
import secrets
from collections.abc import Iterable, Mapping
from datetime import datetime, timezone
from typing import Any

_WIDTH = 256


def add_leaves(cursor: Any, kind: int, events: Iterable[tuple[int, datetime, Mapping[str, Any]]]) -> None:
    """Append a leaf and a salt for each event (what it refers to, when, its fields)."""
    cursor.execute("SELECT coalesce(max(seq), 0) FROM access_logleaf")
    seq = cursor.fetchone()[0]
    for ref, at, fields in events:
        seq, salt = seq + 1, secrets.token_bytes(16)
        commitment = hashlib.sha256(salt + _spelt(fields)).digest()
        cursor.execute(
            "INSERT INTO access_logleaf (seq, kind, ref, at, commitment) VALUES (%s, %s, %s, %s, %s)",
            [seq, kind, ref, at, commitment],
        )
        cursor.execute("INSERT INTO access_logsalt (seq, salt) VALUES (%s, %s)", [seq, salt])
        _fill(cursor, seq)


def moment(at: datetime) -> str:
    return at.astimezone(timezone.utc).strftime("%Y-%m-%dT%H:%M:%S.%fZ")


def _spelt(fields: Mapping[str, Any]) -> bytes:
    return json.dumps(fields, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()


def _fill(cursor: Any, size: int) -> None:
    level, count = 0, size
    while count and count % _WIDTH == 0:
        if level == 0:
            cursor.execute("SELECT commitment FROM access_logleaf WHERE seq > %s ORDER BY seq", [size - _WIDTH])
            row = [hashlib.sha256(b"\x00" + bytes(each)).digest() for (each,) in cursor.fetchall()]
        else:
            cursor.execute(
                "SELECT root FROM access_logtile WHERE level = %s AND number >= %s ORDER BY number", [level, count - _WIDTH]
            )
            row = [bytes(each) for (each,) in cursor.fetchall()]
        while len(row) > 1:
            row = [hashlib.sha256(b"\x01" + row[i] + row[i + 1]).digest() for i in range(0, len(row), 2)]
        level, count = level + 1, count // _WIDTH
        cursor.execute("INSERT INTO access_logtile (level, number, root) VALUES (%s, %s, %s)", [level, count - 1, row[0]])
