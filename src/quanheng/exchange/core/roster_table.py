"""干部名册 and 一览表 as files: which columns there are, the table of them, and its workbook and PDF. No database.

Cells come as words already; where a table has groups, each begins with a row of its own.
"""

import io
import tomllib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Literal

import xlsxwriter
from xlsxwriter.worksheet import Worksheet

from quanheng.exchange.core import pdf
from quanheng.exchange.core.guard import is_risky
from quanheng.exchange.core.official import chinese_date

PaperSize = Literal["A3", "A4"]
MOST_COLUMNS = 24
SIZES: Mapping[PaperSize, float] = {"A3": 380.0, "A4": 261.0}
"""Width between the margins in millimetres, landscape."""
_TEMPLATE = pdf.DOCUMENTS / "roster_table" / "roster_table.typ"
_COLUMNS = Path(__file__).parents[1] / "data" / "roster_table.toml"


@dataclass(frozen=True)
class Column:
    """一栏: its key, the words of its heading, how wide it wants to be in millimetres, whether it shows a secret."""

    key: str
    label: str
    width: float
    is_sensitive: bool = False


@dataclass(frozen=True)
class RosterTable:
    """名册、一览表: title, columns, and groups of rows; a group without a name has no heading row."""

    title: str
    columns: Sequence[Column]
    groups: Sequence[tuple[str, Sequence[Sequence[str]]]]
    unit: str
    on: date
    note: str = ""

    @property
    def count(self) -> int:
        return sum(len(rows) for _, rows in self.groups)


@cache
def columns() -> Mapping[str, Column]:
    """The fixed list to choose from, in the order in which it is printed.

    >>> columns()["name"].label, columns()["identity"].is_sensitive
    ('姓名', True)
    """
    given = tomllib.loads(_COLUMNS.read_text(encoding="utf-8"))["columns"]
    return {
        key: Column(key, each["label"], each["width"], each.get("is_sensitive", False))
        for key, each in given.items()
    }


@cache
def presets() -> Mapping[str, tuple[str, ...]]:
    """The columns each kind of table has unless others are chosen.

    >>> "native_place" in presets()["roster"]
    True
    """
    given = tomllib.loads(_COLUMNS.read_text(encoding="utf-8"))["presets"]
    return {name: tuple(keys.split()) for name, keys in given.items()}


def chosen(keys: Iterable[str]) -> tuple[Column, ...]:
    """The columns of the keys in printing order, unknown ones left out; the name is always there.

    >>> [column.key for column in chosen(["sex", "name", "nonsense"])]
    ['name', 'sex']
    """
    wanted = {"name", *keys}
    return tuple(column for key, column in columns().items() if key in wanted)


def workbook(table: RosterTable) -> bytes:
    """The table as an xlsx ready to print: heading rows repeated, landscape, one page wide.

    >>> one = RosterTable("干部名册", chosen(["sex"]), [("", [["张三", "男"]])], "某市", date(2026, 11, 21))
    >>> workbook(one)[:2]
    b'PK'
    """
    buffer = io.BytesIO()
    options = {
        "in_memory": True,
        "strings_to_formulas": False,
        "strings_to_urls": False,
        "strings_to_numbers": False,
    }
    book = xlsxwriter.Workbook(buffer, options)
    sheet = book.add_worksheet("名册")
    cell, quoted = book.add_format(_LOOK), book.add_format(_LOOK | {"quote_prefix": True})
    group, last = book.add_format(_LOOK | {"bold": True}), max(len(table.columns), 1)
    _heads(book, sheet, table, last)
    row = 3
    for number, said, is_group in _lines(table):
        if is_group:
            sheet.merge_range(row, 0, row, last, said[0], group)
        else:
            sheet.write_number(row, 0, number, cell)
            for place, word in enumerate(said, start=1):
                sheet.write_string(row, place, word, quoted if is_risky(word) else cell)
        row += 1
    book.close()
    return buffer.getvalue()


_LOOK = {"num_format": "@", "valign": "vcenter", "text_wrap": True, "border": 1, "font_size": 10}


def _heads(book: xlsxwriter.Workbook, sheet: Worksheet, table: RosterTable, last: int) -> None:
    """Title, whose and of which day, the headings, and how the sheet is printed."""
    head = book.add_format(_LOOK | {"bold": True, "align": "center", "bg_color": "#F0EEE8"})
    title = book.add_format({"bold": True, "font_size": 16, "align": "center", "valign": "vcenter"})
    sheet.merge_range(0, 0, 0, last, table.title, title)
    sheet.write_string(
        1, 0, f"{table.unit}　{chinese_date(table.on)}　共{table.count}人　{table.note}".strip()
    )
    for place, label in enumerate(["序号", *(column.label for column in table.columns)]):
        sheet.write_string(2, place, label, head)
    sheet.set_column(0, 0, 5)
    for place, column in enumerate(table.columns, start=1):
        sheet.set_column(place, place, column.width / 1.9)
    sheet.freeze_panes(3, 2)
    sheet.repeat_rows(2)
    sheet.set_landscape()
    sheet.set_paper(8)
    sheet.fit_to_pages(1, 0)
    sheet.set_footer("&C第 &P 页，共 &N 页")


def document(table: RosterTable, *, size: PaperSize = "A3") -> bytes:
    """The table as a PDF, landscape: headings on every page, page x of y, cells wrapped.

    >>> document(RosterTable("干部名册", chosen([]), [("某局", [["张三"]])], "某市", date(2026, 11, 21)))[:5]
    b'%PDF-'
    """
    data = {
        "title": table.title,
        "lead": f"{table.unit}　{chinese_date(table.on)}　共{table.count}人",
        "note": table.note,
        "size": size.lower(),
        "text": _points(table.columns, size),
        "columns": [{"label": column.label, "width": column.width} for column in table.columns],
        "rows": [
            {"number": number, "cells": list(said), "is_group": is_group}
            for number, said, is_group in _lines(table)
        ],
    }
    return pdf.render(_TEMPLATE, data)


def _lines(table: RosterTable) -> Iterable[tuple[int, Sequence[str], bool]]:
    """Groups and people in order; people are numbered through."""
    number = 0
    for name, rows in table.groups:
        if name:
            yield 0, [f"{name}（{len(rows)}人）"], True
        for row in rows:
            number += 1
            yield number, row, False


def _points(chosen_columns: Sequence[Column], size: PaperSize) -> float:
    """The size of the letters: as they are where the columns fit as wide as they want to be, smaller where not.

    >>> _points(chosen([]), "A3"), _points(list(columns().values()), "A4")
    (10.0, 6.5)
    """
    wanted = sum(column.width for column in chosen_columns) + 10
    return max(6.5, round(min(10.0, 10.0 * SIZES[size] / wanted) * 2) / 2)
