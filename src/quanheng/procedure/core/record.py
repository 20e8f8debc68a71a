"""What the digest of a record entry covers, and how a whole chain is checked. No database: `verify` uses it too."""

from collections.abc import Iterable, Mapping
from typing import Any

from quanheng.access.core.chain import GENESIS, digest

COVERED = (
    "case",
    "number",
    "verb",
    "matter",
    "step",
    "outcome",
    "happened_at",
    "place",
    "by_name",
    "result",
    "cites",
    "facts",
    "documents",
    "recorded_at",
    "is_late",
)


def seal(previous: str, entry: Mapping[str, Any]) -> str:
    """The digest of an entry after `previous`; `entry` must have every covered field."""
    return digest(previous, {field: entry[field] for field in COVERED})


def first_broken(entries: Iterable[Mapping[str, Any]]) -> tuple[int, str] | None:
    """Position (1-based) and reason of the first entry that does not hold, or None when the whole chain does."""
    previous, expected = GENESIS, 1
    for entry in entries:
        if entry.get("number") != expected:
            return expected, f"第{expected}条缺失或错位"
        if entry.get("previous") != previous:
            return expected, f"第{expected}条与前一条不衔接"
        if any(field not in entry for field in COVERED) or seal(previous, entry) != entry.get("digest"):
            return expected, f"第{expected}条内容已被改动"
        previous, expected = str(entry["digest"]), expected + 1
    return None
