"""The tables as they are copied out and in: which there are, their columns, sequences, and the rows as one stream.

Works over any server of the PostgreSQL family by COPY alone, so that a backup moves between versions and machines.
"""

import hashlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import IO, Any

from django.db import connections
from django.db.backends.utils import CursorWrapper
from django.db.migrations.loader import MigrationLoader

# Sessions are credentials: after a restore nobody is signed in. The state of the schema is kept in words of its own. What the
# policies rest on, a key among it, is put in place anew by each installation.
LEFT_OUT = ("django_session", "django_migrations", "access_seal", "access_rolereach")

_TABLES = """
SELECT c.relname, array_agg(a.attname ORDER BY a.attnum)
FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = ''
WHERE c.relnamespace = current_schema()::regnamespace AND c.relkind IN ('r', 'p') AND NOT c.relispartition
GROUP BY c.relname ORDER BY c.relname
"""
_SIZES = (
    "SELECT relname, pg_relation_size(oid) FROM pg_class WHERE relnamespace = current_schema()::regnamespace"
)
_SEQUENCES = (
    "SELECT sequencename, last_value FROM pg_sequences WHERE schemaname = current_schema() ORDER BY 1"
)
_REFRESHED = "SELECT matviewname FROM pg_matviews WHERE schemaname = current_schema() ORDER BY 1"
# One spelling of every value, whatever the server's settings.
_SPELLING = (
    "SET LOCAL synchronize_seqscans = off; SET LOCAL TimeZone = 'UTC';"
    "SET LOCAL DateStyle = 'ISO, YMD'; SET LOCAL IntervalStyle = 'iso_8601'; SET LOCAL extra_float_digits = 1;"
    "SET LOCAL bytea_output = 'hex'; SET LOCAL statement_timeout = 0; SET LOCAL lock_timeout = 0"
)


@dataclass(frozen=True)
class TableShape:
    """A table's name, the columns that hold data of their own, and its size in bytes."""

    name: str
    columns: tuple[str, ...]
    size: int


def keeper() -> str:
    """The alias that may see every row: the owner's when the installation has one, else the only one."""
    return "owner" if "owner" in connections.databases else "default"


@contextmanager
def cursor_for_copies(using: str) -> Iterator[CursorWrapper]:
    """A cursor in the caller's transaction, set so that every server writes values in one spelling."""
    with connections[using].cursor() as cursor:
        cursor.execute(_SPELLING)
        yield cursor


def shapes(cursor: CursorWrapper) -> list[TableShape]:
    """Every table to be copied, by name."""
    cursor.execute(_SIZES)
    sizes = dict(cursor.fetchall())
    cursor.execute(_TABLES)
    return [
        TableShape(name, tuple(columns), sizes[name])
        for name, columns in cursor.fetchall()
        if name not in LEFT_OUT
    ]


def sequences(cursor: CursorWrapper) -> dict[str, int | None]:
    """The last number that each sequence gave; None when it gave none yet."""
    cursor.execute(_SEQUENCES)
    return dict(cursor.fetchall())


def refreshed(cursor: CursorWrapper) -> list[str]:
    """The views that keep rows of their own."""
    cursor.execute(_REFRESHED)
    return [name for (name,) in cursor.fetchall()]


def applied(using: str) -> list[tuple[str, str]]:
    """The migrations that this database has been through, by room and name; not those that others have replaced."""
    loader = MigrationLoader(connections[using])
    return sorted(set(loader.applied_migrations) & set(loader.graph.nodes))


def copy_out(
    cursor: CursorWrapper, table: str, columns: tuple[str, ...], out: IO[bytes] | None
) -> tuple[int, str]:
    """Write the rows; how many there were and their SHA-256. Without `out` they are only counted and digested."""
    digest = hashlib.sha256()
    said = f"COPY (SELECT {_names(cursor, columns)} FROM {_name(cursor, table)}) TO STDOUT"  # noqa: S608  names that the server gave
    with cursor.cursor.copy(said) as rows:
        for block in rows:
            digest.update(block)
            if out is not None:
                out.write(block)
    return cursor.rowcount, digest.hexdigest()


def copy_in(cursor: CursorWrapper, table: str, columns: tuple[str, ...], source: IO[bytes]) -> int:
    """Read the rows in; how many there were."""
    said = f"COPY {_name(cursor, table)} ({_names(cursor, columns)}) FROM STDIN"
    with cursor.cursor.copy(said) as rows:
        while block := source.read(1 << 18):
            rows.write(block)
    return int(cursor.rowcount)


def empty_for_copies(cursor: CursorWrapper, tables: list[str]) -> None:
    """Take out the few rows that making the tables put there. The tables' own triggers rest until `wake`."""
    for table in tables:
        cursor.execute(f"ALTER TABLE {_name(cursor, table)} DISABLE TRIGGER USER")
    cursor.execute(f"TRUNCATE {', '.join(_name(cursor, table) for table in tables)}")
    cursor.execute("SET CONSTRAINTS ALL DEFERRED")


def wake(cursor: CursorWrapper, tables: list[str]) -> None:
    """Every reference holds, and the triggers work again as they did before."""
    cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
    for table in tables:
        cursor.execute(f"ALTER TABLE {_name(cursor, table)} ENABLE TRIGGER USER")


def set_sequences(cursor: CursorWrapper, numbers: dict[str, int | None]) -> None:
    """Go on counting where the backup stopped."""
    for name, last in numbers.items():
        if last is not None:
            cursor.execute("SELECT setval(quote_ident(%s)::regclass, %s)", [name, last])


def refresh(cursor: CursorWrapper) -> None:
    """Work out the views that keep rows of their own."""
    for name in refreshed(cursor):
        cursor.execute(f"REFRESH MATERIALIZED VIEW {_name(cursor, name)}")


def _name(cursor: CursorWrapper, name: str) -> str:
    return str(cursor.db.ops.quote_name(name))


def _names(cursor: CursorWrapper, names: tuple[str, ...]) -> str:
    return ", ".join(_name(cursor, name) for name in names)


def is_made(using: str) -> bool:
    """Whether the database has any table at all."""
    with connections[using].cursor() as cursor:
        return bool(connections[using].introspection.table_names(cursor))


def counted(using: str, table: str) -> int:
    """Rows of a table; 0 when there is no such table."""
    with connections[using].cursor() as cursor:
        if table not in connections[using].introspection.table_names(cursor):
            return 0
        cursor.execute(f"SELECT count(*) FROM {_name(cursor, table)}")  # noqa: S608  a table's name
        return int(_first(cursor.fetchone()))


def _first(row: Any) -> Any:
    return row[0]
