"""The 任免审批表 as a Word document: the tables of the printed form, cell by cell, with the sizes counted for the PDF.
Word breaks the lines itself; the fonts are named, not brought along.
"""

import io
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Any

import docx

from quanheng.exchange.core import docx_parts as parts
from quanheng.exchange.core.appointment_form import Edition, printed
from quanheng.exchange.core.appointment_form_docx_cells import cells_of, filled_by
from quanheng.exchange.core.appointment_form_fit import leading
from quanheng.exchange.core.appointment_form_geometry import MM, PAPERS, Size
from quanheng.exchange.core.appointment_form_pages import FAMILY_ROWS, back, front
from quanheng.exchange.core.appointment_form_setting import CONTINUED, HEAD, resume_of, said_of
from quanheng.exchange.core.docx_parts import Line, Section
from quanheng.exchange.core.form import AppointmentForm

_ARCHIVE = "全国干部人事档案专项审核工作专用"
_SEPARATOR = 1.0
"""The height in points of the paragraph that keeps two tables apart."""
_MARGINS: dict[Size, tuple[Section, Section]] = {
    "A4": (Section(210, 297, 11.1, 12, 22, 20), Section(210, 297, 27.8, 10, 22.5, 20)),
    "B5": (Section(182, 257, 10.5, 21, 19.5, 17), Section(182, 257, 24.2, 8, 19.5, 17)),
    "A4_DangAn": (Section(210, 297, 18.2, 10, 17, 20), Section(210, 297, 35, 10, 25.5, 10)),
}
_RELATIVE = ("relation", "name", "age", "political_status", "work")


def render(form: AppointmentForm, *, on: date, size: Size = "A4", edition: Edition = "") -> bytes:
    """The .docx; the same values, edition and sizes of type as `appointment_form.render`."""
    values = printed(form, on=on, edition=edition)
    document = docx.Document()
    parts.prepare(document, str(values["title"]))
    body = document.element.body
    first, second = _MARGINS[size]
    more = _attached(values, resume_of(values, size).kept, size)
    body[:] = [
        *_front(values, size),
        parts.closing(first, _SEPARATOR),
        *_back(values, size),
        *([parts.closing(second, _SEPARATOR), *more] if more else []),
        parts.section(second),
    ]
    if form.photo and values["photo"]:
        parts.put_photo(document, body, form.photo, *_photo_size(size))
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


def _photo_size(size: Size) -> tuple[float, float]:
    sheet = front(size, False)
    return sheet.columns[7] - 2, sum(sheet.rows[:4]) - 2


def _front(values: Mapping[str, Any], size: Size) -> Iterator[parts.Element]:
    paper, sheet = PAPERS[size], front(size, values["is_edition_four"])
    if paper.above:
        yield parts.paragraph(Line(_ARCHIVE, 12, paper.above * MM, "left"))
    tall = 10.9 + 24 + 4 * MM + 1 - _SEPARATOR
    yield parts.title("干部任免审批表", paper.title * MM, tall, 24, above=10.9)
    yield parts.paragraph(Line("", 1, _SEPARATOR))
    yield parts.table(sheet, cells_of(sheet, said_of(values), _resume(values, size)))


def _back(values: Mapping[str, Any], size: Size) -> Iterator[parts.Element]:
    sheet, said = back(size), said_of(values)
    yield parts.table(sheet, cells_of(sheet, said, ()), at_least=(3,))
    yield parts.paragraph(filled_by(sheet, said["filled_by"]))


def _resume(values: Mapping[str, Any], size: Size) -> Sequence[Line]:
    found = resume_of(values, size)
    tall, pad = found.points + leading(found.points), 1.6 * MM
    lines = [line for each in values["resume"][: found.kept] for line in _told(each, found.points, tall, pad)]
    if found.kept < len(values["resume"]):
        lines.append(Line(CONTINUED, found.points, tall, "right", right=pad))
    elif values["closing"]:
        lines.append(Line("", found.points, tall))
        lines.extend(
            Line(said, found.points, tall, "left", left=pad, right=pad) for said in values["closing"]
        )
    return lines


def _told(line: Mapping[str, Any], points: float, tall: float, pad: float) -> Iterator[Line]:
    """Dates and text behind a tab at the hanging indent; remarks below the text."""
    behind = HEAD * points if line["head"] else 0.0
    said = f"{line['head']}\t{line['text']}" if line["head"] else line["text"]
    yield Line(said, points, tall, "left", left=pad + behind, right=pad, hanging=behind)
    for note in line["notes"]:
        yield Line(note, points, tall, "left", left=pad + behind, right=pad)


def _attached(values: Mapping[str, Any], kept: int, size: Size) -> list[parts.Element]:
    """What the two pages do not hold, on a sheet of its own."""
    resume, family = values["resume"][kept:], values["family"][FAMILY_ROWS:]
    if not resume and not family:
        return []
    lines = [Line("附　页", 16, 26, "center"), Line(f"姓名：{values['person']['name']}", 12, 20, "left")]
    if resume:
        lines += [
            Line("简历（续）", 12, 20, "left"),
            *(line for one in resume for line in _told(one, 12, 16, 0)),
        ]
        lines += [Line("", 12, 16), *(Line(said, 12, 16, "left") for said in values["closing"])]
    if family:
        lines.append(Line("家庭主要成员及重要社会关系（续）", 12, 20, "left"))
    found = [parts.paragraph(line) for line in lines]
    if family:
        head = ("称谓", "姓名", "年龄", "政治面貌", "工作单位及职务")
        rows = [head, *([one[key] for key in _RELATIVE] for one in family)]
        columns = [*back(size).columns[1:5], sum(back(size).columns[5:])]
        found += [parts.plain_table(columns, rows, 12), parts.paragraph(Line("", 1, _SEPARATOR))]
    return found
