"""Roster workbooks: values are understood, faults are named by their place, files that cannot be read are refused."""

import io
import zipfile
from collections.abc import Callable, Sequence
from datetime import date
from typing import Any

import pytest
import xlsxwriter
from hypothesis import given, settings
from hypothesis import strategies as st

from quanheng.exchange.core import workbook, workbook_errors, workbook_writer
from quanheng.exchange.core.roster import Roster
from quanheng.exchange.tests.core.samples import number, zipped
from quanheng.kernel.refusals import Refused

HEADERS = ["姓名", "身份证号", "性别 ", "出生年月", "现职级"]


def made(fill: Callable[[Any, Any], None], name: str = "A01人员") -> bytes:
    buffer = io.BytesIO()
    book = xlsxwriter.Workbook(buffer, {"in_memory": True})
    fill(book, book.add_worksheet(name))
    book.close()
    return buffer.getvalue()


def read(rows: Sequence[Sequence[object]], headers: Sequence[str] = HEADERS, *, top: int = 1) -> Roster:
    def fill(book: Any, sheet: Any) -> None:
        sheet.write_row(top, 0, headers)
        for place, row in enumerate(rows, start=top + 1):
            for column, value in enumerate(row):
                if isinstance(value, date):
                    sheet.write_datetime(place, column, value, book.add_format({"num_format": "yyyy-mm-dd"}))
                else:
                    sheet.write(place, column, value)

    return workbook.read(made(fill), file_name="名册.xlsx")


def fatal(roster: Roster) -> list[str]:
    return [str(problem) for problem in roster.all_problems() if problem.is_fatal]


@pytest.mark.parametrize("top", [0, 1, 6])
def test_header_row_anywhere_and_spaces(top: int) -> None:
    roster = read([["林远山", number(), "男", "197205", "一级调研员"]], top=top)
    row = roster.accepted("A01人员")[0]
    assert (row.text("name"), row.text("sex"), row.on("born_on"), row.text("rank")) == ("林远山", "1", date(1972, 5, 1), "13")
    assert (row.number, row.cells["sex"].column, row.cells["sex"].header) == (top + 2, "C", "性别")


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("197205", date(1972, 5, 1)), ("19720518", date(1972, 5, 18)), ("1972.05", date(1972, 5, 1)),
        (197205, date(1972, 5, 1)), (1972.05, date(1972, 5, 1)),
        ("1972年5月", date(1972, 5, 1)), (date(1972, 5, 18), date(1972, 5, 18)),
    ],
)  # fmt: skip
def test_dates(typed: object, expected: date) -> None:
    assert read([["林远山", number(), "男", typed, ""]]).accepted("A01人员")[0].on("born_on") == expected


@pytest.mark.parametrize(
    ("row", "said"),
    [
        (["林", number(), "猫", "197205"], "C列（性别）：“猫”不在码表“性别”中，可填：未知的性别、男、女、未说明的性别"),
        (["林", number(), "男", "1972"], "D列（出生年月）：“1972”不是日期，请写6位年月（197205）或8位日期（19720508）"),
        (["林", number(), "男", 1972.1], "D列（出生年月）：“1972.1”是小数，分不清1月还是10月，请写6位数字"),
        (["林", number(), "男", 26427], "D列（出生年月）：“26427”像是Excel日期序号，请把该格设为日期格式或写6位、8位数字"),
        (["林", 999001197205180013, "男", "197205"], "B列（身份证号）：身份证号被存为数字，末几位已丢失，请把该列设为文本后重新填写"),
        (["林", "99900119720518001A", "男", "197205"], "B列（身份证号）：身份证号“999***********001A”不正确：前17位应为数字，末位应为数字或X"),
        (["", number(), "男", "197205"], "A列（姓名）：不能为空"),
        (["林", number(), "男", "197205", "一级调研"], "E列（现职级）：“一级调研”不在码表“职级”中，可填：一级调研员、二级调研员、三级调研员"),
        (["林", number(), "男", "=1+1"], "D列（出生年月）：是公式，请改为数值（复制后选择性粘贴为数值）"),
    ],
)  # fmt: skip
def test_faults_are_named_by_place(row: list[object], said: str) -> None:
    assert fatal(read([row])) == [f"《名册.xlsx》“A01人员”第3行{said}"]


def test_doubles_name_the_first_row() -> None:
    roster = read([["林", number(), "男", "197205"], ["苏", number(), "女", "197205"]])
    assert fatal(roster) == ["《名册.xlsx》“A01人员”第4行B列（身份证号）：与第3行重复"]
    assert [row.text("name") for row in roster.accepted("A01人员")] == ["林"]


def test_missing_and_unknown_columns() -> None:
    roster = read([["林", "x"]], ["姓名", "性别", "爱好"])
    assert fatal(roster) == ["《名册.xlsx》“A01人员”：缺少必需的列：身份证号、出生年月"]
    assert "“A01人员”第2行C列（爱好）：列“爱好”不认识，已略过" in "".join(map(str, roster.all_problems()))


def test_merged_titles_pass_and_merged_data_do_not() -> None:
    def fill(book: Any, sheet: Any) -> None:
        sheet.merge_range(0, 0, 0, 4, "干部名册")
        sheet.write_row(1, 0, HEADERS)
        sheet.merge_range(2, 0, 3, 0, "林远山")
        sheet.write_row(2, 1, [number(), "男", "197205"])
        sheet.write_row(3, 1, [number(sequence=3), "男", "197205"])

    roster = workbook.read(made(fill), file_name="名册.xlsx")
    said = "A列（姓名）：A3:A4是合并单元格，请取消合并后逐格填写"
    assert fatal(roster) == [f"《名册.xlsx》“A01人员”第3行{said}", f"《名册.xlsx》“A01人员”第4行{said}"]


def test_error_values_and_blank_rows() -> None:
    def fill(book: Any, sheet: Any) -> None:
        sheet.write_row(1, 0, HEADERS)
        sheet.write_row(4, 0, ["林", number(), "男", "197205"])
        sheet.write_formula(4, 4, "=1/0", None, "#DIV/0!")

    assert fatal(workbook.read(made(fill), file_name="名册.xlsx")) == ["《名册.xlsx》“A01人员”第5行E列（现职级）：是错误值#DIV/0!"]


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (b"", "内容不是Excel工作簿"),
        (b"a,b\n1,2\n", "内容不是Excel工作簿"),
        (b"\xd0\xcf\x11\xe0" + bytes(600), "旧版Excel"),
        (b"\xd0\xcf\x11\xe0" + bytes(600) + "EncryptedPackage".encode("utf-16-le"), "设有打开密码"),
        (zipped({"a.txt": b"x"}), "缺少xl/workbook.xml"),
        (b"PK\x03\x04rubbish", "已损坏"),
        (made(lambda book, sheet: None, "随便"), "没有可识别的工作表"),
        (made(lambda book, sheet: sheet.write(1_048_575, 16_383, "远")), "工作表范围过大"),
    ],
)
def test_files_that_cannot_be_read(content: bytes, why: str) -> None:
    with pytest.raises(Refused, match=why):
        workbook.read(content, file_name="名册.xlsx")


def test_written_and_read_again() -> None:
    rows = {
        "A01人员": [{"name": "=林", "identity_number": number(), "sex": "1", "born_on": date(1972, 5, 18), "resume": "甲\n乙", "rank": "13"}],
        "A02职务": [{"name": "林", "identity_number": number(), "organisation": "甲局", "post": "局长", "is_leading": True, "is_grassroots": None}],
        "A14奖惩": [{"name": "林", "identity_number": number(), "title": "警告", "kind": "02250", "impact_months": 12}],
        "A15考核": [{"name": "林", "identity_number": number(), "result": "2", "year": 2024}],
        "职数": [{"organisation": "甲局", "organisation_code": "001.001", "post_level": "131", "post_rank": "principal", "quota": 1}],
    }  # fmt: skip
    roster = workbook.read(workbook_writer.write(rows), file_name="出.xlsx")
    assert roster.version == "V2018.11"
    assert list(roster.all_problems()) == []
    found = {name: [{key: cell.value for key, cell in row.cells.items()} for row in sheet.rows] for name, sheet in roster.sheets.items()}
    assert found == {name: [{k: v for k, v in row.items() if v is not None} for row in those] for name, those in rows.items()}


def test_the_empty_template_has_every_sheet() -> None:
    roster = workbook.read(workbook_writer.template(), file_name="模板.xlsx")
    assert len(roster.sheets) == 13
    assert list(roster.all_problems()) == []


def test_rejected_rows_come_back_with_reasons_and_can_be_read_again() -> None:
    roster = read([["林", number(), "男", "197205"], ["苏", "123", "女", "1972"]])
    content = workbook_errors.write(roster)
    assert content is not None
    again = workbook.read(content, file_name="退回.xlsx")
    assert [row.raw("name") for row in again.sheets["A01人员"].rows] == ["苏"]
    assert [said.split("）：")[1] for said in fatal(again)] == [said.split("）：")[1] for said in fatal(roster)]
    assert workbook_errors.write(read([["林", number(), "男", "197205"]])) is None


BASE = made(lambda book, sheet: (sheet.write_row(1, 0, HEADERS), sheet.write_row(2, 0, ["林", number(), "男", 197205])))


@settings(max_examples=60)
@given(st.data())
def test_damaged_files_are_read_or_refused(data: st.DataObject) -> None:
    source = bytearray(BASE)
    for _ in range(data.draw(st.integers(1, 5))):
        source[data.draw(st.integers(0, len(source) - 1))] = data.draw(st.integers(0, 255))
    read_or_refused(bytes(source))


@settings(max_examples=60)
@given(st.data())
def test_damaged_parts_are_read_or_refused(data: st.DataObject) -> None:
    """The damage is inside the XML, where checksums do not stop it."""
    parts = {name: bytearray(content) for name, content in _parts(zipfile.ZipFile(io.BytesIO(BASE)))}
    name = data.draw(st.sampled_from(["xl/worksheets/sheet1.xml", "xl/workbook.xml", "xl/sharedStrings.xml", "xl/styles.xml"]))
    part = parts[name]
    for _ in range(data.draw(st.integers(1, 4))):
        place = data.draw(st.integers(0, len(part) - 1))
        part[place : place + data.draw(st.integers(0, 3))] = data.draw(st.sampled_from([b"", b"9", b"Z99999", b"<", b'"', b"-", b"\xff"]))
    read_or_refused(zipped({each: bytes(content) for each, content in parts.items()}))


def _parts(archive: Any) -> list[tuple[str, bytes]]:
    return [(name, archive.read(name)) for name in archive.namelist()]


def read_or_refused(content: bytes) -> None:
    try:
        roster = workbook.read(content, file_name="坏.xlsx")
    except Refused:
        return
    assert all(str(problem) for problem in roster.all_problems())
