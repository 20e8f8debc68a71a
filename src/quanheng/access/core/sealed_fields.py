"""One field of one row encrypted under the data key of its record, bound to where it stands.

The place is the associated data of the cipher: a ciphertext put into another row, field, record or version does not open.
"""

import base64
import os
from collections.abc import Mapping
from dataclasses import dataclass

from quanheng.access.core.profiles import NONCE, NotOpened, Profile, decrypted, encrypted, joined, profile_of

_BLOCK = 32  # lengths are told in steps: a short word and a shorter one look the same
_VERSION = 4
UNSEALED = 0
"""First byte of a value written before there were keys: text that waits to be sealed (`quanheng keys seal`)."""


@dataclass(frozen=True)
class Place:
    """密文位置: the table, row and field a ciphertext belongs to, and the authority that owns the record."""

    table: str
    row: str
    field: str
    owner: str


def new_data_key(profile: Profile) -> bytes:
    return os.urandom(profile.key_size)


def seal_field(profile: Profile, key: bytes, words: str, *, place: Place, version: int) -> bytes:
    """`words` under the data key of this version: id, version, nonce, ciphertext. Empty words stay empty bytes."""
    if not words:
        return b""
    head, nonce = bytes([profile.id]) + version.to_bytes(_VERSION, "big"), os.urandom(NONCE)
    return head + nonce + encrypted(profile, key, nonce, _padded(words.encode()), _bound(head, place, version))


def open_field(key: bytes, sealed: bytes, *, place: Place) -> str:
    """The words; NotOpened for another key, row, field, version or owner, or any changed byte."""
    if not sealed:
        return ""
    profile, head, body = profile_of(sealed), sealed[: 1 + _VERSION], sealed[1 + _VERSION :]
    if len(body) < NONCE:
        raise NotOpened
    data = decrypted(profile, key, body[:NONCE], body[NONCE:], _bound(head, place, version_of(sealed)))
    return data.rstrip(b"\0")[:-1].decode()


def version_of(sealed: bytes) -> int:
    """Which of the record's data keys it is under."""
    if len(sealed) <= _VERSION:
        raise NotOpened
    return int.from_bytes(sealed[1 : 1 + _VERSION], "big")


def unsealed(words: str) -> bytes:
    """As a migration leaves words that had been written in plain."""
    return bytes([UNSEALED]) + words.encode() if words else b""


def waiting_words(value: bytes) -> str | None:
    """The words of a value that still waits to be sealed; None for one that is sealed."""
    return value[1:].decode() if value[:1] == bytes([UNSEALED]) else None


def as_json(sealed: bytes) -> dict[str, str]:
    """As a kept version of a row holds a sealed value."""
    return {"sealed": base64.b64encode(sealed).decode()}


def kept(value: bytes) -> object:
    """A column's value as a version keeps it: sealed, or the words that wait to be, or None.

    >>> kept(b""), kept(unsealed("a")), kept(b"\\x01abc")
    (None, 'a', {'sealed': 'AWFiYw=='})
    """
    return (waiting_words(value) or as_json(value)) if value else None


def from_json(kept: object) -> bytes | None:
    """The sealed value again; None for anything else.

    >>> from_json(as_json(b"abc")), from_json("abc")
    (b'abc', None)
    """
    return base64.b64decode(str(kept["sealed"])) if isinstance(kept, Mapping) and "sealed" in kept else None


def _bound(head: bytes, place: Place, version: int) -> bytes:
    return joined("quanheng.field.1", head, place.table, place.row, place.field, version, place.owner)


def _padded(data: bytes) -> bytes:
    return data + b"\x01" + bytes(-(len(data) + 1) % _BLOCK)
