"""The layout of the roster workbook: its sheets and columns, read from `exchange/data/roster.toml`."""

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path

_FILE = Path(__file__).parent.parent / "data" / "roster.toml"
_KIND = re.compile(r"(\w+)([!?]?)(?: ([^!?]+))?([!?]?)")
_WIDTH = str.maketrans({"(": "（", ")": "）"})


@dataclass(frozen=True)
class Column:
    """One column (列): its header, the key its values are found by, and what may stand in it."""

    header: str
    key: str
    kind: str
    options: tuple[str, ...] = ()
    """Code tables of `code` and `open`, the words of `choice`."""
    is_required: bool = False
    is_optional: bool = False


@dataclass(frozen=True)
class SheetLayout:
    """One sheet (工作表) and its columns in official order."""

    name: str
    columns: tuple[Column, ...]
    unique: str = ""

    @property
    def by_header(self) -> dict[str, Column]:
        return {plain_header(column.header): column for column in self.columns}


@cache
def layouts() -> dict[str, SheetLayout]:
    """All sheets by name, in order.

    >>> [column.key for column in layouts()["A15考核"].columns]
    ['name', 'identity_number', 'result', 'year']
    """
    sheets = tomllib.loads(_FILE.read_text(encoding="utf-8"))["sheet"]
    return {sheet["name"]: _layout(sheet) for sheet in sheets}


@cache
def version() -> str:
    """The version written on the first sheet."""
    return str(tomllib.loads(_FILE.read_text(encoding="utf-8"))["version"])


def plain_header(said: str) -> str:
    """A header without spaces, line breaks and half-width brackets.

    >>> plain_header("性别 "), plain_header("影响期(月)")
    ('性别', '影响期（月）')
    """
    return re.sub(r"[\s\x00*＊]+", "", said).translate(_WIDTH)


def _layout(sheet: dict[str, object]) -> SheetLayout:
    columns = sheet["columns"]
    assert isinstance(columns, list)
    return SheetLayout(str(sheet["name"]), tuple(_column(*column) for column in columns), str(sheet.get("unique", "")))


def _column(header: str, key: str, said: str) -> Column:
    found = _KIND.fullmatch(said)
    assert found is not None, said
    marks = found[2] + found[4]
    return Column(header, key, found[1], tuple((found[3] or "").split("|")) if found[3] else (), "!" in marks, "?" in marks)
