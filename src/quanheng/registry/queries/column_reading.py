"""Reading tables as columns: one statement, one message, one Polars frame. Row by row a large registry takes seconds.

Needs the extra `bulk` (Polars); who may lack it loads these modules by name. What the columns mean is said in `column_person` and `column_candidacy`.
"""

from collections.abc import Mapping, Sequence
from datetime import date

import polars as pl
from django.db import connection
from django.db.models import QuerySet

from quanheng.registry.models import Person
from quanheng.regulation.core.library import library

DAY, WORD, CODE, COUNT, FIGURE, FLAG = "day", "word", "code", "count", "figure", "flag"
"""Kinds of columns: a date, a text ("" when there is none), a code (a text known to be in one line), numbers, yes or no."""

_APART, _LINE = "\x1f", "\n"


def number_persons(persons: QuerySet[Person], *fields: str) -> None:
    """Number the persons 0, 1, 2 … in the temporary table `seen(n, key, …)`: short keys to join by, here and in Polars."""
    sql, given = persons.order_by().values_list("pk", *fields).query.sql_with_params()
    named = ", ".join(("key", *fields))
    with connection.cursor() as cursor:
        cursor.execute("SET LOCAL jit = off")  # compiling costs more than these short statements
        cursor.execute("DROP TABLE IF EXISTS seen")
        numbered = f"SELECT (row_number() OVER () - 1)::int AS n, t.* FROM ({sql}) t({named})"  # noqa: S608  Django's own
        cursor.execute(f"CREATE TEMP TABLE seen ON COMMIT DROP AS {numbered}", given)
        cursor.execute("ANALYZE seen (key)")


def read(
    columns: Mapping[str, tuple[str, str]], *, source: str, given: Sequence[date | str | int] = ()
) -> pl.DataFrame:
    """The rows of `source` (what follows FROM); `columns` are {name: (kind, SQL expression)}."""
    parts = ", '\x1f', ".join(_as_text(kind, said) for kind, said in columns.values())
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT string_agg(concat({parts}), '\n') FROM {source}", [*given])  # noqa: S608  our own names
        [said] = cursor.fetchone() or [None]
    return _frame(said or "", columns)


def of_persons(table: str, condition: str = "") -> str:
    """A table's rows that belong to the numbered persons, as a source."""
    return f'seen JOIN "{table}" t ON t.person_id = seen.key {f"WHERE {condition}" if condition else ""}'


def _as_text(kind: str, said: str) -> str:
    if kind == DAY:
        return f"({said}) - DATE '{date(1970, 1, 1)}'"
    if kind == FLAG:
        return f"({said})::int"
    return rf"translate({said}, E'\n\r\x1f', E'\x1c\x1d\x1e')" if kind == WORD else f"({said})"


def _frame(said: str, columns: Mapping[str, tuple[str, str]]) -> pl.DataFrame:
    types = {
        DAY: pl.Int32,
        WORD: pl.String,
        CODE: pl.String,
        COUNT: pl.Int32,
        FIGURE: pl.Float64,
        FLAG: pl.Int8,
    }
    schema = {name: types[kind] for name, (kind, _) in columns.items()}
    if not said:
        frame = pl.DataFrame(schema=schema)
    else:
        frame = pl.read_csv(
            said.encode(), has_header=False, schema=schema, separator=_APART, eol_char=_LINE, quote_char=None
        )
    return frame.with_columns(
        *(_typed(name, kind) for name, (kind, _) in columns.items() if kind not in (COUNT, FIGURE))
    )


def _typed(name: str, kind: str) -> pl.Expr:
    if kind in (WORD, CODE):
        return pl.col(name).fill_null("")
    return pl.col(name).cast(pl.Date if kind == DAY else pl.Boolean)


def settled_columns(sure: pl.Expr, most: pl.Expr, *, figure: str, on: date) -> pl.Expr:
    """`settled` for a column: `sure` where it is the whole truth, or enough, or where even `most` is not enough."""
    wanted = library().figure(figure, on)
    if wanted is None:
        return pl.when(sure == most).then(sure)
    return pl.when((sure == most) | (sure >= wanted.value) | (most < wanted.value)).then(sure)
