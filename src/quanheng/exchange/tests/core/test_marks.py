"""Every kind of file that takes a mark has it on every page, and nothing else of it changes."""

import base64
import zipfile
from io import BytesIO

import docx
import pytest
import xlsxwriter
from pypdf import PdfReader, PdfWriter
from python_calamine import CalamineWorkbook

from quanheng.exchange.core import pdf
from quanheng.exchange.core.marks import _FOOT, marked
from quanheng.exchange.core.measures import measured
from quanheng.exchange.core.pdf_stamp import stamped

DOT = base64.b64decode("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAIAAACQd1PeAAAADElEQVR4nGP4//8/AAX+Av4N70a4AAAAAElFTkSuQmCC")
LINE = "何志行（hezhixing）2026-11-22 09:10 导出 · 登记号 A1B2C3D4"


def paper(pages: int = 3) -> bytes:
    return pdf.render(
        '#for each in json(bytes(sys.inputs.data)).pages { text(font: "Noto Serif SC")[正文 #each]; pagebreak(weak: true) }',
        {"pages": list(range(1, pages + 1))},
    )


def workbook(**options: object) -> bytes:
    made = BytesIO()
    book = xlsxwriter.Workbook(made, {"in_memory": True})
    for name in ("甲", "乙"):
        sheet = book.add_worksheet(name)
        sheet.write_row(0, 0, ["姓名", "职务 & 层次"])
        sheet.write_row(1, 0, ["张三", "处长"])
        if options:
            sheet.add_table(0, 0, 1, 1, {"columns": [{"header": "姓名"}, {"header": "职务 & 层次"}]})
            sheet.set_footer("&C第 &P 页")
            sheet.set_h_pagebreaks([1])
    book.close()
    return made.getvalue()


def test_a_paper_carries_the_line_on_every_page() -> None:
    made = marked(paper(), "决定.pdf", LINE)
    texts = [page.extract_text() for page in PdfReader(BytesIO(made)).pages]
    assert len(texts) == 3
    assert all("登记号 A1B2C3D4" in text and f"正文 {number}" in text for number, text in enumerate(texts, 1))
    assert measured(made, "决定.pdf") == (3, "页")


def test_pages_of_every_size_carry_it_and_pages_of_one_size_share_it() -> None:
    given = pdf.render(
        "#let given = json(bytes(sys.inputs.data))\n#for width in given.widths [#set page(width: width * 1pt); #width #image(bytes(given.dot))]",
        {"widths": [200, 300, 200], "dot": list(DOT)},
    )
    assert stamped(given, lambda *size: pdf.render(_FOOT, {"width": size[0], "height": size[1], "line": LINE}))
    made = PdfReader(BytesIO(marked(given, "决定.pdf", LINE)))
    assert [page.mediabox.width for page in made.pages] == [200, 300, 200]
    texts = [page.extract_text() for page in made.pages]
    assert all(width in text and "登记号 A1B2C3D4" in text for width, text in zip(("200", "300", "200"), texts, strict=True))
    first, second, third = ({name: form.idnum for name, form in page["/Resources"]["/XObject"].items()} for page in made.pages)
    assert first["/Stamp0"] == third["/Stamp0"] != second["/Stamp1"]
    assert len(first) > 1, "what the page drew itself is still there"
    assert made.metadata == PdfReader(BytesIO(given)).metadata


def test_a_paper_of_other_making_carries_it_too() -> None:
    written = BytesIO()
    PdfWriter(clone_from=BytesIO(paper())).write(written)
    assert stamped(written.getvalue(), lambda *_: b"") is None
    made = marked(written.getvalue(), "决定.pdf", LINE)
    assert all("登记号 A1B2C3D4" in page.extract_text() for page in PdfReader(BytesIO(made)).pages)


@pytest.mark.parametrize("options", [{}, {"full": True}])
def test_a_workbook_carries_the_line_in_the_footer_of_every_sheet(options) -> None:
    made = marked(workbook(**options), "名册.xlsx", LINE)
    with zipfile.ZipFile(BytesIO(made)) as archive:
        sheets = [archive.read(f"xl/worksheets/sheet{n}.xml").decode() for n in (1, 2)]
    assert all(sheet.count("<oddFooter>") == 1 and "登记号 A1B2C3D4" in sheet for sheet in sheets)
    for sheet in sheets:
        places = [
            sheet.find(tag)
            for tag in ("<sheetData", "<pageMargins", "<headerFooter", "<rowBreaks", "<tableParts")
            if tag in sheet
        ]
        assert places == sorted(places)
    book = CalamineWorkbook.from_filelike(BytesIO(made))
    assert [book.get_sheet_by_name(name).to_python() for name in book.sheet_names] == [
        [["姓名", "职务 & 层次"], ["张三", "处长"]]
    ] * 2
    assert measured(made, "名册.xlsx") == (2, "行")


def test_a_word_file_carries_the_line_in_its_footer() -> None:
    given = BytesIO()
    document = docx.Document()
    document.add_paragraph("正文")
    document.add_section()
    document.save(given)
    made = docx.Document(BytesIO(marked(given.getvalue(), "考察材料.docx", LINE)))
    assert made.sections[0].footer.paragraphs[-1].text == LINE
    assert made.sections[1].footer.is_linked_to_previous
    assert made.paragraphs[0].text == "正文"


@pytest.mark.parametrize("name", ["甲.lrmx", "甲.zip", "甲.hzb", "甲.csv", "甲"])
def test_formats_of_exchange_stay_byte_for_byte(name) -> None:
    assert marked(b"bytes", name, LINE) == b"bytes"
