"""Sealed files: only the private key opens them, and any change, cut or swap shows."""

import io

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quanheng.operations.core.sealing import (
    PIECE,
    NotOpenedError,
    SealingWriter,
    fingerprint,
    new_data_key,
    new_pair,
    open_key,
    opened,
    read_private,
    read_public,
    seal_key,
)

KEY = bytes(range(32))


def sealed(content: bytes, name: str = "a", key: bytes = KEY) -> bytes:
    out = io.BytesIO()
    writer = SealingWriter(out, key, name)
    for start in range(0, len(content), 300_000):
        writer.write(content[start : start + 300_000])
    writer.close()
    return out.getvalue()


def clear(said: bytes, name: str = "a", key: bytes = KEY) -> bytes:
    return b"".join(opened(io.BytesIO(said), key, name))


@pytest.mark.parametrize("size", [0, 1, PIECE - 1, PIECE, PIECE + 1, 3 * PIECE])
def test_what_was_sealed_opens_again(size: int) -> None:
    content = bytes(n % 251 for n in range(size))
    assert clear(sealed(content)) == content


def test_the_content_is_not_there_in_clear() -> None:
    assert b"999001198503010018" not in sealed(b"999001198503010018" * 1000)


@settings(max_examples=300)
@given(st.data())
def test_any_changed_byte_shows(data: st.DataObject) -> None:
    said = bytearray(sealed(b"x" * 500))
    place = data.draw(st.integers(0, len(said) - 1))
    said[place] ^= data.draw(st.integers(1, 255))
    with pytest.raises(NotOpenedError):
        clear(bytes(said))


@pytest.mark.parametrize("kept", [0, 10, PIECE + 16, PIECE + 100])
def test_a_file_that_was_cut_off_shows(kept: int) -> None:
    with pytest.raises(NotOpenedError, match="第"):
        clear(sealed(b"y" * (2 * PIECE))[:kept])


def test_pieces_cannot_change_places_nor_files() -> None:
    said = sealed(b"1" * PIECE + b"2" * PIECE + b"3")
    first, second, rest = said[: PIECE + 16], said[PIECE + 16 : 2 * (PIECE + 16)], said[2 * (PIECE + 16) :]
    with pytest.raises(NotOpenedError):
        clear(second + first + rest)
    with pytest.raises(NotOpenedError):
        clear(said, name="b")


def test_only_the_private_key_opens() -> None:
    passphrase = "一把好口令一把好口令".encode()
    private, public = new_pair(passphrase)
    key, to = new_data_key(), read_public(public)
    kept = seal_key(key, to)
    assert kept.recipient == fingerprint(to)
    assert open_key(kept, read_private(private, passphrase)) == key
    other = read_private(new_pair(passphrase)[0], passphrase)
    with pytest.raises(NotOpenedError):
        open_key(kept, other)


def test_a_locked_key_needs_its_passphrase() -> None:
    private, _public = new_pair(b"right right right")
    with pytest.raises(ValueError, match=r"(?i)password|passphrase|decrypt"):
        read_private(private, b"wrong wrong wrong")
    with pytest.raises(ValueError, match="口令"):
        read_private(private, None)
