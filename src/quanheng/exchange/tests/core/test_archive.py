"""Zip files: names from Windows are read; unsafe, nested, encrypted entries and bombs are refused by name."""

import io
import struct
import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quanheng.exchange.core import archive
from quanheng.exchange.tests.core.samples import zipped
from quanheng.kernel.refusals import Refused


def reasons(content: bytes, **limits: int) -> dict[str, str]:
    opened = archive.read(content, limits=archive.Limits(**limits))
    list(opened.files())
    return {skipped.name: str(skipped.message) for skipped in opened.skipped}


@pytest.mark.parametrize("encoding", ["utf-8", "gbk"])
def test_chinese_names(encoding: str) -> None:
    content = zipped({"干部/林远山.lrmx": b"<Person/>", "苏兰.lrmx": b"x"}, encoding=encoding)
    assert dict(archive.read(content).files()) == {"干部/林远山.lrmx": b"<Person/>", "苏兰.lrmx": b"x"}


def test_unsafe_and_nested_are_refused_by_name() -> None:
    content = zipped({"../夺.lrmx": b"x", "/etc/x": b"x", "C:\\x.lrmx": b"x", "内.zip": b"x", "伪.lrmx": zipped({"a": b"b"}), "好.lrmx": b"y"})
    found = reasons(content)
    assert set(found) == {"../夺.lrmx", "/etc/x", "C:/x.lrmx", "内.zip", "伪.lrmx"}
    assert found["内.zip"] == found["伪.lrmx"] == "是压缩包中的压缩包，请先解压再导入"
    assert found["../夺.lrmx"] == "路径不安全，未读取"


def test_encrypted_is_refused_by_name() -> None:
    content = bytearray(zipped({"密.lrmx": b"x", "明.lrmx": b"y"}))
    for mark, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        place = content.index(mark) + offset
        flags = struct.unpack_from("<H", content, place)[0]
        struct.pack_into("<H", content, place, flags | 1)
    assert reasons(bytes(content)) == {"密.lrmx": "已加密，请去除密码后再导入"}


def test_a_file_without_a_name_is_left_unread() -> None:
    """Found by fuzzing: the standard library stumbles over it."""
    content = bytearray(zipped({"a": b"x"}))
    for mark, offset in ((b"PK\x03\x04", 26), (b"PK\x01\x02", 28)):
        place = content.index(mark)
        struct.pack_into("<HH", content, place + offset, 0, 1)  # the letter of its name becomes an extra field
    assert reasons(bytes(content)) == {"": "路径不安全，未读取"}


def test_bombs() -> None:
    bomb = zipped({"弹.lrmx": b"\0" * 3_000_000})
    assert reasons(bomb) == {"弹.lrmx": "压缩比异常，可能是压缩炸弹，未读取"}
    assert reasons(bomb, entry_bytes=1_000_000) == {"弹.lrmx": "超过0MB，未读取"}
    with pytest.raises(Refused, match="解压后超过"):
        archive.read(bomb, limits=archive.Limits(total_bytes=2_000_000))
    with pytest.raises(Refused, match="文件数超过1个"):
        archive.read(zipped({"a": b"", "b": b""}), limits=archive.Limits(entries=1))


def test_a_lying_directory_is_found() -> None:
    content = bytearray(zipped({"谎.lrmx": b"\0" * 5000}))
    struct.pack_into("<I", content, content.index(b"PK\x01\x02") + 24, 10)
    assert list(reasons(bytes(content)).values()) in (["实际大小与压缩包目录不符"], ["文件已损坏，无法解压"])


def test_litter_and_folders_are_passed_over() -> None:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as made:
        made.mkdir("夹")
        made.writestr("__MACOSX/._a.lrmx", b"x")
        made.writestr("夹/a.lrmx", b"x")
    opened = archive.read(buffer.getvalue())
    assert ([entry.name for entry in opened.entries], opened.skipped) == (["夹/a.lrmx"], [])


@given(st.data())
def test_damaged_archives_are_read_or_refused(data: st.DataObject) -> None:
    source = bytearray(zipped({"林远山.lrmx": b"<Person/>" * 20, "苏兰.lrmx": b"x"}))
    for _ in range(data.draw(st.integers(1, 6))):
        source[data.draw(st.integers(0, len(source) - 1))] = data.draw(st.integers(0, 255))
    try:
        opened = archive.read(bytes(source))
    except Refused:
        return
    assert all(len(content) < 10_000 for _, content in opened.files())
