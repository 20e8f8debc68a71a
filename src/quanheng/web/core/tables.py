"""Columns of the table component and the value of a cell. No HTML here."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Column:
    """一栏: `key` is looked up in the row; `sort` is the word in ?sort= (empty: does not sort)."""

    key: str
    label: str
    is_number: bool = False
    sort: str = ""


def cell_value(row: Any, key: str) -> Any:
    """`row[key]`, or the attribute; a dotted key walks, as in Django's templates; None where the way ends.

    >>> cell_value({"post": {"name": "局长"}}, "post.name")
    '局长'
    """
    value = row
    for part in key.split("."):
        value = value.get(part) if isinstance(value, Mapping) else getattr(value, part, None)
    return value() if callable(value) else value


def next_sort(sort: str, current: str) -> str:
    """The ?sort= that a heading's link asks for: ascending first, then descending.

    >>> next_sort("age", "age"), next_sort("age", "-age")
    ('-age', 'age')
    """
    return f"-{sort}" if current == sort else sort


def sort_direction(sort: str, current: str) -> str:
    """The value of `aria-sort` for a heading."""
    if sort and current == sort:
        return "ascending"
    return "descending" if sort and current == f"-{sort}" else "none"
