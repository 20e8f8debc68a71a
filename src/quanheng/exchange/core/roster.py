"""What was read from a roster workbook: sheets, rows, values with their places, and the problems found."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date

from quanheng.kernel.texts import Text

Value = str | date | int | bool | None


@dataclass(frozen=True)
class CellProblem:
    """What is wrong, and where (问题). A fatal one rejects its row; one without a row concerns the sheet."""

    file: str
    sheet: str
    message: Text
    row: int | None = None
    column: str = ""
    header: str = ""
    is_fatal: bool = True

    def __str__(self) -> str:
        row = f"第{self.row}行" if self.row else ""
        column = f"{self.column}列" if self.column else ""
        header = f"（{self.header}）" if self.header else ""
        return f"《{self.file}》“{self.sheet}”{row}{column}{header}：{self.message}"


@dataclass(frozen=True)
class Cell:
    """One value (单元格): `raw` as typed, `value` as understood; codes are codes, months their first day."""

    header: str
    column: str
    raw: str
    value: Value


@dataclass(frozen=True)
class Row:
    """One row of a sheet (行); `number` counts from 1 as the spreadsheet shows it."""

    sheet: str
    number: int
    cells: Mapping[str, Cell]
    problems: tuple[CellProblem, ...] = ()

    @property
    def is_rejected(self) -> bool:
        return any(problem.is_fatal for problem in self.problems)

    def value(self, key: str) -> Value:
        """The understood value; None when the column is missing or empty."""
        cell = self.cells.get(key)
        return cell.value if cell else None

    def raw(self, key: str) -> str:
        """The value as typed; "" when the column is missing or empty."""
        cell = self.cells.get(key)
        return cell.raw if cell else ""

    def text(self, key: str) -> str:
        """The value of a text, key, identity or code column; "" when there is none."""
        value = self.value(key)
        return value if isinstance(value, str) else ""

    def on(self, key: str) -> date | None:
        """The value of a date column."""
        value = self.value(key)
        return value if isinstance(value, date) else None

    def count(self, key: str) -> int | None:
        """The value of an int or year column."""
        value = self.value(key)
        return value if isinstance(value, int) and not isinstance(value, bool) else None

    def flag(self, key: str) -> bool | None:
        """The value of a 是/否 column; None is unknown."""
        value = self.value(key)
        return value if isinstance(value, bool) else None


@dataclass(frozen=True)
class Sheet:
    """One sheet as read (工作表): its rows, also the rejected ones, and what concerns the whole sheet."""

    name: str
    rows: tuple[Row, ...] = ()
    problems: tuple[CellProblem, ...] = ()

    @property
    def accepted(self) -> tuple[Row, ...]:
        return tuple(row for row in self.rows if not row.is_rejected)

    @property
    def rejected(self) -> tuple[Row, ...]:
        return tuple(row for row in self.rows if row.is_rejected)


@dataclass(frozen=True)
class Roster:
    """A workbook as read (花名册): its sheets by name, and the file it came from."""

    file: str
    version: str = ""
    sheets: Mapping[str, Sheet] = field(default_factory=dict)
    problems: tuple[CellProblem, ...] = ()
    photos: Mapping[str, bytes] = field(default_factory=dict)
    """By identity number, where the file brings photos."""

    def accepted(self, sheet: str) -> tuple[Row, ...]:
        """The good rows of a sheet; empty when the workbook does not have it."""
        return self.sheets[sheet].accepted if sheet in self.sheets else ()

    def all_problems(self) -> Iterator[CellProblem]:
        """Every problem, of the workbook, its sheets and their rows, in reading order."""
        yield from self.problems
        for sheet in self.sheets.values():
            yield from sheet.problems
            for row in sheet.rows:
                yield from row.problems
