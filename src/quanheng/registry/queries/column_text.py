"""Many rows as one text: one statement, one message. What `column_reading` makes frames of; no Polars here.

A statement about everybody takes half a second: it can be asked while Polars and the law are still being loaded.
"""

from collections.abc import Mapping, Sequence
from datetime import date

from django.db import connection

DAY, WORD, CODE, COUNT, KEY, FIGURE, FLAG = "day", "word", "code", "count", "key", "figure", "flag"
"""Kinds of columns: a date, a text ("" when there is none), a code (a text known to be in one line), numbers, yes or no."""

APART, LINE = "\x1f", "\n"


def fetch(
    columns: Mapping[str, tuple[str, str]], *, source: str, given: Sequence[date | str | int] = ()
) -> str:
    """The rows of `source` (what follows FROM), a line each; `columns` are {name: (kind, SQL expression)}."""
    parts = ", '\x1f', ".join(_as_text(kind, said) for kind, said in columns.values())
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT string_agg(concat({parts}), '\n') FROM {source}", [*given])  # noqa: S608  our own names
        [said] = cursor.fetchone() or [None]
    return said or ""


def of_persons(table: str, condition: str = "") -> str:
    """A table's rows that belong to the numbered persons, as a source."""
    return f'seen JOIN "{table}" t ON t.person_id = seen.key {f"WHERE {condition}" if condition else ""}'


def _as_text(kind: str, said: str) -> str:
    if kind == DAY:
        return f"({said}) - DATE '{date(1970, 1, 1)}'"
    if kind == FLAG:
        return f"({said})::int"
    return rf"translate({said}, E'\n\r\x1f', E'\x1c\x1d\x1e')" if kind == WORD else f"({said})"
