"""Parts of Word documents with an exact geometry: sections, paragraphs, tables with fixed rows. Lengths are in points."""

import io
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import accumulate
from typing import Any, Literal

from docx.document import Document
from docx.image.exceptions import UnrecognizedImageError
from docx.oxml import OxmlElement
from docx.oxml.ns import nsmap, qn
from docx.oxml.parser import oxml_parser
from docx.shared import Pt
from docx.text.paragraph import Paragraph

from quanheng.exchange.core.appointment_form_geometry import MM, Sheet

Element = Any
"""An element of WordprocessingML: the library's own types say no more."""
FONT = "宋体"
_OUTER, _INNER = 12, 8
"""Widths of lines in eighths of a point: 1.5 outside, 1 inside."""
_UNWRITABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


@dataclass(frozen=True, slots=True)
class Section:
    """A page and its margins, in millimetres (节)."""

    width: float
    height: float
    top: float
    bottom: float
    left: float
    right: float


@dataclass(frozen=True, slots=True)
class Line:
    """One paragraph (段落): its size of type and the exact height of its lines."""

    said: str
    points: float
    tall: float
    flow: Literal["left", "center", "right"] = "center"
    left: float = 0
    right: float = 0
    hanging: float = 0
    before: float = 0
    after: float = 0

    def below(self, space: float) -> "Line":
        return replace(self, before=self.before + space)


@dataclass(frozen=True, slots=True)
class Cell:
    """What a cell holds (单元格)."""

    lines: tuple[Line, ...] = ()
    stands: Literal["top", "center", "bottom"] = "center"


def prepare(document: Document, title: str) -> None:
    """Font of everything, the title in the properties, no author."""
    style: Any = document.styles["Normal"]
    style.font.name, style.font.size = FONT, Pt(10.5)
    style.element.rPr.rFonts.set(qn("w:eastAsia"), FONT)
    properties = document.core_properties
    properties.title, properties.author, properties.comments = title, "", ""


def section(page: Section) -> Element:
    found = _made("w:sectPr", _made("w:type", val="nextPage"))
    found.append(_made("w:pgSz", w=_twips(page.width * MM), h=_twips(page.height * MM)))
    sides = {side: _twips(getattr(page, side) * MM) for side in ("top", "right", "bottom", "left")}
    found.append(_made("w:pgMar", **sides, header=0, footer=0, gutter=0))
    return found


def closing(page: Section, tall: float) -> Element:
    """The paragraph that ends a section, as low as can be."""
    found = paragraph(Line("", 1, tall))
    found.pPr.append(section(page))
    return found


def paragraph(line: Line) -> Element:
    settings = _made(
        "w:pPr",
        _made("w:snapToGrid", val=0),
        _made(
            "w:spacing",
            before=_twips(line.before),
            after=_twips(line.after),
            line=_twips(line.tall),
            lineRule="exact",
        ),
        _made("w:ind", left=_twips(line.left), right=_twips(line.right), hanging=_twips(line.hanging)),
        _made("w:jc", val=line.flow),
        _type(line.points),
    )
    return _made("w:p", settings, *([_run(line)] if line.said else []))


def title(said: str, wide: float, tall: float, points: float, *, above: float) -> Element:
    """A row of cells without lines, a character in each."""
    cells = [_cell(wide, Cell((Line(each, points, tall - above, before=above),), "top")) for each in said]
    head = _head([wide] * len(said), has_lines=False)
    return _made("w:tbl", *head, _row(tall, cells))


def table(sheet: Sheet, cells: Sequence[Cell], *, at_least: Sequence[int] = ()) -> Element:
    """The cells of a sheet, each where it stands on the page; rows of `at_least` may grow."""
    rows: list[list[tuple[int, Element]]] = [[] for _ in sheet.rows]
    for box, cell in zip(sheet.cells, cells, strict=True):
        column, columns = _places(sheet.columns, box.left - sheet.left, box.width)
        row, many = _places(sheet.rows, box.top - sheet.top, box.height)
        for place in range(many):
            merge = "" if many == 1 else "continue" if place else "restart"
            made = _cell(box.width, Cell() if place else cell, columns, merge)
            rows[row + place].append((column, made))
    lines = (
        _row(
            tall,
            [cell for _, cell in sorted(row, key=lambda pair: pair[0])],
            "atLeast" if place in at_least else "exact",
        )
        for place, (tall, row) in enumerate(zip(sheet.rows, rows, strict=True))
    )
    return _made("w:tbl", *_head(sheet.columns), *lines)


def plain_table(columns: Sequence[float], rows: Sequence[Sequence[str]], points: float) -> Element:
    """Rows as high as their text."""
    lines = [
        _row(
            points * 1.5,
            [
                _cell(wide, Cell((Line(said, points, points + 4),)))
                for wide, said in zip(columns, row, strict=True)
            ],
            "atLeast",
        )
        for row in rows
    ]
    return _made("w:tbl", *_head(columns), *lines)


def put_photo(document: Document, body: Element, image: bytes, width: float, height: float) -> None:
    """Into the cell of the first table's last column, cut to its shape; an image Word's library cannot place leaves it empty."""
    rows = body.findall(qn("w:tbl"))[1].findall(qn("w:tr"))
    place = rows[0].findall(qn("w:tc"))[-1].find(qn("w:p"))
    place.get_or_add_pPr().find(qn("w:spacing")).set(qn("w:lineRule"), "auto")
    place.pPr.find(qn("w:spacing")).set(qn("w:line"), "240")
    try:
        shape = Paragraph(place, document._body).add_run().add_picture(io.BytesIO(image))
    except (UnrecognizedImageError, ValueError, KeyError, ZeroDivisionError, OSError, AssertionError):
        return
    wanted, found = width / height, shape.width / max(shape.height, 1)
    shape.width, shape.height = Pt(width), Pt(height)
    cut = round((1 - min(wanted, found) / max(wanted, found)) / 2 * 100_000)
    sides = ("l", "r") if found > wanted else ("t", "b")
    fill = shape._inline.graphic.graphicData.pic.blipFill
    crop = OxmlElement("a:srcRect")
    for side in sides:
        crop.set(side, str(cut))
    fill.insert(1, crop)


def _places(lengths: Sequence[float], start: float, length: float) -> tuple[int, int]:
    """Which of the lengths begins at `start`, and how many make up `length`."""
    edges = list(accumulate(lengths, initial=0.0))
    first = min(range(len(edges)), key=lambda place: abs(edges[place] - start))
    last = min(range(len(edges)), key=lambda place: abs(edges[place] - start - length))
    return first, last - first


def _head(columns: Sequence[float], *, has_lines: bool = True) -> Iterator[Element]:
    borders = [
        _made(f"w:{side}", val="single" if has_lines else "nil", sz=width, space=0, color="000000")
        for side, width in (
            ("top", _OUTER),
            ("left", _OUTER),
            ("bottom", _OUTER),
            ("right", _OUTER),
            ("insideH", _INNER),
            ("insideV", _INNER),
        )
    ]
    margins = [_made(f"w:{side}", w=0, type="dxa") for side in ("top", "left", "bottom", "right")]
    yield _made(
        "w:tblPr",
        _made("w:tblW", w=_twips(sum(columns)), type="dxa"),
        _made("w:jc", val="left" if has_lines else "center"),
        _made("w:tblBorders", *borders),
        _made("w:tblLayout", type="fixed"),
        _made("w:tblCellMar", *margins),
    )
    yield _made("w:tblGrid", *(_made("w:gridCol", w=_twips(each)) for each in columns))


def _row(tall: float, cells: Sequence[Element], rule: str = "exact") -> Element:
    height = _made("w:trHeight", val=_twips(tall), hRule=rule)
    return _made("w:tr", _made("w:trPr", _made("w:cantSplit"), height), *cells)


def _cell(wide: float, cell: Cell, columns: int = 1, merge: str = "") -> Element:
    settings = _made("w:tcPr", _made("w:tcW", w=_twips(wide), type="dxa"))
    if columns > 1:
        settings.append(_made("w:gridSpan", val=columns))
    if merge:
        settings.append(_made("w:vMerge", val=merge))
    settings.append(_made("w:vAlign", val=cell.stands))
    return _made("w:tc", settings, *(paragraph(line) for line in cell.lines or (Line("", 5, 6),)))


def _run(line: Line) -> Element:
    head, tab, rest = line.said.partition("\t")
    words = [_words(head), *([_made("w:tab"), _words(rest)] if tab else [])]
    return _made("w:r", _type(line.points), *words)


def _words(said: str) -> Element:
    found = _made("w:t")
    found.text = _UNWRITABLE.sub("", said)
    found.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
    return found


def _type(points: float) -> Element:
    """Font and size; Word counts half points."""
    fonts = _made("w:rFonts", ascii=FONT, hAnsi=FONT, eastAsia=FONT, cs=FONT)
    return _made("w:rPr", fonts, _made("w:sz", val=round(points * 2)), _made("w:szCs", val=round(points * 2)))


def _made(name: str, *children: Element, **attributes: object) -> Element:
    """An element of a class the library knows; made directly, for a form has three thousand of them."""
    named = {_clark(f"w:{key}"): str(value) for key, value in attributes.items()}
    found = oxml_parser.makeelement(_clark(name), named, _NAMES)
    found.extend(children)
    return found


_clark = cache(qn)
_NAMES = {"w": nsmap["w"]}


def _twips(points: float) -> int:
    return round(points * 20)
