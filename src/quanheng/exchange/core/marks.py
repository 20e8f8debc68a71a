"""A line at the foot of every page of a file that leaves: who took it out, when, under which number.

PDF, Word and Excel carry it; formats for exchange (lrmx, HZB, csv) and packages that prove themselves stay byte for byte.
"""

import re
import zipfile
from functools import lru_cache
from html import escape
from io import BytesIO

import docx
from docx.oxml.ns import qn
from docx.shared import Pt, RGBColor
from pypdf import PdfReader, PdfWriter

from quanheng.exchange.core import pdf
from quanheng.exchange.core.pdf_stamp import stamped

_FOOT = """#let given = json(bytes(sys.inputs.data))
#let line = text(font: "Noto Serif SC", size: 6.5pt, fill: rgb("#6b7178"), given.line)
#set page(width: given.width * 1pt, height: given.height * 1pt, margin: 0pt, fill: none, foreground: pdf.artifact(kind: "footer", place(bottom + center, dy: -9pt, line)))
"""
# What stands after <headerFooter> in a sheet, in the order of ECMA-376: the first of them found marks its place.
_AFTER = re.compile(
    rb"<(?:rowBreaks|colBreaks|customProperties|cellWatches|ignoredErrors|smartTags|drawing|legacyDrawing|legacyDrawingHF"
    rb"|drawingHF|picture|oleObjects|controls|webPublishItems|tableParts|extLst)\b|</worksheet>"
)
_FOOTER = re.compile(rb"<headerFooter[^>]*?(?:/>|>.*?</headerFooter>)", re.DOTALL)
_PAGE = b"&amp;C&amp;8&amp;P / &amp;N"


def marked(content: bytes, name: str, line: str) -> bytes:
    """The file with the line at its foot; itself where its kind takes none."""
    ending = name.rsplit(".", 1)[-1].lower()
    mark = {"pdf": _pdf, "xlsx": _xlsx, "docx": _docx}.get(ending)
    return mark(content, line) if mark else content


def _pdf(content: bytes, line: str) -> bytes:
    return stamped(content, lambda width, height: _foot(width, height, line)) or _merged(content, line)


def _merged(content: bytes, line: str) -> bytes:
    """A PDF that is not of our making, read and written as a whole."""
    writer = PdfWriter(clone_from=BytesIO(content))
    for page in writer.pages:
        box = page.mediabox
        foot = PdfReader(BytesIO(_foot(float(box.width), float(box.height), line))).pages[0]
        page.merge_translated_page(foot, float(box.left), float(box.bottom))
    made = BytesIO()
    writer.write(made)
    return made.getvalue()


@lru_cache(maxsize=8)
def _foot(width: float, height: float, line: str) -> bytes:
    return pdf.render(_FOOT, {"width": width, "height": height, "line": line})


def _docx(content: bytes, line: str) -> bytes:
    document = docx.Document(BytesIO(content))
    for number, section in enumerate(document.sections):
        if number and section.footer.is_linked_to_previous:
            continue
        run = section.footer.add_paragraph().add_run(line)
        run.font.size, run.font.color.rgb = Pt(6.5), RGBColor(0x6B, 0x71, 0x78)
        run.font.name = "SimSun"
        properties = run._element.rPr
        assert properties is not None
        assert properties.rFonts is not None
        properties.rFonts.set(qn("w:eastAsia"), "SimSun")
    made = BytesIO()
    document.save(made)
    return made.getvalue()


def _xlsx(content: bytes, line: str) -> bytes:
    made = BytesIO()
    with (
        zipfile.ZipFile(BytesIO(content)) as given,
        zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as taken,
    ):
        for each in given.infolist():
            data = given.read(each)
            taken.writestr(
                each, _sheet(data, line) if re.fullmatch(r"xl/worksheets/[^/]+\.xml", each.filename) else data
            )
    return made.getvalue()


def _sheet(data: bytes, line: str) -> bytes:
    """The sheet with a footer for print: the line at the left, the page in the middle. A footer it had gives way."""
    foot = (
        b"<headerFooter><oddFooter>&amp;L&amp;7"
        + escape(line.replace("&", "&&")).encode()
        + _PAGE
        + b"</oddFooter></headerFooter>"
    )
    rows = max(data.rfind(b"</sheetData>"), data.rfind(b"<sheetData/>"))
    head, tail = data[:rows], _FOOTER.sub(b"", data[rows:])
    place = _AFTER.search(tail)
    if place is None:
        return data
    return head + tail[: place.start()] + foot + tail[place.start() :]
