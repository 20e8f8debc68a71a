"""Bytes under a key of the installation: what waits must be read by a worker that holds nobody's key. The database alone opens nothing."""

import os
from dataclasses import dataclass
from functools import lru_cache

from quanheng.access.core.profiles import (
    INTL,
    NONCE,
    TAG,
    NotOpened,
    Profile,
    decrypted,
    encrypted,
    joined,
    profile_of,
)

LONGER = 1 + NONCE + TAG
"""By so many bytes is what is sealed longer."""


@dataclass(frozen=True)
class HouseSeal:
    """封存: seals the pieces of one record; `house` is the installation's key, of which each record has one derived."""

    house: bytes
    record: str
    profile: Profile = INTL

    def seal(self, data: bytes, *, place: str) -> bytes:
        """Profile, nonce, ciphertext: 29 bytes longer. At another place of the record, or in another record, it does not open."""
        head, nonce = bytes([self.profile.id]), os.urandom(NONCE)
        return head + nonce + encrypted(self.profile, self._key(self.profile), nonce, data, self._bound(head, place))

    def open(self, sealed: bytes, *, place: str) -> bytes:
        """What was sealed; NotOpened for another key, record or place, or any changed byte."""
        profile, head = profile_of(sealed), sealed[:1]
        if len(sealed) <= NONCE:
            raise NotOpened
        return decrypted(profile, self._key(profile), sealed[1 : 1 + NONCE], sealed[1 + NONCE :], self._bound(head, place))

    def _key(self, profile: Profile) -> bytes:
        return _derived(profile, self.house, self.record)

    def _bound(self, head: bytes, place: str) -> bytes:
        return joined("quanheng.house.1", head, self.record, place)


@lru_cache(maxsize=32)
def _derived(profile: Profile, house: bytes, record: str) -> bytes:
    return profile.derived(house, salt=b"", info=joined("quanheng.house.1", record))
