"""A list or a table as a workbook (.xlsx): headings, lines, and below them what was asked and when. Pure."""

from collections.abc import Iterable, Sequence
from io import BytesIO
from typing import Any

import xlsxwriter

KIND = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_OPTIONS = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}


def sheet(
    title: str, headings: Sequence[str], rows: Iterable[Sequence[Any]], notes: Sequence[str] = ()
) -> bytes:
    """The bytes of a workbook with one sheet. Words are written as words: none can become a formula.

    >>> sheet("名单", ["姓名"], [["=1+1"]])[:2]
    b'PK'
    """
    buffer = BytesIO()
    with xlsxwriter.Workbook(buffer, _OPTIONS) as book:
        page = book.add_worksheet("".join(sign for sign in title if sign not in "[]:*?/\\")[:31] or "Sheet1")
        bold = book.add_format({"bold": True, "bottom": 1, "text_wrap": True, "valign": "top"})
        page.write_row(0, 0, list(headings), bold)
        page.freeze_panes(1, 1)
        page.set_column(0, max(len(headings) - 1, 0), 16)
        last = 0
        for last, row in enumerate(rows, start=1):
            for column, value in enumerate(row):
                _write(page, last, column, value)
        for step, note in enumerate(notes, start=2):
            page.write_string(last + step, 0, note)
    return buffer.getvalue()


def _write(page: Any, row: int, column: int, value: Any) -> None:
    if isinstance(value, bool) or value is None:
        page.write_string(row, column, "" if value is None else str(value))
    elif isinstance(value, int | float):
        page.write_number(row, column, value)
    else:
        page.write_string(row, column, str(value))
