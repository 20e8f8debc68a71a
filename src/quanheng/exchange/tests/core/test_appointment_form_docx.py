"""The form as a Word document: the official table of the data standard (2.1), read back out of the XML; sizes as in the PDF."""

import dataclasses
import io
from datetime import date

import docx
import pytest
from docx.oxml.ns import qn

from quanheng.exchange.core import appointment_form as paper
from quanheng.exchange.core import appointment_form_docx as word
from quanheng.exchange.core.appointment_form import Edition, Size
from quanheng.exchange.core.form import AppointmentForm, FamilyMember
from quanheng.exchange.tests.core.samples import FORM, png

ON = date(2024, 6, 1)
MM = 1 / 0.05 * 72 / 25.4
FRONT: dict[Size, list[float]] = {
    "A4": [12.5, 12.2, 12.0, 12.5, 6.1, 6.1, 6.1, 6.1, 12.5, 12.5, 12.5, 125.8],
    "B5": [11.0, 10.6, 10.6, 10.6, 5.2, 5.2, 5.2, 5.2, 11.0, 11.0, 11.0, 108.7],
    "A4_DangAn": [11.0, 10.5, 11.0, 10.8, 5.4, 5.4, 5.4, 5.4, 10.3, 10.3, 10.3, 117.0],
}
BACK: dict[Size, list[float]] = {
    "A4": [25.0, 18.0, 24.0, 11.4, *[12.3] * 7, 23.5, 13.0, 35.6],
    "B5": [21.0, 16.0, 20.4, 10.5, *[10.6] * 7, 19.0, 12.4, 31.5],
    "A4_DangAn": [24.0, 17.3, 21.3, 10.5, *[10.3] * 7, 14.7, 12.2, 49.0],
}
WIDTH: dict[Size, float] = {"A4": 165.7, "B5": 143.4, "A4_DangAn": 171.1}
PAGE: dict[Size, tuple[float, float]] = {"A4": (210, 297), "B5": (182, 257), "A4_DangAn": (210, 297)}
SIZES: list[Size] = ["A4", "B5", "A4_DangAn"]


def opened(form: AppointmentForm = FORM, size: Size = "A4", edition: Edition = "") -> docx.document.Document:
    return docx.Document(io.BytesIO(word.render(form, on=ON, size=size, edition=edition)))


def number(element: docx.oxml.xmlchemy.BaseOxmlElement, path: str, name: str) -> list[int]:
    return [int(found.get(qn(name))) for found in element.findall(path, element.nsmap)]


def rows(document: docx.document.Document, place: int) -> list[list[str]]:
    """The cells of a table as they are written, each once; a merged cell below its first row is empty."""
    return [
        ["".join(found.text or "" for found in cell.iter(qn("w:t"))) for cell in row.findall(qn("w:tc"))]
        for row in document.tables[place]._tbl.findall(qn("w:tr"))
    ]


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("edition", ["3", "4"])
def test_rows_columns_and_pages_are_the_official_ones(size: Size, edition: Edition) -> None:
    document = opened(size=size, edition=edition)
    title, front, back = (table._tbl for table in document.tables)
    for table, expected in ((front, FRONT[size]), (back, BACK[size])):
        heights = number(table, "w:tr/w:trPr/w:trHeight", "w:val")
        assert heights == [pytest.approx(each * MM, abs=0.6) for each in expected]
    rules = [row.get(qn("w:hRule")) for row in front.iter(qn("w:trHeight"))]
    assert rules == ["exact"] * 12
    assert sum(number(front, "w:tblGrid/w:gridCol", "w:w")) == pytest.approx(WIDTH[size] * MM, abs=5)
    assert len(number(title, "w:tblGrid/w:gridCol", "w:w")) == 7
    assert rows(document, 0) == [list("干部任免审批表")]
    for section in document.sections:
        assert (section.page_width.mm, section.page_height.mm) == pytest.approx(PAGE[size], abs=0.02)


def test_a4_margins_columns_lines_and_fonts() -> None:
    document = opened()
    front = document.tables[1]._tbl
    sides = [
        (round(x.top_margin.mm, 1), round(x.left_margin.mm, 1), round(x.right_margin.mm, 1))
        for x in document.sections
    ]
    assert sides == [(11.1, 22.0, 20.0), (27.8, 22.5, 20.0)]
    first = number(front.findall(qn("w:tr"))[0], "w:tc/w:tcPr/w:tcW", "w:w")
    assert first == [pytest.approx(each * MM, abs=4) for each in (18.0, 23.0, 18.7, 23.0, 23.2, 23.5, 36.3)]
    borders = {
        each.tag.rpartition("}")[2]: each.get(qn("w:sz")) for each in front.find(".//" + qn("w:tblBorders"))
    }
    assert borders == {
        "top": "12",
        "left": "12",
        "bottom": "12",
        "right": "12",
        "insideH": "8",
        "insideV": "8",
    }
    assert {each.get(qn("w:w")) for each in front.find(".//" + qn("w:tblCellMar"))} == {"0"}
    assert {each.get(qn("w:eastAsia")) for each in front.iter(qn("w:rFonts"))} == {"宋体"}


def test_third_and_fourth_row_of_both_editions() -> None:
    form = dataclasses.replace(FORM, former_age_limit="改革前任职年龄界限为60岁")
    third, fourth = rows(opened(form, edition="3"), 1), rows(opened(form), 1)
    assert third[2] == ["入党时间", "1998.06", "参加工作时间", "1994.07", "健康状况", "健康", ""]
    assert third[3] == ["专业技术职务", "", "熟悉专业有何专长", "公路与铁路建设管理", ""]
    assert fourth[2] == [
        "入党时间",
        "1998.06",
        "参加工作时间",
        "1994.07",
        "到龄时间",
        "2034.04（61岁11个月）",
        "",
    ]
    assert fourth[3] == ["健康状况", "健康", "专业技术职务", "", "熟悉专业有何专长", "公路与铁路建设管理", ""]


def test_values_stand_in_their_cells() -> None:
    front, back = rows(opened(), 1), rows(opened(), 2)
    assert front[0] == ["姓　名", "林远山", "性　别", "男", "出生年月（岁）", "1972.05（52岁）", ""]
    assert front[4][:4] == ["学历学位", "全日制教　育", "大学法学学士", "毕业院校系及专业"]
    assert front[9] == ["拟　任　职　务", "青石县委常委"]
    assert "1990.09--1994.07云岭师范大学" in front[11][1]
    assert back[4][1:] == ["妻子", "苏　兰", "50", "中共党员", "青石县人民医院护师"]
    assert back[11] == ["呈报单位", "云岭市委组织部2024年6月3日"]
    assert back[13] == [
        "审意批　机　关见",
        "（盖章）年　 月　 日",
        "行任政免机意关见",
        "（盖章）年　 月　 日",
    ]


def test_sizes_are_those_of_the_pdf_in_half_points() -> None:
    long = dataclasses.replace(FORM, current_post="云岭市交通运输局党组副书记、副局长，" * 5)
    counted = dict(paper.type_sizes(long, on=ON))
    cell = opened(long).tables[1]._tbl.findall(qn("w:tr"))[8].findall(qn("w:tc"))[1]
    assert {int(each.get(qn("w:val"))) for each in cell.iter(qn("w:sz"))} == {
        int(counted[long.current_post] * 2)
    }
    assert counted[long.current_post] < 14
    resume = opened(long).tables[1]._tbl.findall(qn("w:tr"))[11].findall(qn("w:tc"))[1]
    hanging = {int(each.get(qn("w:hanging"))) for each in resume.iter(qn("w:ind"))} - {0}
    assert hanging == {round(9 * counted["简历"] * 20)}


def test_the_photo_fills_its_frame_cut_to_shape() -> None:
    document = opened(dataclasses.replace(FORM, photo=png(30, 10)))
    [shape] = document.inline_shapes
    assert (shape.width.mm, shape.height.mm) == pytest.approx((35.6, 48.5), abs=0.3)
    crop = shape._inline.find(".//" + qn("a:srcRect"))
    assert crop is not None
    assert int(crop.get("l")) == int(crop.get("r")) > 30_000


@pytest.mark.parametrize("photo", [b"", b"\xff\xd8\xff broken\xff\xd9", b"BM something"])
def test_photos_never_stop_a_document(photo: bytes) -> None:
    assert len(opened(dataclasses.replace(FORM, photo=photo)).inline_shapes) == 0


def test_what_does_not_fit_goes_to_an_attached_sheet() -> None:
    many = "\n".join(f"{year}.01--{year + 1}.01  " + "某县某局某职务" * 12 for year in range(1980, 2024))
    form = dataclasses.replace(
        FORM, resume=many, family=tuple(FamilyMember("其他", f"亲属{place}") for place in range(9))
    )
    document = opened(form)
    assert (len(document.sections), len(document.tables)) == (3, 4)
    assert [row[1] for row in rows(document, 3)] == ["姓名", "亲属7", "亲属8"]
    said = "".join(each.text or "" for each in document.element.body.iter(qn("w:t")))
    assert said.count("某县某局某职务") == 44 * 12
    assert "（余见附页）" in said


def test_signs_word_cannot_hold_are_left_out() -> None:
    [_, front, _] = opened(dataclasses.replace(FORM, current_post="副\x00县\x0b长", awards="<a>&b")).tables
    assert front.rows[8].cells[3].text == "副县长"
