"""The workbook handed back after an import: the rejected rows as typed, with the reason last and a note on each cell.
Mended in place, it can be imported again as it is.
"""

from collections.abc import Sequence

from quanheng.exchange.core.roster import CellProblem, Roster, Row
from quanheng.exchange.core.roster_layout import SheetLayout, layouts
from quanheng.exchange.core.workbook import REASON_HEADER
from quanheng.exchange.core.workbook_writer import Book


def write(roster: Roster, *, further: Sequence[CellProblem] = ()) -> bytes | None:
    """The rejected rows, or None when there are none; `further` are reasons found after reading (by sheet and row)."""
    book, is_empty = Book(), True
    for name, sheet in roster.sheets.items():
        late = _by_row(further, name)
        rows = [row for row in sheet.rows if row.is_rejected or row.number in late]
        if rows:
            is_empty = False
            _write_sheet(book, layouts()[name], rows, late)
    return None if is_empty else book.finish()


def _by_row(problems: Sequence[CellProblem], sheet: str) -> dict[int, list[CellProblem]]:
    found: dict[int, list[CellProblem]] = {}
    for problem in problems:
        if problem.sheet == sheet and problem.row:
            found.setdefault(problem.row, []).append(problem)
    return found


def _write_sheet(book: Book, layout: SheetLayout, rows: Sequence[Row], late: dict[int, list[CellProblem]]) -> None:
    sheet = book.sheet(layout, extra=[REASON_HEADER])
    sheet.set_column(len(layout.columns), len(layout.columns), 60, book.long)
    for number, row in enumerate(rows, start=2):
        problems = [*row.problems, *late.get(row.number, ())]
        for place, column in enumerate(layout.columns):
            here = "\n".join(str(problem.message) for problem in problems if problem.header == column.header)
            book.put(sheet, number, place, row.raw(column.key), is_wrong=bool(here))
            if here:
                sheet.write_comment(number, place, here, {"author": ""})
        reasons = "；".join(_reason(problem) for problem in problems if problem.is_fatal)
        book.put(sheet, number, len(layout.columns), f"原第{row.number}行：{reasons}", is_wrong=True)


def _reason(problem: CellProblem) -> str:
    return f"{problem.header}：{problem.message}" if problem.header else str(problem.message)
