"""The forms not taken, as a workbook: which file, which tag, why."""

import io
from collections.abc import Iterable

import xlsxwriter

from quanheng.exchange.queries.plan import Line
from quanheng.kernel.texts import unpacked

_HEADERS = (("文件", 40), ("姓名", 14), ("标签", 40), ("未导入原因", 80))


def forms_errors(lines: Iterable[Line]) -> bytes:
    """One row a reason; text is always text, never a formula."""
    buffer = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    with xlsxwriter.Workbook(buffer, options) as book:
        head = book.add_format({"bold": True, "bottom": 1})
        body = book.add_format({"num_format": "@", "text_wrap": True, "valign": "top", "quote_prefix": True})
        sheet = book.add_worksheet("未导入的表格")
        for place, (header, width) in enumerate(_HEADERS):
            sheet.write_string(0, place, header, head)
            sheet.set_column(place, place, width)
        for number, line in enumerate(lines, start=1):
            for place, said in enumerate((line.place.sheet, line.label, line.place.column, str(unpacked(line.message)))):
                sheet.write_string(number, place, said, body)
    return buffer.getvalue()
