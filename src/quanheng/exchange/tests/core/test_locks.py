"""Zip files under AES (WinZip's AE-1, AE-2): every strength, stored and packed, wrong passwords, every byte damaged, limits."""

import base64
import hashlib
import hmac
import io
import struct
import zipfile
import zlib

import pytest
from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes

from quanheng.exchange.core import archive, locks
from quanheng.kernel.refusals import Refused
from quanheng.kernel.texts import text

TOLD = "云岭市委组织部".encode() * 40
WHAT = text("无法读取压缩包")
SIZES = {1: 16, 2: 24, 3: 32}


def sealed(name: str, content: bytes, password: str, *, strength: int = 3, version: int = 2, is_packed: bool = True) -> bytes:
    """A zip of one entry under AES, written by the published description of the format."""
    size, salt = SIZES[strength], bytes(range(SIZES[strength] // 2))
    keys = hashlib.pbkdf2_hmac("sha1", password.encode(), salt, 1000, 2 * size + 2)
    packer = zlib.compressobj(9, zlib.DEFLATED, -15)
    plain = packer.compress(content) + packer.flush() if is_packed else content
    cipher = Cipher(algorithms.AES(keys[:size]), modes.ECB()).encryptor()
    blocks = [cipher.update((number + 1).to_bytes(16, "little")) for number in range(-(-len(plain) // 16))]
    mixed = bytes(one ^ other for one, other in zip(plain, b"".join(blocks), strict=False))
    raw = salt + keys[2 * size :] + mixed + hmac.new(keys[size : 2 * size], mixed, "sha1").digest()[:10]
    extra = struct.pack("<HHH2sBH", 0x9901, 7, version, b"AE", strength, 8 if is_packed else 0)
    crc = zlib.crc32(content) if version == 1 else 0
    common = struct.pack("<HHHHHIIIHH", 51, 0x801, 99, 0, 0x21, crc, len(raw), len(content), len(name.encode()), len(extra))
    local = b"PK\x03\x04" + common + name.encode() + extra + raw
    central = b"PK\x01\x02" + struct.pack("<H", 51) + common + struct.pack("<HHHII", 0, 0, 0, 0, 0) + name.encode() + extra
    end = b"PK\x05\x06" + struct.pack("<HHHHIIH", 0, 0, 1, 1, len(central), len(local), 0)
    return local + central + end


def opened(content: bytes, password: str) -> dict[str, bytes]:
    made = locks.unlocked(content, password=password, what=WHAT, limits=archive.Limits())
    with zipfile.ZipFile(io.BytesIO(made)) as found:
        return {info.filename: found.read(info) for info in found.infolist()}


@pytest.mark.parametrize("strength", [1, 2, 3])
@pytest.mark.parametrize("version", [1, 2])
@pytest.mark.parametrize("is_packed", [True, False])
def test_the_right_password_opens(strength: int, version: int, is_packed: bool) -> None:
    made = sealed("照片/甲.lrmx", TOLD, "云岭-1234", strength=strength, version=version, is_packed=is_packed)
    assert locks.is_locked(io.BytesIO(made))
    assert opened(made, "云岭-1234") == {"照片/甲.lrmx": TOLD}


MADE_ELSEWHERE = (
    "UEsDBBQAAQhjAA1Adl0AAAAAPgAAAEgDAAAPAAsA54Wn54mHL+eUsi5scm14AZkHAAIAQUUDCADV6n1VEV/pSdGPz0Z1leR+LfvbVfbl/m1LKUqfKGnViShe0OYn"
    "ghQzAH/YM87Gqweo8PDHk4dSA1Dk5hWjBlBLAQIUAxQAAQhjAA1Adl0AAAAAPgAAAEgDAAAPAAsAAAAAAAAAAACAAQAAAADnhafniYcv55SyLmxybXgBmQcAAgBB"
    "RQMIAFBLBQYAAAAAAQABAEgAAAB2AAAAAAA="
)
"""Written by another program (pyzipper 0.4.0, AES-256), so that our reading is not only checked against our own writing."""


def test_a_zip_of_another_program_opens() -> None:
    assert opened(base64.b64decode(MADE_ELSEWHERE), "云岭-1234") == {"照片/甲.lrmx": TOLD}


def test_more_blocks_than_are_taken_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(locks, "_BLOCKS_AT_ONCE", 3)
    told = bytes(range(256)) * 5 + b"x"
    assert opened(sealed("a", told, "p", is_packed=False), "p") == {"a": told}


@pytest.mark.parametrize("password", ["", "错", "云岭-1234 "])
def test_a_wrong_password_is_refused(password: str) -> None:
    with pytest.raises(Refused, match="密码"):
        opened(sealed("a", TOLD, "云岭-1234"), password)


def test_no_byte_can_be_changed() -> None:
    """Whatever of the salt, the text or its code is touched, nothing wrong comes out."""
    made = sealed("a", b"abcdef" * 3, "p", is_packed=False)
    start = made.index(b"AE") + 5
    for place in range(start, made.index(b"PK\x01\x02")):
        changed = bytearray(made)
        changed[place] ^= 1
        with pytest.raises(Refused):
            opened(bytes(changed), "p")


def test_what_unpacks_to_more_than_it_says_is_refused() -> None:
    made = bytearray(sealed("a", b"\0" * 5000, "p"))
    for mark, place in ((b"PK\x03\x04", 22), (b"PK\x01\x02", 24)):
        struct.pack_into("<I", made, made.index(mark) + place, 100)
    with pytest.raises(Refused, match="实际大小与压缩包目录不符"):
        opened(bytes(made), "p")


def test_a_whole_that_is_too_much_is_refused_before_anything_is_opened() -> None:
    with pytest.raises(Refused, match="解压后超过"):
        locks.unlocked(sealed("a", TOLD, "p"), password="p", what=WHAT, limits=archive.Limits(total_bytes=100))


def test_without_a_lock_it_stays_as_it_is() -> None:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as made:
        made.writestr("a", b"x")
    assert not locks.is_locked(io.BytesIO(packed.getvalue()))
    assert not locks.is_locked(io.BytesIO(b"no zip"))
    assert locks.unlocked(packed.getvalue(), password="", what=WHAT, limits=archive.Limits()) == packed.getvalue()
