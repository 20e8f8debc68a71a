"""Writes rows as the roster workbook: row 1 title, row 2 headers, data from row 3. The same rows give the same bytes."""

from collections.abc import Iterable
from datetime import UTC, datetime
from pathlib import Path

import xlsxwriter
from datasets.yunling.careers import World
from datasets.yunling.model import Person
from datasets.yunling.rows import HEADERS, Row, sheet_rows

STAMP = datetime(2026, 11, 21, tzinfo=UTC)
EDITION = "V2018.11"


def write_sheets(path: Path, sheets: Iterable[tuple[str, list[str], Iterable[Row]]]) -> None:
    """One workbook; a number stays a number, everything else is text."""
    book = xlsxwriter.Workbook(str(path), {"strings_to_numbers": False, "strings_to_formulas": False, "strings_to_urls": False})
    book.set_properties({"title": "云岭市干部花名册", "comments": EDITION, "created": STAMP})
    bold, head = book.add_format({"bold": True, "font_size": 14}), book.add_format({"bold": True, "bottom": 1, "text_wrap": True})
    text = book.add_format({"num_format": "@"})
    for name, headers, rows in sheets:
        sheet = book.add_worksheet(name)
        sheet.write_string(0, 0, f"{name}（{EDITION}，数据截至2026年11月21日）", bold)
        for column, header in enumerate(headers):
            sheet.write_string(1, column, header, head)
        sheet.set_column(0, 0, 16, text)
        sheet.set_column(1, 1, 22, text)
        sheet.set_column(2, len(headers), 14, text)
        sheet.freeze_panes(2, 2)
        for place, row in enumerate(rows, 2):
            for column, value in enumerate(row):
                if value != "":
                    (sheet.write_number if isinstance(value, int) else sheet.write_string)(place, column, value)
    book.close()


def write_roster(path: Path, world: World, people: list[Person]) -> None:
    """干部花名册.xlsx."""
    write_sheets(path, ((sheet, headers.split(" "), sheet_rows(sheet, world, people)) for sheet, headers in HEADERS.items()))
