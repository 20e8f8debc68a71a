"""Key pairs and the secret between two of them: X25519 here, SM2 from a provider that an installation brings.

A capsule carries a fresh secret to the holder of a private key; it is what a sealed box begins with.
"""

import importlib
from typing import NamedTuple, Protocol

from cryptography.exceptions import InternalError
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey

from quanheng.kernel.refusals import Refused
from quanheng.kernel.texts import text

SM2_PROVIDER = "quanheng_sm2"
"""The module that brings SM2: it has `pairs() -> KeyPairs`, public keys of more than 32 bytes. None comes with the product; `cryptography` has no SM2."""

X25519_SIZE = 32
"""Bytes of a public key of X25519, and of no SM2 key."""


class Pair(NamedTuple):
    """一对密钥: 私钥和公钥, raw bytes."""

    private: bytes
    public: bytes


class KeyPairs(Protocol):
    """密钥对: makes pairs, and carries a secret of 32 bytes to whoever holds a private key."""

    def generate(self) -> Pair: ...

    def pair_of(self, private: bytes) -> Pair: ...

    def encapsulate(self, public: bytes) -> tuple[bytes, bytes]:
        """(secret, capsule): only the private key that belongs to `public` gets the secret back."""
        ...

    def decapsulate(self, private: bytes, capsule: bytes) -> bytes:
        """The secret; ValueError for a capsule that is none."""
        ...


class X25519Pairs:
    """X25519 (RFC 7748): the capsule is a public key made for this once."""

    def generate(self) -> Pair:
        private = X25519PrivateKey.generate()
        return Pair(private.private_bytes_raw(), private.public_key().public_bytes_raw())

    def pair_of(self, private: bytes) -> Pair:
        return Pair(private, X25519PrivateKey.from_private_bytes(private).public_key().public_bytes_raw())

    def encapsulate(self, public: bytes) -> tuple[bytes, bytes]:
        once, capsule = self.generate()
        return self._shared(once, public), capsule

    def decapsulate(self, private: bytes, capsule: bytes) -> bytes:
        try:
            return self._shared(private, capsule)
        except InternalError as odd:
            raise ValueError("not a public key") from odd

    def _shared(self, private: bytes, public: bytes) -> bytes:
        return X25519PrivateKey.from_private_bytes(private).exchange(X25519PublicKey.from_public_bytes(public))


def sm2_pairs() -> KeyPairs:
    """SM2 from its provider; refused by name when none is installed."""
    try:
        made: KeyPairs = importlib.import_module(SM2_PROVIDER).pairs()
    except ModuleNotFoundError as missing:
        raise Refused(
            text("使用国密算法套件"),
            why=text("没有安装SM2算法模块“{module}”", module=SM2_PROVIDER),
            cites=("GB/T 32918",),
            remedy=text("安装经认证的SM2模块，或者采用intl套件"),
        ) from missing
    return made
