"""Add a leaf to the log, inside the caller's transaction: when that fails, so does the act. One writer at a time."""

import secrets
from datetime import datetime

from django.db import connection
from django.db.transaction import TransactionManagementError

from quanheng.access.core.merkle import leaf_hash
from quanheng.access.core.tiles import WIDTH, tile_of

_LOCK = 0x51_48_4A  # one writer at a time keeps the numbers of journal and log gapless
_SALT_BYTES = 16

_ADD = """
WITH leaf AS (
  INSERT INTO access_logleaf (seq, kind, ref, at, commitment)
  SELECT coalesce(max(seq), 0) + 1, %s, %s, %s, %s FROM access_logleaf RETURNING seq)
INSERT INTO access_logsalt (seq, salt) SELECT seq, %s FROM leaf RETURNING seq
"""


def hold_log() -> None:
    """Wait until nobody else is writing; held until the transaction ends. There must be one: a line alone is no act."""
    if not connection.in_atomic_block:
        raise TransactionManagementError("the log is written inside the transaction of an act")
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s)", [_LOCK])


def new_salt() -> bytes:
    """Sixteen random bytes."""
    return secrets.token_bytes(_SALT_BYTES)


def add_leaf(*, kind: int, ref: int, at: datetime, salt: bytes, committed: bytes) -> int:
    """The number of the new leaf. Call `hold_log` before: without it two writers would draw the same number."""
    with connection.cursor() as cursor:
        cursor.execute(_ADD, [kind, ref, at, committed, salt])
        seq: int = cursor.fetchone()[0]
    if seq % WIDTH == 0:
        _fill_tiles(seq)
    return seq


def _fill_tiles(size: int) -> None:
    """Keep the root of the tile that has just become full, and of those above that it completes."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT commitment FROM access_logleaf WHERE seq > %s ORDER BY seq", [size - WIDTH])
        hashes = [leaf_hash(bytes(row[0])) for row in cursor.fetchall()]
        level, count = 1, size // WIDTH
        while True:
            _keep_tile(level, count - 1, tile_of(hashes))
            if count % WIDTH:
                return
            cursor.execute(
                "SELECT root FROM access_logtile WHERE level = %s AND number >= %s ORDER BY number", [level, count - WIDTH]
            )
            hashes = [bytes(row[0]) for row in cursor.fetchall()]
            level, count = level + 1, count // WIDTH


def _keep_tile(level: int, number: int, root: bytes) -> None:
    with connection.cursor() as cursor:
        cursor.execute("INSERT INTO access_logtile (level, number, root) VALUES (%s, %s, %s)", [level, number, root])
