"""Safe reading of .zip files: what is in them is listed and read in memory, never unpacked to disk.
Unsafe names, nested archives, encrypted entries and bombs are refused by name; the rest is read.
"""

import io
import stat
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass

from quanheng.kernel.refusals import Refused
from quanheng.kernel.texts import Text, text

_NESTED = (".zip", ".rar", ".7z", ".gz", ".bz2", ".xz", ".tar", ".tgz", ".hzb", ".zb3", ".zzb3", ".cab", ".iso")
_NESTED_STARTS = (b"PK\x03\x04", b"Rar!", b"7z\xbc\xaf\x27\x1c", b"\x1f\x8b", b"MSCF")
_OFFICE = (".xlsx", ".docx", ".xlsm")
_LITTER = ("__MACOSX/", ".DS_Store", "Thumbs.db", "desktop.ini")
_UTF8_FLAG, _ENCRYPTED_FLAG = 0x800, 0x1
BROKEN = (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError, RuntimeError, ValueError)


@dataclass(frozen=True)
class Limits:
    """How much an archive may hold (上限): bytes, entries, and the ratio of unpacked to packed size."""

    total_bytes: int = 2 * 2**30
    entry_bytes: int = 64 * 2**20
    entries: int = 50_000
    ratio: int = 200


@dataclass(frozen=True)
class Skipped:
    """An entry not read (未读取), and why."""

    name: str
    message: Text


@dataclass(frozen=True)
class Entry:
    """One readable file of an archive (文件); `name` is its path inside, always with `/`."""

    name: str
    size: int
    _info: zipfile.ZipInfo


class Archive:
    """A checked archive (压缩包): `entries` to read, `skipped` with reasons."""

    def __init__(self, content: bytes, limits: Limits) -> None:
        self._zip = _open(content, limits)
        self._limits = limits
        self.entries: list[Entry] = []
        self.skipped: list[Skipped] = []
        for info in self._zip.infolist():
            self._sort_in(info)

    def files(self) -> Iterator[tuple[str, bytes]]:
        """Name and content, one at a time; what fails on the way is added to `skipped`."""
        for entry in self.entries:
            content = self.read(entry)
            if content is not None:
                yield entry.name, content

    def read(self, entry: Entry) -> bytes | None:
        """The content of one entry; None, and a line in `skipped`, when it cannot be read."""
        try:
            with self._zip.open(entry._info) as file:
                content = file.read(self._limits.entry_bytes + 1)
        except BROKEN:
            self._skip(entry.name, text("文件已损坏，无法解压"))
            return None
        fault = _content_fault(entry, content)
        if fault:
            self._skip(entry.name, fault)
        return None if fault else content

    def _sort_in(self, info: zipfile.ZipInfo) -> None:
        name = name_of(info)
        if name.endswith("/") or any(litter in name for litter in _LITTER):
            return
        fault = _fault(name, info, self._limits)
        if fault:
            self._skip(name, fault)
        else:
            self.entries.append(Entry(name, info.file_size, info))

    def _skip(self, name: str, message: Text) -> None:
        self.skipped.append(Skipped(name, message))


def read(content: bytes, *, limits: Limits | None = None) -> Archive:
    """Open an archive; Refused when it is no zip file or holds too much altogether."""
    return Archive(content, limits or Limits())


def _open(content: bytes, limits: Limits) -> zipfile.ZipFile:
    what = text("无法读取压缩包")
    try:
        opened = zipfile.ZipFile(io.BytesIO(content))
    except BROKEN as error:
        raise Refused(what, why=text("文件已损坏或不是zip格式"), remedy=text("请重新压缩为zip")) from error
    if len(opened.infolist()) > limits.entries:
        raise Refused(what, why=text("文件数超过{limit}个", limit=limits.entries), remedy=text("请分批压缩"))
    if sum(info.file_size for info in opened.infolist()) > limits.total_bytes:
        raise Refused(what, why=text("解压后超过{limit}MB", limit=limits.total_bytes // 2**20), remedy=text("请分批压缩"))
    return opened


def name_of(info: zipfile.ZipInfo) -> str:
    """Names without the UTF-8 mark are GBK from Windows tools, or UTF-8 from careless ones."""
    if info.flag_bits & _UTF8_FLAG:
        return info.filename.replace("\\", "/")
    try:
        written = info.orig_filename.split("\x00")[0].encode("cp437")
    except UnicodeEncodeError:
        return info.filename
    for encoding in ("utf-8", "gb18030"):
        try:
            return written.decode(encoding).replace("\\", "/")
        except UnicodeDecodeError:
            continue
    return info.filename


def _content_fault(entry: Entry, content: bytes) -> Text | None:
    if len(content) > entry.size:
        return text("实际大小与压缩包目录不符")
    if content.startswith(_NESTED_STARTS) and not entry.name.lower().endswith(_OFFICE):
        return text("是压缩包中的压缩包，请先解压再导入")
    return None


def _fault(name: str, info: zipfile.ZipInfo, limits: Limits) -> Text | None:
    if not name or name.startswith("/") or name[1:2] == ":" or ".." in name.split("/") or "\x00" in name:
        return text("路径不安全，未读取")
    if stat.S_ISLNK(info.external_attr >> 16):
        return text("是链接文件，未读取")
    if info.flag_bits & _ENCRYPTED_FLAG:
        return text("已加密，请去除密码后再导入")
    if name.lower().endswith(_NESTED):
        return text("是压缩包中的压缩包，请先解压再导入")
    if info.file_size > limits.entry_bytes:
        return text("超过{limit}MB，未读取", limit=limits.entry_bytes // 2**20)
    if info.file_size > 2**20 and info.file_size > limits.ratio * max(info.compress_size, 1):
        return text("压缩比异常，可能是压缩炸弹，未读取")
    return None
