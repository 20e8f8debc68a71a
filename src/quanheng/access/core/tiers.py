"""The tier of every field of every table, from `data/field_tiers.toml`: public, internal, sensitive, sealed."""

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

TIERS = ("public", "internal", "sensitive", "sealed")
ENCRYPTED = frozenset({"sensitive", "sealed"})
"""Tiers whose fields are encrypted unless they are said to be plain."""
_FILE = Path(__file__).resolve().parent.parent / "data" / "field_tiers.toml"


@dataclass(frozen=True)
class Plain:
    """未加密字段: fields (`room.Table.field`) of an encrypted tier that are kept readable, and why."""

    fields: tuple[str, ...]
    why: str


@cache
def plain_fields() -> tuple[Plain, ...]:
    return tuple(Plain(tuple(each["fields"]), each["why"]) for each in _said()["plain"])


@cache
def listed() -> tuple[tuple[str, str], ...]:
    """Every field with its tier, as the file lists them; a field listed twice comes twice.

    >>> dict(listed())["registry.Talk.summary"]
    'sealed'
    """
    return tuple(
        (f"{room}.{table}.{name}", tier)
        for room, tables in _said().items() if room != "plain"
        for table, tiers in tables.items() for tier, names in tiers.items() for name in names
    )  # fmt: skip


@cache
def _said() -> dict[str, Any]:
    return tomllib.loads(_FILE.read_text(encoding="utf-8"))
