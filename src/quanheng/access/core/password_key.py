"""A key from a password (Argon2id, RFC 9106), and a private key locked with it."""

import os
from dataclasses import dataclass

from cryptography.hazmat.primitives.kdf.argon2 import Argon2id

from quanheng.access.core.profiles import NONCE, NotOpened, Profile, decrypted, encrypted, joined, profile_of

MEMORY_KIB, PASSES, LANES = 65_536, 3, 4
"""The second setting RFC 9106 recommends: 64 MiB, three passes, four lanes."""
SALT = 16


@dataclass(frozen=True)
class Cost:
    """计算代价 of one locked key; kept with it, so that it may be raised later."""

    memory_kib: int = MEMORY_KIB
    passes: int = PASSES
    lanes: int = LANES


def lock(profile: Profile, password: str, private: bytes, *, name: str, cost: Cost) -> tuple[bytes, bytes]:
    """(salt, locked): `private` under a key from the password; `name` says whose it is and must be said again."""
    salt, nonce = os.urandom(SALT), os.urandom(NONCE)
    key = _key(profile, password, salt, cost)
    head = bytes([profile.id])
    return salt, head + nonce + encrypted(profile, key, nonce, private, joined("account", head, name))


def unlock(password: str, locked: bytes, *, salt: bytes, name: str, cost: Cost) -> bytes:
    """The private key; NotOpened for another password, another name or any changed byte."""
    profile = profile_of(locked)
    if len(locked) <= NONCE:
        raise NotOpened
    key = _key(profile, password, salt, cost)
    return decrypted(profile, key, locked[1 : 1 + NONCE], locked[1 + NONCE :], joined("account", locked[:1], name))


def _key(profile: Profile, password: str, salt: bytes, cost: Cost) -> bytes:
    try:
        made = Argon2id(
            salt=salt, length=profile.key_size, iterations=cost.passes, lanes=cost.lanes, memory_cost=cost.memory_kib
        )
    except ValueError:
        raise NotOpened from None
    return made.derive(password.encode())
