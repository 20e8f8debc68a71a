"""One pass over the XML of a worksheet: how far it reaches, where formulas and error values stand. No values are read.
It must see what the reader proper sees before that reader allocates; expat, because it is the quickest here.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cached_property
from xml.parsers import expat

_DIGITS = "0123456789"


class OutOfReachError(Exception):
    """The sheet reaches further than a roster can (范围过大); holds row and column from 0."""


class DamagedError(Exception):
    """The XML cannot be read (已损坏)."""


@dataclass
class Scan:
    """What is special about one sheet (扫描结果); places are (row, column) from 0."""

    rows: int = 0
    columns: int = 0
    formulas: set[tuple[int, int]] = field(default_factory=set)
    errors: dict[tuple[int, int], str] = field(default_factory=dict)

    @cached_property
    def special_rows(self) -> frozenset[int]:
        """Rows with a formula or an error value."""
        return frozenset(row for row, _ in (*self.formulas, *self.errors))


def walk(content: bytes, *, is_too_far: Callable[[int, int], bool]) -> Scan:
    """Scan a worksheet part; `is_too_far(rows, columns)` is asked whenever it grows."""
    walker = _Walker(is_too_far)
    parser = expat.ParserCreate()
    parser.StartElementHandler = walker.start
    parser.StartDoctypeDeclHandler = _refuse
    parser.CharacterDataHandler = None
    walker.parser = parser
    try:
        parser.Parse(content, True)
    except (expat.ExpatError, ValueError, LookupError) as error:
        raise DamagedError from error
    return walker.found


def _refuse(*_: object) -> None:
    raise DamagedError


class _Walker:
    """Follows rows and cells as they begin (游标)."""

    parser: expat.XMLParserType

    def __init__(self, is_too_far: Callable[[int, int], bool]) -> None:
        self.found = Scan()
        self._is_too_far = is_too_far
        self._row, self._column, self._is_error = -1, -1, False
        self._letters: dict[str, int] = {}

    def start(self, name: str, attributes: dict[str, str]) -> None:
        kind = name.rpartition(":")[2] if ":" in name else name
        if kind == "c":
            self._cell(attributes)
        elif kind == "row":
            said = attributes.get("r")
            self._row, self._column = int(said) - 1 if said else self._row + 1, -1
        elif kind == "f":
            self.found.formulas.add((self._row, self._column))
        if self._is_error:
            self.parser.CharacterDataHandler = self._error if kind == "v" else None

    def _cell(self, attributes: dict[str, str]) -> None:
        said = attributes.get("r")
        if said:
            letters = said.rstrip(_DIGITS)
            self._column, self._row = self._number(letters), int(said[len(letters) :]) - 1
        else:
            self._column += 1
        self._is_error = attributes.get("t") == "e"
        if self._row >= self.found.rows or self._column >= self.found.columns:
            self._grow()

    def _grow(self) -> None:
        self.found.rows = max(self.found.rows, self._row + 1)
        self.found.columns = max(self.found.columns, self._column + 1)
        if self._is_too_far(self.found.rows, self.found.columns):
            raise OutOfReachError(self._row, self._column)

    def _number(self, letters: str) -> int:
        if letters not in self._letters:
            self._letters[letters] = column_number(letters)
        return self._letters[letters]

    def _error(self, said: str) -> None:
        place = (self._row, self._column)
        self.found.errors[place] = self.found.errors.get(place, "") + said


def column_number(letters: str) -> int:
    """The number from 0 of a column; DamagedError for what is none.

    >>> column_number("A"), column_number("AB")
    (0, 27)
    """
    if not (letters.isascii() and letters.isalpha() and len(letters) <= 4):
        raise DamagedError
    number = 0
    for letter in letters.upper():
        number = number * 26 + ord(letter) - 64
    return number - 1
