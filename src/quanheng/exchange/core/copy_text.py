"""Rows in the text form of PostgreSQL's COPY: a line a row, values parted by tabs. Pure: no database, no Django."""

from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from uuid import UUID

Plain = str | int | bool | date | Decimal | UUID | bytes | None
NOTHING = "\\N"
_ESCAPES = str.maketrans(
    {"\\": "\\\\", "\t": "\\t", "\n": "\\n", "\r": "\\r", "\b": "\\b", "\f": "\\f", "\v": "\\v", "\x00": None}
)


def line(values: Iterable[Plain]) -> str:
    """One row; what PostgreSQL cannot keep at all, a zero character, is left out.

    >>> line(["甲\\t乙", 3, True, None, date(2026, 11, 21), b"ab"])
    '甲\\\\t乙\\t3\\tt\\t\\\\N\\t2026-11-21\\t\\\\\\\\x6162\\n'
    """
    return "\t".join([_said(value) for value in values]) + "\n"


def _said(value: Plain) -> str:
    if value is None:
        return NOTHING
    if isinstance(value, str):
        return value.translate(_ESCAPES)
    if isinstance(value, bool):
        return "t" if value else "f"
    if isinstance(value, bytes):
        return f"\\\\x{value.hex()}"
    if isinstance(value, date):
        return value.isoformat()
    return str(value)
