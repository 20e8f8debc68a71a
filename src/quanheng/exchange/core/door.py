"""What can be told of a file before it is stored: the wrong kind is refused at the door, a password is asked for there."""

from typing import IO

from quanheng.exchange.core import archive, hzb, locks, xlsx_scan
from quanheng.kernel.refusals import Refused
from quanheng.kernel.texts import text

HEAD = 4096
_SEVEN_ZIP, _RAR = b"7z\xbc\xaf\x27\x1c", b"Rar!"
_LIMITS = archive.Limits(total_bytes=512 * 2**20, entry_bytes=256 * 2**20, entries=60_000)
_FORMS = text("无法读取任免审批表")


def check(kind: str, head: bytes, *, file_name: str) -> None:
    """Refused for what no reader of this kind takes; all else is the reader's to judge."""
    if kind == "roster":
        hzb.refuse_by_name(head, file_name=file_name)
        if not head.startswith(xlsx_scan.OLD):
            xlsx_scan.sniff(head)
    elif head.startswith((_SEVEN_ZIP, _RAR)):
        name = "7-Zip" if head.startswith(_SEVEN_ZIP) else "RAR"
        why = text("文件是{name}格式，不能直接读取", name=name)
        raise Refused(_FORMS, why=why, remedy=text("请解压后重新压缩为zip"))


def is_locked(file: "IO[bytes]") -> bool:
    """Whether it is a zip with a password; only its directory is read, and the file stands at its beginning again."""
    file.seek(0)
    found = locks.is_locked(file)
    file.seek(0)
    return found


def unlocked(kind: str, content: bytes, *, password: str) -> bytes:
    """The same zip without its password; Refused without the right one, and for what it holds being too much."""
    return locks.unlocked(
        content, password=password, what=hzb.WHAT if kind == "roster" else _FORMS, limits=_LIMITS
    )
