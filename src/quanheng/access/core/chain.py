"""Canonical form and chained digests of records: what a digest covers is decided here and nowhere else.

Part of the verifier that goes into every case's folder: it must also run on Python 3.8.
"""

import hashlib
import json
from collections.abc import Mapping
from datetime import date, datetime, timezone
from typing import Any

GENESIS = "0" * 64


def plain(value: Any) -> Any:
    """`value` as JSON can hold it: moments in UTC to the microsecond, dates ISO, everything else by its own text."""
    if value is None or isinstance(value, (str, bool, int)):
        return value
    if isinstance(value, datetime):
        return moment(value)
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Mapping):
        return {str(key): plain(item) for key, item in value.items()}
    if isinstance(value, (list, tuple, set, frozenset)):
        return [plain(item) for item in (sorted(value) if isinstance(value, (set, frozenset)) else value)]
    return str(value)


def moment(at: datetime) -> str:
    """A moment in UTC, always with microseconds, so that the same moment has one spelling.

    >>> moment(datetime(2026, 11, 21, 9, 0, tzinfo=timezone.utc))
    '2026-11-21T09:00:00.000000Z'
    """
    return at.astimezone(timezone.utc).strftime("%Y-%m-%dT%H:%M:%S.%fZ")  # noqa: UP017  Python 3.8 has no `UTC`


def canonical(body: Mapping[str, Any]) -> bytes:
    """One spelling of a record: UTF-8 JSON, keys sorted, no spaces."""
    return json.dumps(plain(body), ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()


def digest(previous: str, body: Mapping[str, Any]) -> str:
    """SHA-256 over the previous digest and the canonical body.

    >>> digest(GENESIS, {"a": 1})[:8]
    'a7e774dd'
    """
    return hashlib.sha256(b"\x01" + previous.encode() + b"\n" + canonical(body)).hexdigest()


def commitment(salt: bytes, body: Mapping[str, Any]) -> bytes:
    """What the log keeps of a record: nothing can be told from it once the salt is gone (32 bytes).

    >>> commitment(bytes(16), {"a": 1}).hex()[:8]
    'c5961791'
    """
    return hashlib.sha256(salt + canonical(body)).digest()


def linked(previous: str, committed: bytes) -> str:
    """The chained digest over a commitment: the chain still holds when what was committed to has been erased."""
    return hashlib.sha256(b"\x02" + previous.encode() + b"\n" + committed).hexdigest()
