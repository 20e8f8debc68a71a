"""Files with planted faults: workbooks and forms that an importer must refuse in plain words, row by row."""

import re
import zipfile
from collections.abc import Callable
from pathlib import Path

import xlsxwriter
from datasets.yunling.careers import World
from datasets.yunling.forms import STAMP, GbkInfo, official
from datasets.yunling.model import Person
from datasets.yunling.rows import HEADERS, Row, sheet_rows
from datasets.yunling.workbook import STAMP as CREATED
from datasets.yunling.workbook import write_sheets

SHEETS = ["B01单位", "A01人员", "A02职务"]
Sheets = dict[str, tuple[list[str], list[Row]]]


def _small(world: World, people: list[Person]) -> Sheets:
    """Six ordinary people with all organisations: good in itself."""
    few = [person for person in people if person.current.organisation.code == "001.004.013"][:6]
    return {sheet: (HEADERS[sheet].split(" "), list(sheet_rows(sheet, world, few))) for sheet in SHEETS}


def _write(path: Path, sheets: Sheets) -> None:
    write_sheets(path, ((name, headers, rows) for name, (headers, rows) in sheets.items()))


def _set(sheets: Sheets, sheet: str, row: int, header: str, value: str) -> None:
    headers, rows = sheets[sheet]
    rows[row][headers.index(header)] = value


def missing_columns(sheets: Sheets) -> None:
    """A01人员 lacks 身份证号 and 出生年月."""
    headers, rows = sheets["A01人员"]
    for header in ("身份证号", "出生年月"):
        place = headers.index(header)
        del headers[place]
        for row in rows:
            del row[place]


def wrong_dates(sheets: Sheets) -> None:
    """A thirteenth month, a 30 February, words instead of a date, a birth after work began, a removal before the appointment."""
    _set(sheets, "A01人员", 0, "出生年月", "198013")
    _set(sheets, "A01人员", 1, "参加工作时间", "不详")
    _set(sheets, "A01人员", 2, "出生年月", "202001")
    _set(sheets, "A02职务", 0, "任职时间", "20200230")
    _set(sheets, "A02职务", 1, "免职时间", "19000101")


def duplicate_people(sheets: Sheets) -> None:
    """One row twice, and one identity number under two names."""
    rows = sheets["A01人员"][1]
    rows.append(list(rows[0]))
    rows.append([f"{rows[1][0]}甲", *rows[1][1:]])


def unknown_code(sheets: Sheets) -> None:
    """Labels no table knows."""
    _set(sheets, "A01人员", 0, "民族", "云岭族")
    _set(sheets, "A01人员", 1, "政治面貌", "党员干部")
    _set(sheets, "A02职务", 0, "职务层次", "正处")
    _set(sheets, "A02职务", 1, "任职机构名称", "云岭市不存在局")


def broken_identity(sheets: Sheets) -> None:
    """A wrong check character, and a number one place short."""
    number = str(sheets["A01人员"][1][0][1])
    _set(sheets, "A01人员", 0, "身份证号", number[:17] + ("1" if number[17] != "1" else "2"))
    _set(sheets, "A01人员", 1, "身份证号", str(sheets["A01人员"][1][1][1])[:17])


BOOKS: dict[str, Callable[[Sheets], None]] = {
    "缺列.xlsx": missing_columns, "日期错误.xlsx": wrong_dates, "人员重复.xlsx": duplicate_people,
    "未知代码.xlsx": unknown_code, "身份证号错误.xlsx": broken_identity,
}


def _overlay(path: Path, sheets: Sheets, merged: bool) -> None:
    """Merged data cells, or formulas where values belong; a formula's cached result is kept."""
    book = xlsxwriter.Workbook(str(path))
    book.set_properties({"created": CREATED})
    for name, (headers, rows) in sheets.items():
        sheet = book.add_worksheet(name)
        sheet.write(0, 0, name)
        sheet.write_row(1, 0, headers)
        for place, row in enumerate(rows, 2):
            sheet.write_row(place, 0, row)
        if name == "A01人员" and merged:
            sheet.merge_range(2, headers.index("民族"), 4, headers.index("民族"), "汉族")
            sheet.merge_range(5, 0, 6, 0, rows[3][0])
        if name == "A01人员" and not merged:
            sheet.write_formula(2, headers.index("出生年月"), '=MID(B3,7,6)', None, str(rows[0][3]))
            sheet.write_formula(3, headers.index("备注"), '=HYPERLINK("http://example.invalid","点此")', None, "点此")
            sheet.write_formula(4, headers.index("籍贯"), "=1/0", None, "#DIV/0!")
    book.close()


def _forms(people: list[Person]) -> dict[str, bytes]:
    """Faulty forms by name; each starts from a good one of the official editor."""
    persons = [person for person in people if person.current.organisation.code == "001.004.013"][:9]
    good = [official(person).decode() for person in persons]
    head, tail = "<ZhaoPian>", "</ZhaoPian>"
    cut = good[6].index(head) + len(head)
    return {
        "裸与号.lrmx": good[0].replace("</ShuXiZhuanYeYouHeZhuanChang>", "路桥R&D</ShuXiZhuanYeYouHeZhuanChang>").encode(),
        "带BOM.lrmx": b"\xef\xbb\xbf" + good[1].encode(),
        "缺标签.lrmx": re.sub(r" *<(MinZu|ShenFenZheng)>.*\n", "", good[2]).encode(),
        "未知标签.lrmx": good[3].replace("</Person>", "  <ChuangXinZhiBiao>甲</ChuangXinZhiBiao>\n</Person>").encode(),
        "照片损坏.lrmx": (good[4][: good[4].index(head) + len(head)] + "iVBORw0KGgo*损坏*" + good[4][good[4].index(tail):]).encode(),
        "照片截断.lrmx": (good[6][: cut + 400] + good[6][good[6].index(tail):]).encode(),
        "截断.lrmx": good[5][: len(good[5]) // 3].encode(),
        "日期错误.lrmx": good[7].replace("<ChuShengNianYue>", "<ChuShengNianYue>99").encode(),
        "并非表格.lrmx": "这不是任免审批表。".encode("gbk"),
        "实体炸弹.lrmx": b'<?xml version="1.0"?><!DOCTYPE Person [<!ENTITY a "xxxxxxxxxx"><!ENTITY b "&a;&a;&a;&a;">]><Person><XingMing>&b;</XingMing></Person>',
    }


def write_bad(out: Path, world: World, people: list[Person]) -> None:
    """Every faulty workbook, every faulty form on its own, and all forms in a zip with GBK names."""
    for name, spoil in BOOKS.items():
        sheets = _small(world, people)
        spoil(sheets)
        _write(out / name, sheets)
    _overlay(out / "合并单元格.xlsx", _small(world, people), merged=True)
    _overlay(out / "公式.xlsx", _small(world, people), merged=False)
    (out / "不是工作簿.xlsx").write_bytes("姓名,身份证号\r\n".encode("gbk"))
    forms = _forms(people)
    for name, content in forms.items():
        (out / name).write_bytes(content)
    with zipfile.ZipFile(out / "问题表格.zip", "w") as archive:
        for name, content in forms.items():
            info = GbkInfo(name, STAMP)
            info.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(info, content)
        archive.writestr(GbkInfo("../越界.lrmx", STAMP), b"<Person/>")
