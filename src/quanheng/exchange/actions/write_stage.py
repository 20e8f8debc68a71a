"""Write what a preview worked out: each table's rows are copied beside it, and then come in by one statement.

Runs inside the caller's transaction. The number of statements grows with the tables, not with the rows.
"""

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from itertools import groupby
from typing import Any

from django.db import connection, models

from quanheng.access.models import Account
from quanheng.exchange.queries.stages import Piece
from quanheng.kernel.progress import Progress, silent

_BESIDE = "import_rows"
_LOOKED_UP = ("hold", "change", "settle")
"""Rows that are looked for in a table of a million: the planner is told how few they are."""


@dataclass(frozen=True)
class Note:
    """Who confirmed and when: every corrected line is noted with it (更正说明)."""

    by: Account
    at: datetime


def write_stage(pieces: Iterable[Piece], *, rows: int, note: Note, progress: Progress = silent) -> None:
    """All of it, in the order given; `rows` is how many there are, for the bar."""
    done = 0
    for (verb, model, columns), same in groupby(
        pieces, key=lambda piece: (piece.verb, piece.model, piece.columns)
    ):
        with _beside(model, columns, is_change=verb == "change"):
            for piece in same:
                progress("write", done, rows)
                _copy(piece)
                done += piece.rows
            if verb in _LOOKED_UP:
                _do(f"ANALYZE {_BESIDE}")
            _VERBS[verb](model, columns, note)
        progress("write", done, rows)


@contextmanager
def _beside(model: type[models.Model], columns: tuple[str, ...], *, is_change: bool) -> Iterator[None]:
    """A table of this transaction's own with the same columns: types and lengths are checked as the rows are copied."""
    said = [_name(each) for each in columns]
    if is_change:
        said.insert(1, "0::bigint AS which")
    like = f"SELECT {', '.join(said)} FROM {_name(model._meta.db_table)} WITH NO DATA"  # noqa: S608
    _do(f"CREATE TEMP TABLE {_BESIDE} ON COMMIT DROP AS {like}")
    yield
    _do(f"DROP TABLE {_BESIDE}")


def _copy(piece: Piece) -> None:
    with (
        connection.wrap_database_errors,
        connection.cursor() as cursor,
        cursor.copy(f"COPY {_BESIDE} FROM STDIN") as copy,
    ):
        copy.write(piece.text)


def _name(said: str) -> str:
    return str(connection.ops.quote_name(said))


def _do(said: str, *given: Any) -> None:
    with connection.cursor() as cursor:
        cursor.execute(said, given or None)


def _hold(model: type[models.Model], columns: tuple[str, ...], note: Note) -> None:
    """Lock the rows, in order of their keys: whoever is at one of them finishes first."""
    key = _name(columns[0])
    these = f"SELECT 1 FROM {_name(model._meta.db_table)} WHERE {key} IN (SELECT {key} FROM {_BESIDE})"  # noqa: S608
    _do(f"{these} ORDER BY {key} FOR NO KEY UPDATE")


def _add(model: type[models.Model], columns: tuple[str, ...], note: Note) -> None:
    said = ", ".join(map(_name, columns))
    _do(f"INSERT INTO {_name(model._meta.db_table)} ({said}) SELECT {said} FROM {_BESIDE}")  # noqa: S608


def _change(model: type[models.Model], columns: tuple[str, ...], note: Note) -> None:
    """Only the fields whose bit is set; the others keep what stands there."""
    key, *fields = map(_name, columns)
    said = ", ".join(
        f"{each} = CASE WHEN s.which & {1 << place} > 0 THEN s.{each} ELSE t.{each} END"
        for place, each in enumerate(fields)
    )
    _do(f"UPDATE {_name(model._meta.db_table)} t SET {said} FROM {_BESIDE} s WHERE t.{key} = s.{key}")  # noqa: S608


def _settle(model: type[models.Model], columns: tuple[str, ...], note: Note) -> None:
    key = _name(columns[0])
    _do(f"DELETE FROM {_name(model._meta.db_table)} WHERE {key} IN (SELECT {key} FROM {_BESIDE})")  # noqa: S608


def _note(model: type[models.Model], columns: tuple[str, ...], note: Note) -> None:
    said = ", ".join(map(_name, columns))
    statement = (
        f"INSERT INTO {_name(model._meta.db_table)} ({said}, by_id, at) SELECT {said}, %s, %s FROM {_BESIDE}"  # noqa: S608
    )
    _do(statement, note.by.pk, note.at)


_VERBS: dict[str, Callable[[type[models.Model], tuple[str, ...], Note], None]] = {
    "hold": _hold, "add": _add, "change": _change, "settle": _settle, "note": _note,
}  # fmt: skip
