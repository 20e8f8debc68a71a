"""Zip files with a password, of both kinds in use: the old cipher and AES (WinZip's). Opened once; the password is not kept."""

import hashlib
import hmac
import io
import struct
import zipfile
import zlib
from typing import IO

from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes

from quanheng.exchange.core import archive
from quanheng.kernel.refusals import Refused
from quanheng.kernel.texts import Text, text

AES = 99
_ENCRYPTED = 0x1
_AES_FIELD = 0x9901
_KEY_BYTES = {1: 16, 2: 24, 3: 32}
_ROUNDS, _CHECK, _CODE, _BLOCK = 1000, 2, 10, 16
_BLOCKS_AT_ONCE = 65_536
_DEFLATED, _STORED = 8, 0


class _WrongPasswordError(Exception):
    """The password does not fit (密码不符)."""


def is_locked(file: IO[bytes]) -> bool:
    """Whether a zip has entries under a password; False for what is no zip."""
    try:
        with zipfile.ZipFile(file) as opened:
            return any(info.flag_bits & _ENCRYPTED for info in opened.infolist())
    except archive.BROKEN:
        return False


def unlocked(content: bytes, *, password: str, what: Text, limits: archive.Limits) -> bytes:
    """The same zip without its password; what has none is given back as it is. Refused without the right one."""
    try:
        opened = zipfile.ZipFile(io.BytesIO(content))
    except archive.BROKEN as error:
        raise Refused(what, why=text("文件已损坏或不是zip格式"), remedy=text("请重新压缩为zip")) from error
    infos = opened.infolist()
    if not any(info.flag_bits & _ENCRYPTED for info in infos):
        return content
    archive.read(content, limits=limits)  # too many, too large: refused before anything is opened
    if not password:
        raise Refused(what, why=text("压缩包设有密码"), remedy=text("请填写密码后重新上传"))
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as made:
        for info in infos:
            name = archive.name_of(info)
            if name and not name.endswith("/"):
                found = _entry(opened, content, info, password, what, limits)
                made.writestr(zipfile.ZipInfo(name), found)
    return packed.getvalue()


def _entry(
    opened: zipfile.ZipFile,
    content: bytes,
    info: zipfile.ZipInfo,
    password: str,
    what: Text,
    limits: archive.Limits,
) -> bytes:
    most = min(info.file_size, limits.entry_bytes) + 1
    try:
        if info.compress_type == AES:
            found = _aes(content, info, password.encode(), most)
        else:
            with opened.open(info, pwd=password.encode()) as file:
                found = file.read(most)
    except (_WrongPasswordError, RuntimeError) as error:
        raise Refused(what, why=text("密码不正确"), remedy=text("请核对密码后重新上传")) from error
    except (*archive.BROKEN, struct.error, LookupError) as error:
        why = text("密码不正确，或文件已损坏")
        raise Refused(what, why=why, remedy=text("请核对密码后重新上传")) from error
    if len(found) > info.file_size:
        raise Refused(what, why=text("实际大小与压缩包目录不符"))
    return found


def _aes(content: bytes, info: zipfile.ZipInfo, password: bytes, most: int) -> bytes:
    """AE-1 and AE-2: salt, two bytes to check the password by, the text, ten bytes of authentication code."""
    strength, method = _aes_field(info.extra)
    size = _KEY_BYTES[strength]
    raw = _raw(content, info)
    if len(raw) < size // 2 + _CHECK + _CODE:
        raise EOFError
    salt, rest = raw[: size // 2], raw[size // 2 :]
    check, sealed, code = rest[:_CHECK], rest[_CHECK:-_CODE], rest[-_CODE:]
    keys = hashlib.pbkdf2_hmac("sha1", password, salt, _ROUNDS, 2 * size + _CHECK)
    if keys[2 * size :] != check:
        raise _WrongPasswordError
    if not hmac.compare_digest(hmac.new(keys[size : 2 * size], sealed, hashlib.sha1).digest()[:_CODE], code):
        raise EOFError
    said = _counted(keys[:size], sealed)
    if method == _DEFLATED:
        return zlib.decompressobj(-15).decompress(said, most)
    if method != _STORED:
        raise NotImplementedError
    return said[:most]


def _aes_field(extra: bytes) -> tuple[int, int]:
    """Strength and method of compression, from the entry's extra field."""
    place = 0
    while place + 4 <= len(extra):
        kind, length = struct.unpack_from("<HH", extra, place)
        if kind == _AES_FIELD:
            _version, _vendor, strength, method = struct.unpack_from("<HHBH", extra, place + 4)
            return strength, method
        place += 4 + length
    raise KeyError(_AES_FIELD)


def _raw(content: bytes, info: zipfile.ZipInfo) -> bytes:
    """The bytes of an entry as they stand, after its own header."""
    name, extra = struct.unpack_from("<HH", content, info.header_offset + 26)
    start = info.header_offset + 30 + name + extra
    return content[start : start + info.compress_size]


def _counted(key: bytes, sealed: bytes) -> bytes:
    """AES in counter mode, the counter from 1 with its lowest byte first, which no library's counter mode does."""
    cipher = Cipher(algorithms.AES(key), modes.ECB()).encryptor()  # noqa: S305  the blocks are counters, never text
    opened = bytearray()
    for start in range(0, len(sealed), _BLOCKS_AT_ONCE * _BLOCK):
        some = sealed[start : start + _BLOCKS_AT_ONCE * _BLOCK]
        first = start // _BLOCK + 1
        count = -(-len(some) // _BLOCK)
        stream = cipher.update(
            b"".join([number.to_bytes(_BLOCK, "little") for number in range(first, first + count)])
        )
        mixed = int.from_bytes(some, "little") ^ int.from_bytes(stream[: len(some)], "little")
        opened += mixed.to_bytes(len(some), "little")
    return bytes(opened)
