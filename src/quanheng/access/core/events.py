"""What the log has leaves of, and pieces of the spelling of an event that its commitment covers, made quickly from columns.

`canonical` of `chain.py`, which wrote it, says the same more slowly; tests compare the two.
"""

import json
from collections.abc import Mapping
from json.encoder import c_make_encoder  # type: ignore[attr-defined]
from json.encoder import encode_basestring as quoted
from typing import Any

JOURNAL, RECORD = 1, 2
FORGOTTEN = "access.content.forget"
"""The line of the journal that says whose content was erased, and why."""

_ENCODER = json.JSONEncoder(ensure_ascii=False, sort_keys=True, separators=(",", ":"))
_read = json.JSONDecoder().scan_once  # type: ignore[attr-defined]
# what `_ENCODER.encode` makes anew for every value
_write = c_make_encoder(None, _ENCODER.default, quoted, None, ":", ",", True, False, True)


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
    value, end = _read(stored, 0)
    if end != len(stored):
        raise ValueError(f"not one JSON value: {stored[end:]!r}")
    return "".join(_write(value, 0))


def _value(value: Any) -> str:
    if isinstance(value, Raw):
        return str(value)
    if isinstance(value, bool):
        return "true" if value else "false"
    return quoted(value) if isinstance(value, str) else str(value)
