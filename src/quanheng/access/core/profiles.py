"""Which algorithms are used together, and under which id they are kept: `intl` and `gm`. Pure; keys are bytes.

The id stands in the first byte of everything encrypted, so that both can live in one database and be changed later.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives import hashes, hmac
from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from quanheng.access.core.agreement import KeyPairs, X25519Pairs, sm2_pairs

NONCE = 12
TAG = 16


class NotOpened(Exception):  # noqa: N818  the answer to a wrong key, a wrong place or a changed byte; never says which
    """What is sealed cannot be opened with this key, at this place, as it stands."""


class Cipherment(Protocol):
    """An authenticated cipher under one key; `data` comes back only with the same `nonce` and `bound`."""

    def encrypt(self, nonce: bytes, data: bytes, bound: bytes, /) -> bytes: ...

    def decrypt(self, nonce: bytes, data: bytes, bound: bytes, /) -> bytes: ...


class SM4GCM:
    """SM4 in Galois/Counter mode (RFC 8998), shaped like `AESGCM`."""

    def __init__(self, key: bytes) -> None:
        self._key = key

    def encrypt(self, nonce: bytes, data: bytes, bound: bytes, /) -> bytes:
        writer = Cipher(algorithms.SM4(self._key), modes.GCM(nonce)).encryptor()
        writer.authenticate_additional_data(bound)
        return writer.update(data) + writer.finalize() + writer.tag

    def decrypt(self, nonce: bytes, data: bytes, bound: bytes, /) -> bytes:
        if len(data) < TAG:
            raise InvalidTag
        reader = Cipher(algorithms.SM4(self._key), modes.GCM(nonce, data[-TAG:])).decryptor()
        reader.authenticate_additional_data(bound)
        return reader.update(data[:-TAG]) + reader.finalize()


@dataclass(frozen=True)
class Profile:
    """密码算法套件: `id` is the byte stored, `key_size` in bytes, `pairs` makes key pairs and lets them agree."""

    id: int
    name: str
    key_size: int
    hash: Callable[[], hashes.HashAlgorithm]
    cipher: Callable[[bytes], Cipherment]
    pairs: Callable[[], KeyPairs]

    def derived(self, secret: bytes, *, salt: bytes, info: bytes) -> bytes:
        """A key from a shared secret (HKDF, RFC 5869, with the profile's hash)."""
        return HKDF(self.hash(), self.key_size, salt or None, info).derive(secret)

    def digest(self, key: bytes, data: bytes) -> bytes:
        """HMAC with the profile's hash, 32 bytes."""
        made = hmac.HMAC(key, self.hash())
        made.update(data)
        return made.finalize()


INTL = Profile(1, "intl", 32, hashes.SHA256, AESGCM, X25519Pairs)
GM = Profile(2, "gm", 16, hashes.SM3, SM4GCM, sm2_pairs)
PROFILES = {profile.name: profile for profile in (INTL, GM)}
_BY_ID = {profile.id: profile for profile in PROFILES.values()}


def profile_of(sealed: bytes) -> Profile:
    """The profile named in the first byte; NotOpened when there is none of that id."""
    try:
        return _BY_ID[sealed[0]]
    except (IndexError, KeyError):
        raise NotOpened from None


def encrypted(profile: Profile, key: bytes, nonce: bytes, data: bytes, bound: bytes) -> bytes:
    """Ciphertext and tag; `nonce` of 12 bytes must never come twice under one key."""
    return profile.cipher(key).encrypt(nonce, data, bound)


def decrypted(profile: Profile, key: bytes, nonce: bytes, data: bytes, bound: bytes) -> bytes:
    """The data; NotOpened when key, nonce, place or any bit of it is not the same."""
    try:
        return profile.cipher(key).decrypt(nonce, data, bound)
    except (InvalidTag, ValueError):
        raise NotOpened from None


def joined(*parts: str | int | bytes) -> bytes:
    """Parts as one string that no other parts give: each with its length before it.

    >>> joined("a", "bc") == joined("ab", "c")
    False
    """
    raw = [part if isinstance(part, bytes) else str(part).encode() for part in parts]
    return b"".join(len(each).to_bytes(4, "big") + each for each in raw)
