"""Exchange packages: both spellings, raw line breaks, passwords, what is refused by name; as a roster, and written back."""

import io
import struct
import zipfile
import zlib
from datetime import date

import pytest

from quanheng.exchange.core import archive, hzb, hzb_roster
from quanheng.exchange.core.hzb import Package
from quanheng.exchange.core.roster import Roster
from quanheng.exchange.tests.core import samples
from quanheng.kernel.refusals import Refused

TOLD = "1994.07--2000.05  青石县第二中学教师\n2000.05--         县委办公室副主任"
INFO = (
    """<?xml version="1.0" encoding="UTF-8"?><root><node name="type" value="21"/><node name="dataversion" value="20171020"/>
<node name="B0101" value="青石县"/><tablelist>{}</tablelist></"""
    "root>"
)
ROWS: dict[str, list[dict[str, str]]] = {
    "A01": [{
        "A0000": "P1", "A0101": "林远山", "A0104": "1", "A0107": "197205", "A0111A": "云岭青石", "A0117": "01",
        "A0128": "健康", "A0134": "199407", "A0140": "199806", "A0141": "01", "A0184": samples.number(), "A0192A": "青石县副县长",
        "A0221": "1A32", "A0192E": "1A13", "A0195": "001.001.001", "A0197": "1", "A1701": TOLD, "A0123": "未知栏目",
    }],
    "A02": [{
        "A0000": "P1", "A0201A": "云岭市|青石县|青石县人民政府", "A0201B": "001.001.001", "A0215A": "副县长", "A0219": "1",
        "A0243": "201104", "A0255": "1", "A0281": "1", "A0279": "1", "A0223": "1",
    }],
    "A05": [{"A0000": "P1", "A0531": "1", "A0501B": "1A13", "A0504": "201906", "A0524": "1"}],
    "A06": [{"A0000": "P1", "A0602": "讲师", "A0604": "199909", "A0699": "1"}],
    "A08": [{
        "A0000": "P1", "A0801A": "大学", "A0801B": "21", "A0804": "199009", "A0807": "199407", "A0814": "云岭师范大学",
        "A0837": "1", "A0899": "true",
    }],
    "A14": [{"A0000": "P1", "A1404A": "三等功", "A1407": "20150101", "A1411A": "云岭市委"}],
    "A15": [{"A0000": "P1", "A1517": "1", "A1521": "2023"}],
    "A36": [{"A0000": "P1", "A3601": "林大山", "A3604A": "01", "A3607": "194501", "A3627": "13", "A3611": "农民", "SORTID": "1"}],
    "A57": [{"A0000": "P1", "A5714": "照片1.png"}],
    "A30": [{"A0000": "P1", "A3001": "1"}],
    "B01": [
        {"B0101": "青石县", "B0114": "530999", "B0111": "001.001", "B0121": "001", "B0194": "3"},
        {"B0101": "青石县人民政府", "B0114": "530999.1", "B0111": "001.001.001", "B0121": "001.001", "B0194": "1"},
    ],
}  # fmt: skip
PHOTO = {"Photos/照片1.png": samples.png()}


def table(rows: list[dict[str, str]], *, has_raw_breaks: bool = True) -> bytes:
    def value(said: str) -> str:
        plain = said.replace("&", "&amp;").replace("<", "&lt;").replace('"', "&quot;")
        return plain if has_raw_breaks else plain.replace("\n", "&#10;")

    lines = "".join(
        "<row " + " ".join(f'{key}="{value(said)}"' for key, said in row.items()) + "/>" for row in rows
    )
    return f'<?xml version="1.0" encoding="UTF-8"?><xml><data>{lines}</data></xml>'.encode()


def parts(spelling: str = "table", **given: bytes) -> dict[str, bytes]:
    listed = "".join(f'<{spelling} name="{name}"/>' for name in ROWS)
    made = {f"Table/{name}.xml": table(rows) for name, rows in ROWS.items()}
    return {"gwyinfo.xml": INFO.format(listed).encode(), **made, **PHOTO, **given}


def roster() -> Roster:
    return hzb_roster.roster(hzb.read(samples.zipped(parts())), file_name="包.zip")


@pytest.mark.parametrize("spelling", ["table", "tablelist"])
def test_both_spellings_are_read_and_written_back(spelling: str) -> None:
    package = hzb.read(samples.zipped(parts(spelling)))
    assert package.has_old_list is (spelling == "tablelist")
    assert list(package.tables) == list(ROWS)
    assert {name: list(map(dict, rows)) for name, rows in package.tables.items()} == ROWS
    written = hzb.write(package)
    assert hzb.read(written) == package
    assert hzb.write(hzb.read(written)) == written
    assert f'<{spelling} name="A01"/>'.encode() in zipfile.ZipFile(io.BytesIO(written)).read("gwyinfo.xml")


@pytest.mark.parametrize("has_raw_breaks", [True, False])
def test_line_breaks_of_a_resume_are_kept(has_raw_breaks: bool) -> None:
    content = parts(**{"Table/A01.xml": table(ROWS["A01"], has_raw_breaks=has_raw_breaks)})
    assert hzb.read(samples.zipped(content)).tables["A01"][0]["A1701"] == TOLD


def test_older_rowsets_in_a_namespace_and_nested() -> None:
    old = '<x xmlns:rs="urn:rs" xmlns:z="#RowsetSchema"><s/><rs:data><rs:update><z:row a0000="P1" A0101="林&远"/></rs:update></rs:data></x>'
    package = hzb.read(samples.zipped(parts(**{"Table/A01.xml": old.encode()})))
    assert package.tables["A01"] == ({"A0000": "P1", "A0101": "林&远"},)


def test_a_person_with_everything_becomes_rows_of_the_roster() -> None:
    found = roster()
    assert [str(problem) for problem in found.all_problems() if problem.is_fatal] == []
    person = found.accepted("A01人员")[0]
    assert (person.text("name"), person.text("sex"), person.on("born_on")) == (
        "林远山",
        "1",
        date(1972, 5, 1),
    )
    assert (person.text("post_level"), person.text("rank"), person.text("resume")) == ("132", "13", TOLD)
    assert (person.text("statistics_unit"), person.flag("has_grassroots_experience")) == (
        "青石县人民政府",
        True,
    )


def test_seats_levels_and_family_become_rows_too() -> None:
    found = roster()
    seat = found.accepted("A02职务")[0]
    assert (seat.text("organisation"), seat.text("organisation_code"), seat.flag("is_leading")) == (
        "青石县人民政府",
        "530999.1",
        True,
    )
    assert (seat.text("identity_number"), seat.text("name"), seat.on("from_on")) == (
        samples.number(),
        "林远山",
        date(2011, 4, 1),
    )
    level = found.accepted("A05职务职级")[0]
    assert (level.text("kind"), level.text("level")) == ("职级", "13")
    relative = found.accepted("A36家庭及社会关系")[0]
    assert (relative.text("relation"), relative.raw("relation"), relative.raw("political_status")) == (
        "10",
        "父亲",
        "群众",
    )


def test_units_photos_and_what_has_no_table_here() -> None:
    found = roster()
    units = found.accepted("B01单位")
    assert [(unit.text("organisation_code"), unit.text("parent_code")) for unit in units] == [
        ("530999", ""),
        ("530999.1", "530999"),
    ]
    assert found.accepted("A15考核")[0].count("year") == 2023
    assert found.photos == {samples.number(): samples.png()}
    assert [str(problem) for problem in found.problems] == ["《包.zip》“A30”：系统没有对应的表，未读取"]


def test_faults_are_named_by_table_row_and_column() -> None:
    rows = [ROWS["A01"][0] | {"A0104": "7"}, ROWS["A01"][0], ROWS["A01"][0]]
    found = hzb_roster.roster(
        hzb.read(samples.zipped(parts(**{"Table/A01.xml": table(rows)}))), file_name="包.zip"
    )
    said = [str(problem) for problem in found.all_problems() if problem.is_fatal]
    assert said[0].startswith("《包.zip》“A01人员”第1行A0104列（性别）：“7”不在码表“性别”中")
    assert said[-1] == "《包.zip》“A01人员”第3行A0184列（身份证号）：与第1行重复"


def test_listed_tables_that_are_not_there_are_told() -> None:
    content = parts()
    del content["Table/A06.xml"]
    assert list(map(str, hzb.read(samples.zipped(content)).remarks)) == ["目录列出但包中没有的表：A06"]


def locked(content: bytes, method: int | None = None) -> bytes:
    """The same bytes with the flag of a lock, and a method if one is given."""
    made = bytearray(content)
    for mark, flag, kind in ((b"PK\x03\x04", 6, 8), (b"PK\x01\x02", 8, 10)):
        place = made.find(mark)
        while place >= 0:
            made[place + flag] |= 1
            if method is not None:
                made[place + kind : place + kind + 2] = method.to_bytes(2, "little")
            place = made.find(mark, place + 4)
    return bytes(made)


def crypted(name: str, content: bytes, password: str) -> bytes:
    """A zip of one stored entry under the traditional lock (PKWARE APPNOTE 6.1)."""
    keys = [0x12345678, 0x23456789, 0x34567890]

    def turn(byte: int) -> None:
        keys[0] = zlib.crc32(bytes([byte]), keys[0] ^ 0xFFFFFFFF) ^ 0xFFFFFFFF
        keys[1] = ((keys[1] + (keys[0] & 0xFF)) * 134775813 + 1) & 0xFFFFFFFF
        keys[2] = zlib.crc32(bytes([keys[1] >> 24]), keys[2] ^ 0xFFFFFFFF) ^ 0xFFFFFFFF

    for byte in password.encode():
        turn(byte)
    sealed = bytearray()
    check = zlib.crc32(content)
    for byte in bytes(11) + bytes([check >> 24]) + content:
        mask = keys[2] | 2
        sealed.append(byte ^ (((mask * (mask ^ 1)) >> 8) & 0xFF))
        turn(byte)
    stored = io.BytesIO()
    with zipfile.ZipFile(stored, "w", zipfile.ZIP_STORED) as archive_made:
        archive_made.writestr(zipfile.ZipInfo(name), bytes(sealed))
    out = bytearray(locked(stored.getvalue()))
    for mark, crc, size in ((b"PK\x03\x04", 14, 22), (b"PK\x01\x02", 16, 24)):
        place = out.index(mark)
        struct.pack_into("<I", out, place + crc, check)
        struct.pack_into("<I", out, place + size, len(content))
    return bytes(out)


def test_a_password_typed_opens_the_package_once() -> None:
    told = b"<root><node name='type' value='31'/></" + b"root>"
    sealed = crypted("gwyinfo.xml", told, "abc-123")
    with pytest.raises(Refused, match="密码不正确"):
        hzb.unlocked(sealed, password="wrong")
    opened = hzb.unlocked(sealed, password="abc-123")
    assert hzb.read(opened).info == {"type": "31"}
    assert hzb.unlocked(opened, password="") == opened


def test_locks_are_asked_for_by_name() -> None:
    content = samples.zipped({"gwyinfo.xml": b"<root/>"})
    assert hzb.unlocked(content, password="") == content
    with pytest.raises(Refused, match="压缩包设有密码"):
        hzb.unlocked(locked(content), password="")
    with pytest.raises(Refused, match="密码不正确"):
        hzb.unlocked(locked(content), password="1234")
    with pytest.raises(Refused, match="密码不正确，或文件已损坏"):
        hzb.unlocked(locked(content, 99), password="1234")


@pytest.mark.parametrize(
    ("name", "content", "why"),
    [
        ("县.hzb", b"7z\xbc\xaf\x27\x1c" + b"\0" * 40, "7-Zip格式"),
        ("县.zip", b"7z\xbc\xaf\x27\x1c" + b"\0" * 40, "7-Zip格式"),
        ("县.7z", b"", "7-Zip格式"),
        ("县.zzb3", b"PK\x03\x04", "“.zzb3”是数据库转储"),
        ("县.ZB3", b"x", "“.zb3”是数据库转储"),
    ],
)
def test_containers_that_cannot_be_read_are_refused_by_name(name: str, content: bytes, why: str) -> None:
    with pytest.raises(Refused, match=why):
        hzb.refuse_by_name(content, file_name=name)


@pytest.mark.parametrize(
    ("given", "why"),
    [
        ({"gwyinfo.xml": b'<!DOCTYPE a [<!ENTITY b "b">]><root/>'}, "gwyinfo.xml中含有不允许的实体声明"),
        ({"Table/A01.xml": b"<xml><data>"}, "Table/A01.xml已损坏"),
        ({"Table/A01.xml": b"<!DOCTYPE a><xml/>"}, "Table/A01.xml中含有不允许的实体声明"),
        ({"Table/A01.xml": b"<row/>" + b" " * 9_000_000}, "压缩炸弹"),
        ({"Table/x.zip": b"PK\x03\x04"}, "压缩包中的压缩包"),
    ],
)
def test_what_is_wrong_in_a_package_refuses_all_of_it(given: dict[str, bytes], why: str) -> None:
    with pytest.raises(Refused, match=why):
        hzb.read(samples.zipped(parts(**given)))


def test_other_files_are_no_packages() -> None:
    assert not hzb.is_package(b"")
    assert not hzb.is_package(samples.zipped({"xl/workbook.xml": b""}))
    assert hzb.is_package(samples.zipped(parts()))
    with pytest.raises(Refused, match="不是数据交换包"):
        hzb.read(samples.zipped({"a.txt": b"x"}))
    assert archive.read(samples.zipped(parts())).skipped == []


def test_an_empty_package_is_empty() -> None:
    assert hzb.read(hzb.write(Package())) == Package()
