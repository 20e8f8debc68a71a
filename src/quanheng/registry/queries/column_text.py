"""Many rows as text: a line each, its columns apart. What `column_frame` makes frames of; no Polars here."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from django.db import connection
from psycopg import Cursor

from quanheng.registry.core.column_kinds import APART, DAY, FLAG, LINE, WORD

Given = Sequence[date | str | int]


def fetch(columns: Mapping[str, tuple[str, str]], *, source: str, given: Given = ()) -> bytes:
    """The rows of `source` (what follows FROM) in one message; `columns` are {name: (kind, SQL expression)}."""
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT string_agg({_line(columns)}, '{LINE}') FROM {source}", [*given])  # noqa: S608  our own names
        [said] = cursor.fetchone() or [None]
    return (said or "").encode()


def fetch_in_parts(
    columns: Mapping[str, tuple[str, str]], *, source: str, given: Given = (), rows: int
) -> Iterator[bytes]:
    """The same, some `rows` at a time: what takes them can begin while the database works. Within a transaction."""
    line = f"convert_to({_line(columns)}, 'UTF8')"  # the bytes as they are: twenty megabytes are not to become words and bytes again
    with connection.cursor() as cursor:
        cursor.execute(f"DECLARE told NO SCROLL CURSOR FOR SELECT {line} FROM {source}", [*given])  # noqa: S608  our own names
        with Cursor(connection.connection) as plain:  # Django's own reads no bytes
            while lines := plain.execute(f"FETCH {rows:d} FROM told", binary=True).fetchall():
                yield LINE.encode().join([said for (said,) in lines])
        cursor.execute("CLOSE told")


def of_persons(table: str, condition: str = "") -> str:
    """A table's rows that belong to the numbered persons, as a source."""
    return f'seen JOIN "{table}" t ON t.person_id = seen.key {f"WHERE {condition}" if condition else ""}'


def _line(columns: Mapping[str, tuple[str, str]]) -> str:
    parts = f", '{APART}', ".join(_as_text(kind, said) for kind, said in columns.values())
    return f"concat({parts})"


def _as_text(kind: str, said: str) -> str:
    if kind == DAY:
        return f"({said}) - DATE '{date(1970, 1, 1)}'"
    if kind == FLAG:
        return f"({said})::int"
    return rf"translate({said}, E'\n\r\x1f', E'\x1c\x1d\x1e')" if kind == WORD else f"({said})"
