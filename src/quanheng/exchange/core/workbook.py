"""Reader of roster workbooks: the standard sheets and headers become typed rows; what is wrong is named by its place.
Header rows may stand anywhere in the first rows; headers may carry spaces; rows with fatal problems are kept apart.
"""

import io
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

import python_calamine

from quanheng.exchange.core import cells, xlsx_scan
from quanheng.exchange.core.roster import Cell, CellProblem, Roster, Row, Sheet, Value
from quanheng.exchange.core.roster_layout import Column, SheetLayout, layouts, plain_header
from quanheng.exchange.core.xlsx_walk import Scan
from quanheng.kernel.progress import Progress, silent
from quanheng.kernel.refusals import Refused
from quanheng.kernel.texts import Text, text

REASON_HEADER = "未导入原因"
_HEADER_WITHIN = 15
_MOST_MERGED = 100_000
_Place = tuple[int, int]
_Known = tuple[Cell | None, cells.Reading]


@dataclass(frozen=True)
class _Source:
    """One sheet of the file with all that was found out about it (工作表来源)."""

    file: str
    layout: SheetLayout
    grid: Sequence[Sequence[cells.Typed]]
    scan: Scan
    merged: Mapping[int, Sequence[tuple[_Place, _Place]]]
    """The merged areas touching each row."""
    known: dict[tuple[int, type, cells.Typed], _Known] = field(default_factory=dict)
    """What was read already, by column and what stood there: a roster says the same few thousand things over and over."""

    def problem(
        self, message: Text, row: int | None = None, column: int | None = None, header: str = "", *, is_fatal: bool = True
    ) -> CellProblem:
        letter = "" if column is None else xlsx_scan.letters(column)
        return CellProblem(self.file, self.layout.name, message, None if row is None else row + 1, letter, header, is_fatal)


def read(content: bytes, *, file_name: str, progress: Progress = silent) -> Roster:
    """Read a workbook; Refused when the file as a whole cannot be (wrong type, password, damaged, no known sheet)."""
    scans = xlsx_scan.scan(content)
    book = _open(content)
    known = [name for name in book.sheet_names if plain_header(name) in layouts()]
    if not known:
        names = "、".join(layouts())
        raise Refused(text("无法读取工作簿"), why=text("没有可识别的工作表"), remedy=text("工作表名称应为：{names}", names=names))
    sheets = {}
    for number, name in enumerate(known):
        progress("read", number, len(known))
        sheet = _sheet(_source(book, name, file_name, scans))
        sheets[sheet.name] = sheet
    return Roster(file_name, _version(book), sheets, tuple(_strangers(book, file_name)))


def _open(content: bytes) -> python_calamine.CalamineWorkbook:
    try:
        return python_calamine.CalamineWorkbook.from_filelike(io.BytesIO(content))
    except BaseException as error:
        raise _damaged(error) from error


def _grid(sheet: python_calamine.CalamineSheet) -> list[list[cells.Typed]]:
    return list(sheet.to_python(skip_empty_area=False))


def _damaged(error: BaseException) -> BaseException:
    """The Rust reader panics on some damaged files with an exception outside Exception."""
    if isinstance(error, KeyboardInterrupt | SystemExit | MemoryError):
        return error
    return Refused(text("无法读取工作簿"), why=text("文件已损坏"), remedy=text("请用Excel或WPS打开后重新保存"))


def _source(book: python_calamine.CalamineWorkbook, name: str, file: str, scans: Mapping[str, Scan]) -> _Source:
    if name not in scans:
        raise _damaged(KeyError(name))
    try:
        sheet = book.get_sheet_by_name(name)
        grid, merged = _grid(sheet), sheet.merged_cell_ranges or []
    except BaseException as error:
        raise _damaged(error) from error
    return _Source(file, layouts()[plain_header(name)], grid, scans[name], _by_row(merged, len(grid)))


def _by_row(merged: Sequence[tuple[_Place, _Place]], rows: int) -> dict[int, list[tuple[_Place, _Place]]]:
    found: dict[int, list[tuple[_Place, _Place]]] = {}
    budget = _MOST_MERGED
    for area in merged:
        touched = range(area[0][0], min(area[1][0] + 1, rows))
        budget -= len(touched)
        if budget < 0:
            raise Refused(text("无法读取工作簿"), why=text("合并单元格过多"), remedy=text("请取消合并后再导入"))
        for row in touched:
            found.setdefault(row, []).append(area)
    return found


def _version(book: python_calamine.CalamineWorkbook) -> str:
    """V2018.11 and the like, from the first rows of the first sheet, alone in a cell or within a title."""
    try:
        rows = book.get_sheet_by_index(0).to_python(skip_empty_area=True, nrows=_HEADER_WITHIN)
    except BaseException as error:
        raise _damaged(error) from error
    said = " ".join(value for row in rows for value in row if isinstance(value, str))
    found = re.search(r"[Vv](20[0-9]{2}\.[0-9]{1,2})(?![0-9])", said)
    return f"V{found[1]}" if found else ""


def _strangers(book: python_calamine.CalamineWorkbook, file: str) -> Iterator[CellProblem]:
    for name in book.sheet_names[1:]:
        if plain_header(name) not in layouts():
            yield CellProblem(file, name, text("不是标准工作表，已略过"), is_fatal=False)


def _sheet(source: _Source) -> Sheet:
    top = _header_row(source)
    if top is None:
        return Sheet(source.layout.name, (), (source.problem(text("找不到表头行")),) if source.grid else ())
    columns = _columns(source, top)
    problems = [*_missing(source, columns), *_unknown_headers(source, top, columns)]
    if any(problem.is_fatal for problem in problems):
        return Sheet(source.layout.name, (), tuple(problems))
    rows = [row for number in range(top + 1, len(source.grid)) if (row := _row(source, number, columns))]
    return Sheet(source.layout.name, tuple(_unique(source, rows, columns)), tuple(problems))


def _header_row(source: _Source) -> int | None:
    """The row with the most known headers, when it has two at least."""
    known = source.layout.by_header
    scores = [sum(plain_header(str(value)) in known for value in row) for row in source.grid[:_HEADER_WITHIN]]
    best = max(scores, default=0)
    return scores.index(best) if best >= 2 else None


def _columns(source: _Source, top: int) -> dict[int, Column]:
    known, seen, found = source.layout.by_header, set(), {}
    for place, value in enumerate(source.grid[top]):
        column = known.get(plain_header(str(value)))
        if column and column.key not in seen:
            found[place] = column
            seen.add(column.key)
    return found


def _missing(source: _Source, columns: Mapping[int, Column]) -> Iterator[CellProblem]:
    present = {column.key for column in columns.values()}
    absent = [column for column in source.layout.columns if column.key not in present and not column.is_optional]
    for is_required in (True, False):
        headers = "、".join(column.header for column in absent if column.is_required is is_required)
        if headers and is_required:
            yield source.problem(text("缺少必需的列：{headers}", headers=headers))
        elif headers:
            yield source.problem(text("缺少列：{headers}，按空值处理", headers=headers), is_fatal=False)


def _unknown_headers(source: _Source, top: int, columns: Mapping[int, Column]) -> Iterator[CellProblem]:
    for place, value in enumerate(source.grid[top]):
        header = plain_header(str(value))
        if header and place not in columns and header not in (REASON_HEADER, "序号"):
            is_double = header in source.layout.by_header
            message = text("列“{header}”重复，只读第一列", header=header) if is_double else text("列“{header}”不认识，已略过", header=header)
            yield source.problem(message, top, place, header, is_fatal=False)


def _row(source: _Source, number: int, columns: Mapping[int, Column]) -> Row | None:
    line = source.grid[number]
    is_special = _is_special(source, number)
    if not is_special and not any(cells.raw(line[place]) for place in columns if line[place] != ""):
        return None
    found: dict[str, Cell] = {}
    problems: list[CellProblem] = []
    for place, column in columns.items():
        if line[place] == "" and not column.is_required and not is_special:
            continue  # most cells of a roster are empty
        cell, reading = _special(source, number, place, column) if is_special else _ordinary(source, number, place, column)
        if cell:
            found[column.key] = cell
        if reading.message:
            problems.append(source.problem(reading.message, number, place, column.header, is_fatal=reading.is_fatal))
    return Row(source.layout.name, number + 1, found, tuple(problems))


def _is_special(source: _Source, row: int) -> bool:
    return row in source.scan.special_rows or row in source.merged


def _special(source: _Source, row: int, place: int, column: Column) -> _Known:
    """A cell of a row with a formula, an error or a merged area somewhere."""
    fault = _fault(source, row, place)
    return _ordinary(source, row, place, column) if fault is None else (_cell(source, row, place, column, None), cells.Reading(message=fault))


def _fault(source: _Source, row: int, place: int) -> Text | None:
    if (row, place) in source.scan.errors:
        return text("是错误值{said}", said=source.scan.errors[(row, place)])
    if (row, place) in source.scan.formulas:
        return text("是公式，请改为数值（复制后选择性粘贴为数值）")
    for (first_row, first), (last_row, last) in source.merged.get(row, ()):
        if first <= place <= last:
            area = f"{xlsx_scan.place(first_row, first)}:{xlsx_scan.place(last_row, last)}"
            return text("{area}是合并单元格，请取消合并后逐格填写", area=area)
    return None


def _ordinary(source: _Source, row: int, place: int, column: Column) -> _Known:
    typed = source.grid[row][place]
    key = (place, type(typed), typed)
    if key not in source.known:
        reading = cells.read(column, typed)
        source.known[key] = _cell(source, row, place, column, reading.value), reading
    return source.known[key]


def _cell(source: _Source, row: int, place: int, column: Column, value: Value) -> Cell | None:
    raw = cells.raw(source.grid[row][place])
    return Cell(column.header, xlsx_scan.letters(place), raw, value) if raw else None


def _unique(source: _Source, rows: Sequence[Row], columns: Mapping[int, Column]) -> Iterator[Row]:
    """Later rows with a number already seen are rejected, naming the first."""
    key = source.layout.unique
    first: dict[str, int] = {}
    place = next((place for place, column in columns.items() if column.key == key), None)
    for row in rows:
        said = row.text(key) if key else ""
        if said and said in first:
            message = text("与第{row}行重复", row=first[said])
            problem = source.problem(message, row.number - 1, place, row.cells[key].header)
            yield replace(row, problems=(*row.problems, problem))
        else:
            first.setdefault(said, row.number)
            yield row
