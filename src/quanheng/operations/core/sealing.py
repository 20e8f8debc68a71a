"""Files sealed to a public key: a random data key sealed with X25519, contents in pieces with AES-256-GCM.

Each file has a key of its own, derived from the data key and its name; each piece is bound to its place and to whether
it is the last, so that nothing can be swapped, left out or cut off unnoticed. Only the holder of the private key reads.
"""

import base64
import hashlib
import os
from collections.abc import Iterator
from dataclasses import dataclass
from typing import BinaryIO

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

PIECE = 1 << 20
_TAG = 16
_ONCE = bytes(12)  # the key that it is used with is never used again


class NotOpenedError(ValueError):
    """The key does not fit, or what is sealed was changed."""


@dataclass(frozen=True)
class Sealed:
    """A data key as it lies beside the files: for which key it was sealed, and the sealed bytes (base64)."""

    recipient: str
    ephemeral: str
    key: str


def read_public(pem: bytes) -> X25519PublicKey:
    """A public key (or the public half of a private one) from PEM. ValueError for another kind."""
    found = serialization.load_pem_public_key(pem)
    if not isinstance(found, X25519PublicKey):
        raise ValueError("恢复公钥应为 X25519 / the recovery key must be an X25519 public key (PEM)")
    return found


def read_private(pem: bytes, passphrase: bytes | None) -> X25519PrivateKey:
    """A private key from PEM. ValueError for another kind or a wrong passphrase."""
    try:
        found = serialization.load_pem_private_key(pem, passphrase)
    except TypeError as error:
        raise ValueError(
            "恢复私钥设有口令，或未设口令而给了口令 / the key needs a passphrase, or none was needed"
        ) from error
    if not isinstance(found, X25519PrivateKey):
        raise ValueError("恢复私钥应为 X25519 / the recovery key must be an X25519 private key (PEM)")
    return found


def new_pair(passphrase: bytes) -> tuple[bytes, bytes]:
    """A new private key, locked with the passphrase, and its public key, both as PEM."""
    private = X25519PrivateKey.generate()
    lock = serialization.BestAvailableEncryption(passphrase)
    return (
        private.private_bytes(serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, lock),
        private.public_key().public_bytes(
            serialization.Encoding.PEM, serialization.PublicFormat.SubjectPublicKeyInfo
        ),
    )


def fingerprint(key: X25519PublicKey) -> str:
    """Sixteen hexadecimal digits to tell keys apart by."""
    return hashlib.sha256(key.public_bytes_raw()).hexdigest()[:16]


def seal_key(data_key: bytes, to: X25519PublicKey) -> Sealed:
    """The data key, readable by the holder of the private key only."""
    ephemeral = X25519PrivateKey.generate()
    own = ephemeral.public_key().public_bytes_raw()
    wrap = _wrapping(ephemeral.exchange(to), own, to.public_bytes_raw())
    return Sealed(fingerprint(to), _text(own), _text(AESGCM(wrap).encrypt(_ONCE, data_key, None)))


def open_key(sealed: Sealed, private: X25519PrivateKey) -> bytes:
    """The data key again. NotOpenedError for another key."""
    own = base64.b64decode(sealed.ephemeral)
    shared = private.exchange(X25519PublicKey.from_public_bytes(own))
    wrap = _wrapping(shared, own, private.public_key().public_bytes_raw())
    try:
        return AESGCM(wrap).decrypt(_ONCE, base64.b64decode(sealed.key), None)
    except InvalidTag as error:
        raise NotOpenedError("私钥不符 / this key does not open the backup") from error


class SealingWriter:
    """Takes bytes, writes sealed pieces; `close` writes the last one, without which nothing opens."""

    def __init__(self, out: BinaryIO, data_key: bytes, name: str) -> None:
        self._out, self._aes, self._held, self._number = (
            out,
            AESGCM(_file_key(data_key, name)),
            bytearray(),
            0,
        )

    def write(self, data: bytes) -> int:
        self._held += data
        while len(self._held) > PIECE:
            self._put(bytes(self._held[:PIECE]), is_last=False)
            del self._held[:PIECE]
        return len(data)

    def close(self) -> None:
        self._put(bytes(self._held), is_last=True)
        self._held.clear()

    def _put(self, piece: bytes, *, is_last: bool) -> None:
        self._out.write(self._aes.encrypt(_place(self._number, is_last), piece, None))
        self._number += 1


def opened(source: BinaryIO, data_key: bytes, name: str) -> Iterator[bytes]:
    """The pieces of a sealed file in clear. NotOpenedError where one was changed, moved, or the end is missing."""
    aes, number, piece = AESGCM(_file_key(data_key, name)), 0, source.read(PIECE + _TAG)
    while True:
        following = source.read(PIECE + _TAG)
        try:
            yield aes.decrypt(_place(number, not following), piece, None)
        except InvalidTag as error:
            raise NotOpenedError(
                f"{name}：第{number + 1}段不符 / piece {number + 1} does not hold"
            ) from error
        if not following:
            return
        number, piece = number + 1, following


def new_data_key() -> bytes:
    return os.urandom(32)


def _place(number: int, is_last: bool) -> bytes:
    return number.to_bytes(11, "big") + (b"\x01" if is_last else b"\x00")


def _file_key(data_key: bytes, name: str) -> bytes:
    return HKDF(hashes.SHA256(), 32, None, b"quanheng backup file 1\x00" + name.encode()).derive(data_key)


def _wrapping(shared: bytes, ephemeral: bytes, recipient: bytes) -> bytes:
    return HKDF(hashes.SHA256(), 32, ephemeral + recipient, b"quanheng backup key 1").derive(shared)


def _text(data: bytes) -> str:
    return base64.b64encode(data).decode()
