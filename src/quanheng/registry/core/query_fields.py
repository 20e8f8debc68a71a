"""The catalogue of fields that can be asked for, from `data/query_fields.toml`, and the operators of each kind. Pure."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from dataclasses import field as made
from functools import cache
from pathlib import Path
from typing import Any

DATA = Path(__file__).parent.parent / "data"

OPERATORS: dict[str, tuple[str, ...]] = {
    "text": ("has", "lacks", "is", "not", "starts", "empty", "filled"),
    "code": ("is", "not", "in", "out", "only", "empty", "filled"),
    "number": ("least", "most", "between", "is", "empty", "filled"),
    "date": ("from", "until", "between", "on", "empty", "filled"),
    "yes": ("is",),
    "authority": ("is", "only", "not"),
    "kept": ("filled", "empty"),
}
"""Kind of field to the operators it takes, the first one offered first."""

WORDS = {
    "has": "包含", "lacks": "不包含", "is": "为", "not": "不是", "starts": "开头是", "empty": "为空", "filled": "不为空",
    "in": "属于其中之一", "out": "不属于其中任何一个", "least": "至少", "most": "至多", "between": "介于",
    "from": "不早于", "until": "不晚于", "on": "当日是", "only": "仅为",
}  # fmt: skip
WITHOUT_VALUE = ("empty", "filled")
NEGATIVE = ("not", "lacks", "out")


@dataclass(frozen=True)
class Field:
    """字段: its Chinese label, kind and unit, how it is read from the tables, and whether it needs the sensitive right."""

    name: str
    label: str
    topic: str
    kind: str
    read: str
    """column · since (full years from a date) · lines (any dated line) · value (one worked-out value)"""

    of: str
    """The column on the person; the relation of the lines; the name of the worked-out value."""

    column: str = ""
    scope: str = ""
    where: Mapping[str, Any] = made(default_factory=dict)
    table: str = ""
    words: Mapping[str, str] = made(default_factory=dict)
    unit: str = ""
    argument: str = ""
    is_sensitive: bool = False

    @property
    def operators(self) -> tuple[str, ...]:
        """Those of its kind."""
        return OPERATORS[self.kind]


@dataclass(frozen=True)
class Category:
    """分类项: how statistics divide people: by the values of a field, its bands, or named groups of its codes."""

    name: str
    label: str
    field: str
    bands: tuple[tuple[int, int], ...] = ()
    groups: Mapping[str, str] = made(default_factory=dict)
    """Label to the operator and value that mean it: `汉族 = "is:01"`."""

    definition: str = ""


@dataclass(frozen=True)
class ReadyTable:
    """常用统计表: rows, columns and conditions under a name."""

    name: str
    label: str
    rows: str
    columns: str = ""
    conditions: str = ""


@cache
def fields() -> Mapping[str, Field]:
    """The catalogue in its order.

    >>> fields()["age"].label, fields()["age"].operators[0]
    ('年龄', 'least')
    """
    source = _toml("query_fields")
    return {name: Field(name=name, **entry) for name, entry in source.items()}


@cache
def categories() -> Mapping[str, Category]:
    """The categories of statistics in their order."""
    return {name: _category(name, entry) for name, entry in _toml("query_categories").items()}


@cache
def ready_tables() -> Mapping[str, ReadyTable]:
    """The tables offered ready-made, in their order."""
    return {name: ReadyTable(name=name, **entry) for name, entry in _toml("query_tables").items()}


def _category(name: str, entry: dict[str, Any]) -> Category:
    bands = tuple((least, most) for least, most in entry.pop("bands", ()))
    return Category(name=name, bands=bands, **entry)


def _toml(name: str) -> dict[str, Any]:
    return tomllib.loads((DATA / f"{name}.toml").read_text(encoding="utf-8"))
