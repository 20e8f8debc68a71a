"""The algorithms against published vectors, kept as data with their sources."""

import tomllib
from pathlib import Path
from typing import Any

import pytest
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes

from quanheng.access.core.agreement import X25519Pairs
from quanheng.access.core.profiles import PROFILES, decrypted, encrypted

VECTORS: dict[str, list[dict[str, str]]] = tomllib.loads(
    (Path(__file__).parent / "vectors.toml").read_text(encoding="utf-8")
)


def of(kind: str) -> Any:
    return pytest.mark.parametrize("said", VECTORS[kind], ids=lambda said: said["source"])


def raw(said: dict[str, str], *names: str) -> list[bytes]:
    return [bytes.fromhex(said[name]) for name in names]


@of("sm3")
def test_sm3(said: dict[str, str]) -> None:
    data, expected = raw(said, "data", "digest")
    made = hashes.Hash(PROFILES["gm"].hash())
    made.update(data)
    assert made.finalize() == expected


@of("sm4")
def test_sm4(said: dict[str, str]) -> None:
    key, data, expected = raw(said, "key", "data", "cipher")
    writer = Cipher(algorithms.SM4(key), modes.ECB()).encryptor()
    assert writer.update(data) + writer.finalize() == expected


@of("gcm")
def test_gcm_both_ways(said: dict[str, str]) -> None:
    profile = PROFILES[said["profile"]]
    key, nonce, data, bound, cipher, tag = raw(said, "key", "nonce", "data", "bound", "cipher", "tag")
    assert encrypted(profile, key, nonce, data, bound) == cipher + tag
    assert decrypted(profile, key, nonce, cipher + tag, bound) == data


@of("x25519")
def test_x25519(said: dict[str, str]) -> None:
    private, capsule, secret = raw(said, "private", "capsule", "secret")
    assert X25519Pairs().decapsulate(private, capsule) == secret


@of("hkdf")
def test_hkdf(said: dict[str, str]) -> None:
    secret, salt, info, key = raw(said, "secret", "salt", "info", "key")
    assert PROFILES[said["profile"]].derived(secret, salt=salt, info=info) == key


@of("hmac")
def test_hmac(said: dict[str, str]) -> None:
    key, data, expected = raw(said, "key", "data", "digest")
    assert PROFILES[said["profile"]].digest(key, data) == expected
