"""What the log has leaves of, and the one spelling of an event that its commitment covers, made quickly from columns.

`canonical` of `chain.py` says the same more slowly; a test compares the two.
"""

import json
from collections.abc import Mapping
from json.encoder import encode_basestring as quoted
from typing import Any

JOURNAL, RECORD = 1, 2
FORGOTTEN = "access.content.forget"
"""The line of the journal that says whose content was erased, and why."""

_DECODER = json.JSONDecoder()
_ENCODER = json.JSONEncoder(ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def spelt(fields: Mapping[str, Any]) -> str:
    """An object of strings, numbers and truth values as canonical JSON; `Raw` values are taken as they are.

    >>> spelt({"b": 1, "a": "x", "c": Raw("[]")})
    '{"a":"x","b":1,"c":[]}'
    """
    return "{" + ",".join(f'"{key}":{_value(fields[key])}' for key in sorted(fields)) + "}"


class Raw(str):
    """Text that is canonical JSON already (原样)."""

    __slots__ = ()


def respelt(stored: str) -> str:
    """What the database says of a JSON column, in canonical spelling.

    >>> respelt('{"b": [1, 2], "a": "x"}')
    '{"a":"x","b":[1,2]}'
    """
    if len(stored) == 2:
        return stored
    return _ENCODER.encode(_DECODER.decode(stored))


def journal_event(row: tuple[Any, ...]) -> bytes:
    """The event of a journal line from its columns: number, at (as text), by, by_name, action, subject, path, facts."""
    number, at, by, name, action, subject, path, facts = row
    return (
        f'{{"action":{quoted(action)},"at":"{at}","authority_path":{quoted(path)},"by":"{by or ""}",'
        f'"by_name":{quoted(name)},"facts":{respelt(facts)},"number":{number},"subject":{quoted(subject)}}}'
    ).encode()


def _value(value: Any) -> str:
    if isinstance(value, Raw):
        return str(value)
    if isinstance(value, bool):
        return "true" if value else "false"
    return quoted(value) if isinstance(value, str) else str(value)
