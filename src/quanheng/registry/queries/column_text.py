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


def fetch_in_parts(columns: Mapping[str, tuple[str, str]], *, table: str, source: str, given: Given = (), pages: int) -> Iterator[bytes]:
    """The same, about so many `pages` of a table at a time: what takes them can begin while the database works.

    `source` brings `place`, the `ctid` of the table's row. A row that is changed meanwhile may come twice, or not at all.
    """
    line = f"convert_to(string_agg({_line(columns)}, '{LINE}'), 'UTF8')"  # the bytes as they are: twenty megabytes are not to become words and bytes again
    with Cursor(connection.connection) as plain:  # Django's own reads no bytes
        [[end]] = plain.execute("SELECT pg_relation_size(%s::regclass) / current_setting('block_size')::int", [table]).fetchall()
        step = -(-end // max(1, round(end / pages))) or 1  # parts of a size
        for start in range(0, max(end, 1), step):
            until = f" AND place < '({start + step},0)'" if start + step < end else ""
            asked = f"SELECT {line} FROM {source} WHERE place >= '({start},0)'{until}"  # noqa: S608  our own names
            [[said]] = plain.execute(asked, [*given], binary=True).fetchall()
            if said is not None:
                yield said


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
