"""The lines of a preview as they are kept: effect and noun stand open to be counted and chosen by, the rest is sealed, line by line."""

import json
from collections.abc import Iterable, Iterator
from typing import Any

from quanheng.access.core.house_seal import HouseSeal
from quanheng.exchange.models import ImportBatch, ImportLine
from quanheng.exchange.queries.files import opened
from quanheng.exchange.queries.plan import Line, Place

COLUMNS = ("batch_id", "effect", "noun", "said")
_BLOCK = 64  # lengths are told in steps: whose name is longer does not show


def kept_lines(batch: ImportBatch, lines: Iterable[Line], seal: HouseSeal) -> Iterator[tuple[Any, ...]]:
    """A row for each line, in the order of `COLUMNS`; the seal is made before, as nothing can be asked of the database amid COPY."""
    for line in lines:
        yield batch.pk, line.effect, line.noun, sealed_line(seal, line)


def sealed_line(seal: HouseSeal, line: Line) -> bytes:
    """All of a line but effect and noun, which it is bound to."""
    return seal.seal(_packed(line), place=_place(line.effect, line.noun))


def open_lines(batch: ImportBatch, rows: Iterable[ImportLine]) -> list[Line]:
    """The lines again. Refused when they do not open."""
    return [_line(row, opened(batch, row.said, place=_place(row.effect, row.noun))) for row in rows]


def _packed(line: Line) -> bytes:
    place = line.place
    said = [line.label, place.sheet, place.row, place.column, line.message, line.changes]
    data = json.dumps(said, ensure_ascii=False).encode()
    return data.ljust(-(-len(data) // _BLOCK) * _BLOCK)


def _line(row: ImportLine, said: bytes) -> Line:
    label, sheet, number, column, message, changes = json.loads(said)
    return Line(row.effect, row.noun, label, Place(sheet, number, column), message, tuple(changes))


def _place(effect: str, noun: str) -> str:
    return f"line {effect} {noun}"
