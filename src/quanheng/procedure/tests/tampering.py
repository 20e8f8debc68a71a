"""Damage for the tests of the record: one cell of one row, one byte of one file, changed as an intruder would."""

import random
from pathlib import Path
from typing import Any

from django.db import connection

from quanheng.access.tests.log_factories import force

CELLS = {
    "access_journalentry": "number at by_id by_name action subject authority_path facts previous digest",
    "procedure_recordentry": "case_id number verb matter step outcome happened_at place by_id by_name result cites facts documents"
    " recorded_at is_late is_salted previous digest",
    "procedure_case": "number",
    "access_logleaf": "seq kind ref at commitment",
    "access_logsalt": "seq salt",
    "access_logtile": "level number root",
    "access_logkey": "what key note at",
    "access_checkpoint": "size at note",
    "access_cosignature": "checkpoint_id witness line at",
}
"""Every column that says something; the running numbers of rows that nothing refers to say nothing."""


def cells() -> list[tuple[str, str]]:
    """Table and column, one by one."""
    return [(table, column) for table, columns in CELLS.items() for column in columns.split()]


def tamper(table: str, column: str, chance: random.Random) -> str:
    """Change one cell a little; says which, or "" when the table has no rows."""
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT ctid::text, {column}::text, pg_typeof({column})::text FROM {table}")
        rows = cursor.fetchall()
    if not rows:
        return ""
    ctid, value, kind = chance.choice(rows)
    changed = _changed(value, kind, chance)
    if column == "note" and not value:
        changed = "x"
    force(f"UPDATE {table} SET {column} = %s::{kind} WHERE ctid = %s::tid", changed, ctid)
    return f"{table}.{column} {ctid}: {value!r} → {changed!r}"


def _changed(value: str | None, kind: str, chance: random.Random) -> Any:
    if value is None:
        return "1"
    if kind == "boolean":
        return str(value not in ("true", "t"))
    if kind in ("bigint", "integer", "smallint"):
        return str(int(value) + chance.choice((1_001, 2_000, 10_000)))
    if kind.startswith("timestamp"):
        with connection.cursor() as cursor:
            cursor.execute("SELECT (%s::timestamptz + %s * interval '1 second')::text", [value, chance.choice((1, -1, 86_400))])
            return cursor.fetchone()[0]
    if kind == "jsonb":
        return {"{}": '{"x": 1}', "[]": '["x"]'}.get(value) or value[:-1] + (', "x": 1}' if value.endswith("}") else ', "x"]')
    if kind == "bytea":
        data = bytearray.fromhex(value.removeprefix("\\x"))
        data[chance.randrange(len(data))] ^= chance.randrange(1, 256)
        return "\\x" + data.hex()
    if not value:
        return "x"
    at = chance.randrange(len(value))
    other = chance.choice([sign for sign in "x7甲" if sign != value[at]])
    return value[:at] + other + value[at + 1 :]


def damage(folder: Path, chance: random.Random) -> tuple[Path, bytes]:
    """One byte of one file of a folder; the file and what it held."""
    path = chance.choice(sorted(folder.iterdir()))
    before = path.read_bytes()
    at = chance.randrange(len(before))
    path.write_bytes(before[:at] + bytes([before[at] ^ chance.randrange(1, 256)]) + before[at + 1 :])
    return path, before
