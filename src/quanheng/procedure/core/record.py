"""What the digest of a record entry covers, and how a whole chain is checked. No database: `verify` uses it too.

Entries written since there is a log are chained over a salted commitment (`by` and the salt come with them); those
before over their plain content. Part of the verifier that goes into every case's folder: it must also run on Python 3.8.
"""

from collections.abc import Iterable, Mapping
from typing import Any

from quanheng.access.core.chain import GENESIS, commitment, digest, linked

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
SALTED = (*COVERED, "by")
ERASED = {"case", "number", "commitment", "previous", "digest"}
"""All that may be left of an entry whose content was erased: anything more would be covered by nothing."""


def seal(previous: str, entry: Mapping[str, Any]) -> str:
    """The digest of an entry after `previous`; `entry` must have every covered field, and `salt` or `commitment` if salted."""
    if is_salted(entry):
        return linked(previous, committed(entry))
    return digest(previous, body(entry))


def is_salted(entry: Mapping[str, Any]) -> bool:
    """Whether an entry is chained over its commitment."""
    return "salt" in entry or "commitment" in entry


def body(entry: Mapping[str, Any]) -> dict[str, Any]:
    """What the log commits to; KeyError when a field is missing."""
    return {field: entry[field] for field in (SALTED if is_salted(entry) else COVERED)}


def committed(entry: Mapping[str, Any], salt: str = "") -> bytes:
    """The commitment of an entry: worked out, or, when its content was erased, as it stands there.

    `salt` (hexadecimal) for entries that do not bring their own.
    """
    if "commitment" in entry:
        return bytes.fromhex(entry["commitment"])
    return commitment(bytes.fromhex(entry.get("salt", salt)), body(entry))


def first_broken(entries: Iterable[Mapping[str, Any]]) -> tuple[int, str] | None:
    """Position (1-based) and reason of the first entry that does not hold, or None when the whole chain does."""
    previous, expected = GENESIS, 1
    for entry in entries:
        if entry.get("number") != expected:
            return expected, f"第{expected}条缺失或错位"
        if entry.get("previous") != previous:
            return expected, f"第{expected}条与前一条不衔接"
        if not _holds(previous, entry):
            return expected, f"第{expected}条内容已被改动"
        previous, expected = str(entry["digest"]), expected + 1
    return None


def _holds(previous: str, entry: Mapping[str, Any]) -> bool:
    if "commitment" in entry and set(entry) != ERASED:
        return False
    try:
        return seal(previous, entry) == entry.get("digest")
    except (KeyError, ValueError, TypeError):
        return False
