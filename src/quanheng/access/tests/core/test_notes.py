"""Keys, signed notes and checkpoints: the same by both implementations of Ed25519, and no spelling but one."""

from base64 import b64encode
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quanheng.access.core.ed25519 import is_signed
from quanheng.access.core.notes import (
    CheckpointText,
    Key,
    cosigned_at,
    is_signed_by,
    key_change,
    read_checkpoint,
    read_key,
    read_key_change,
    read_note,
)
from quanheng.access.core.signing import LOG, WITNESS, Signer, is_signed_fast, make_key, read_signer
from quanheng.kernel.tests.letters import ANY

# RFC 8032, 7.1: public key, message, signature.
PUBLISHED = [
    (
        "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a",
        "",
        "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b",
    ),
    (
        "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c",
        "72",
        "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00",
    ),
    (
        "fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025",
        "af82",
        "6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac18ff9b538d16f290ae67f760984dc6594a7c15e9716ed28dc027beceea1ec40a",
    ),
]
SAID = CheckpointText("yunling.example/log", 300, bytes(range(32)), 1795334400)


@pytest.fixture
def signer(tmp_path: Path) -> Signer:
    return make_key(tmp_path / "log.key", name="yunling.example/log", algorithm=LOG)


def noted(signer: Signer, text: str) -> str:
    return text + "\n" + signer.sign(text).line


@pytest.mark.parametrize(("public", "message", "signature"), PUBLISHED)
def test_published_signatures(public: str, message: str, signature: str) -> None:
    key, said, signed = bytes.fromhex(public), bytes.fromhex(message), bytes.fromhex(signature)
    for check in (is_signed, is_signed_fast):
        assert check(key, said, signed)
        assert not check(key, said + b"x", signed)
        assert not check(key[::-1], said, signed)
        assert not check(key, said, signed[:-1])


@given(st.binary(max_size=80), st.integers(0, 63), st.integers(1, 255))
def test_both_implementations_agree(message: bytes, place: int, change: int) -> None:
    signer = Signer(Key("x", LOG, _PUBLIC), bytes(32))
    good = signer.sign(message.hex()).value
    bad = good[:place] + bytes([good[place] ^ change]) + good[place + 1 :]
    said = message.hex().encode()
    assert is_signed(_PUBLIC, said, good)
    assert is_signed_fast(_PUBLIC, said, good)
    assert not is_signed(_PUBLIC, said, bad)
    assert not is_signed_fast(_PUBLIC, said, bad)


_PUBLIC = bytes.fromhex("3b6a27bcceb6a42d62a3a8d02a6f0d73653215771de243a63ac048a18b59da29")
"""Of the seed of 32 zeros."""


def test_a_key_file_is_its_owners_only_and_read_for_its_use(tmp_path: Path, signer: Signer) -> None:
    path = tmp_path / "log.key"
    assert path.stat().st_mode & 0o777 == 0o600
    assert read_signer(path, algorithm=LOG) == signer
    assert read_key(signer.key.spelt) == signer.key
    with pytest.raises(ValueError, match="用途不符"):
        read_signer(path, algorithm=WITNESS)
    with pytest.raises(FileExistsError):
        make_key(path, name="x", algorithm=LOG)


@given(st.data())
def test_no_other_spelling_is_a_key(data: st.DataObject) -> None:
    spelt = Key("yunling.example/log", LOG, bytes(range(32))).spelt
    at = data.draw(st.integers(0, len(spelt) - 1))
    changed = spelt[:at] + data.draw(st.characters(min_codepoint=33, max_codepoint=126)) + spelt[at + 1 :]
    if changed != spelt:
        with pytest.raises(ValueError, match=r"."):
            read_key(changed)


def test_an_unknown_algorithm_is_refused_by_name() -> None:
    key = Key("x", 9, bytes(32))
    with pytest.raises(ValueError, match="算法09未知"):
        read_key(key.spelt)


def test_a_checkpoint_comes_back_as_it_was(signer: Signer) -> None:
    text, (signature,) = read_note(noted(signer, SAID.text))
    assert read_checkpoint(text) == SAID
    assert is_signed_by(signer.key, text, signature, is_signed)
    assert not is_signed_by(signer.key, text.replace("300", "301"), signature, is_signed)


@given(st.data())
def test_every_changed_letter_of_a_note_is_noticed(data: st.DataObject) -> None:
    signer = Signer(Key("x", LOG, _PUBLIC), bytes(32))
    note = noted(signer, CheckpointText("x", 3, bytes(32), 1795334400).text)
    at = data.draw(st.integers(0, len(note) - 1))
    changed = note[:at] + data.draw(ANY) + note[at + 1 :]
    if changed == note:
        return
    try:
        text, signatures = read_note(changed)
        holds = any(is_signed_by(signer.key, text, each, is_signed_fast) for each in signatures)
        assert not holds or changed == note
    except ValueError:
        pass


def test_a_cosignature_covers_its_time(tmp_path: Path) -> None:
    witness = make_key(tmp_path / "w.key", name="shenji.example", algorithm=WITNESS)
    signature = witness.cosign(SAID.text, time=1795334460)
    assert cosigned_at(signature) == 1795334460
    assert is_signed_by(witness.key, SAID.text, signature, is_signed)
    later = type(signature)(signature.name, signature.key_id, (1795334461).to_bytes(8, "big") + signature.value[8:])
    assert not is_signed_by(witness.key, SAID.text, later, is_signed)


def test_a_change_of_keys_needs_both_signatures(tmp_path: Path, signer: Signer) -> None:
    new = make_key(tmp_path / "new.key", name=signer.key.name, algorithm=LOG)
    text = key_change(signer.key, new.key, time=1)
    note = text + "\n" + signer.sign(text).line + new.sign(text).line
    assert read_key_change(note, is_signed) == (signer.key, new.key)
    for one in (signer, new):
        with pytest.raises(ValueError, match="共同签名"):
            read_key_change(text + "\n" + one.sign(text).line, is_signed)


@pytest.mark.parametrize(
    "note", ["", "x", "x\n\n", "x\n\n- a b\n", "x\n\n\u2014 a\n", f"x\n\n\u2014 a {b64encode(b'1234').decode()}\n", "x\r\n\n\u2014 a b\n"]
)
def test_what_is_no_note(note: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        read_note(note)
