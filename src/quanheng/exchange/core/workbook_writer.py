"""Writer of roster workbooks: standard headers, drop-downs from the code tables, the version on the first sheet.
Text is always written as text: what begins with = + - @ is marked as quoted, so no program takes it for a formula.
"""

import io
from collections.abc import Iterable, Mapping, Sequence
from datetime import date

import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from quanheng.exchange.core.guard import is_risky
from quanheng.exchange.core.roster import Value
from quanheng.exchange.core.roster_layout import Column, SheetLayout, layouts, version
from quanheng.exchange.core.xlsx_scan import letters
from quanheng.registry.core import codes

VERSION_SHEET = "版本"
_MOST_CHOICES = 400
_SPARE_ROWS = 2000
_FLAGS = ("是", "否")


class Book:
    """A workbook being written (工作簿): formats, and the hidden lists the drop-downs point to."""

    def __init__(self) -> None:
        self._buffer = io.BytesIO()
        options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
        self.book = xlsxwriter.Workbook(self._buffer, options)
        self.title = self.book.add_format({"bold": True, "font_size": 14, "align": "center", "valign": "vcenter"})
        self.header = self.book.add_format({"bold": True, "bg_color": "#F0EEE8", "border": 1, "text_wrap": True})
        self.text = self.book.add_format({"num_format": "@", "valign": "top"})
        self.long = self.book.add_format({"num_format": "@", "valign": "top", "text_wrap": True})
        self.quoted = self.book.add_format({"num_format": "@", "valign": "top", "quote_prefix": True})
        self.wrong = self.book.add_format({"num_format": "@", "valign": "top", "bg_color": "#F6DEDB"})
        self.wrong_quoted = self.book.add_format({"num_format": "@", "bg_color": "#F6DEDB", "quote_prefix": True})
        self._front = self.book.add_worksheet(VERSION_SHEET)
        self._front.write_string(0, 0, version(), self.text)
        self._lists: dict[tuple[str, ...], str] = {}

    def sheet(self, layout: SheetLayout, *, extra: Sequence[str] = ()) -> Worksheet:
        """A sheet with its title row, header row and drop-downs; data goes from the third row on."""
        sheet = self.book.add_worksheet(layout.name)
        last = len(layout.columns) + len(extra) - 1
        sheet.merge_range(0, 0, 0, last, layout.name, self.title)
        for place, column in enumerate(layout.columns):
            sheet.write_string(1, place, column.header, self.header)
            sheet.set_column(place, place, _width(column), self.long if column.kind == "long" else self.text)
            self._drop_down(sheet, place, column)
        for offset, header in enumerate(extra):
            sheet.write_string(1, len(layout.columns) + offset, header, self.header)
        sheet.freeze_panes(2, 2)
        return sheet

    def put(self, sheet: Worksheet, row: int, place: int, said: str, *, is_wrong: bool = False) -> None:
        """Write one text cell, guarded."""
        sheet.write_string(row, place, said, self._format(said, is_wrong))

    def finish(self) -> bytes:
        """The file."""
        self._front.set_column(1, max(1, len(self._lists)), None, None, {"hidden": True})
        self._front.activate()
        self.book.close()
        return self._buffer.getvalue()

    def _format(self, said: str, is_wrong: bool) -> Format:
        if is_risky(said):
            return self.wrong_quoted if is_wrong else self.quoted
        return self.wrong if is_wrong else (self.long if "\n" in said else self.text)

    def _drop_down(self, sheet: Worksheet, place: int, column: Column) -> None:
        choices = _choices(column)
        if not choices or len(choices) > _MOST_CHOICES:
            return
        rule = {"validate": "list", "source": self._list(choices), "error_type": "warning"}
        sheet.data_validation(2, place, _SPARE_ROWS, place, rule)

    def _list(self, choices: tuple[str, ...]) -> str:
        if choices not in self._lists:
            place = len(self._lists) + 1
            for row, choice in enumerate(choices):
                self._front.write_string(row, place, choice, self.text)
            name = letters(place)
            self._lists[choices] = f"={VERSION_SHEET}!${name}$1:${name}${len(choices)}"
        return self._lists[choices]


def write(sheets: Mapping[str, Iterable[Mapping[str, Value]]]) -> bytes:
    """A roster workbook: sheet name to rows, each a mapping from column key to value (codes as codes).

    >>> content = write({"A15考核": [{"name": "张三", "result": "1", "year": 2024}]})
    >>> content[:2]
    b'PK'
    """
    book = Book()
    for name, layout in layouts().items():
        if name in sheets:
            sheet = book.sheet(layout)
            for number, row in enumerate(sheets[name], start=2):
                for place, column in enumerate(layout.columns):
                    said = shown(column, row.get(column.key))
                    if said:
                        book.put(sheet, number, place, said)
    return book.finish()


def template() -> bytes:
    """An empty workbook to fill in, with every sheet and drop-down."""
    return write(dict.fromkeys(layouts(), ()))


def shown(column: Column, value: Value) -> str:
    """A value as the workbook shows it: labels for codes, 是/否 for flags, 6 digits for a first of the month.

    >>> shown(layouts()["A01人员"].by_header["性别"], "2"), shown(layouts()["A01人员"].by_header["出生年月"], date(1972, 5, 1))
    ('女', '197205')
    """
    if value is None:
        return ""
    if isinstance(value, bool):
        return _FLAGS[0] if value else _FLAGS[1]
    if isinstance(value, date):
        return f"{value:%Y%m}" if value.day == 1 else f"{value:%Y%m%d}"
    if isinstance(value, str) and column.kind in ("code", "open"):
        return next((_told_apart(table, value) for table in column.options if value in codes.table(table)), value)
    return str(value)


def _told_apart(table: str, code: str) -> str:
    """A label several rows carry gives way to the code, or nobody could read it back."""
    label = codes.label(table, code)
    return label if len(codes.table(table).codes_of(label)) == 1 else code


def _choices(column: Column) -> tuple[str, ...]:
    if column.kind == "flag":
        return _FLAGS
    if column.kind == "choice":
        return column.options
    if column.kind not in ("code", "open"):
        return ()
    return tuple(dict.fromkeys(row.label for table in column.options[:2] for row in codes.table(table).values()))


def _width(column: Column) -> int:
    return {"long": 48, "identity": 22, "date": 12, "flag": 8, "int": 8}.get(column.kind, 16)
