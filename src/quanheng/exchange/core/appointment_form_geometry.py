"""Where everything of the 任免审批表 stands: three sizes of paper, in points from the corner of the page. No text but the labels."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import accumulate
from typing import Literal

from quanheng.exchange.core.appointment_form_fit import Flow

Size = Literal["A4", "B5", "A4_DangAn"]
MM = 72 / 25.4
PAD = 1.6 * MM
Segment = tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class Paper:
    """One size of the form, in millimetres; `base` is the size of its type in points."""

    page: tuple[float, float]
    base: float
    title: float
    above: float
    front: tuple[float, float, float]
    back: tuple[float, float]
    width: float
    back_width: float
    rows: tuple[float, ...]
    back_rows: tuple[float, ...]


PAPERS: dict[Size, Paper] = {
    "A4": Paper(
        page=(210, 297), base=14, title=12.4, above=0, front=(11.1, 22, 20), back=(27.8, 22.5), width=165.7, back_width=166.2,
        rows=(12.5, 12.2, 12, 12.5, 6.1, 6.1, 6.1, 6.1, 12.5, 12.5, 12.5, 125.8),
        back_rows=(25, 18, 24, 11.4, *(12.3,) * 7, 23.5, 13, 35.6),
    ),
    "B5": Paper(
        page=(182, 257), base=12, title=10.9, above=0, front=(10.5, 19.5, 17), back=(24.2, 19.5), width=143.4, back_width=143.4,
        rows=(11, 10.6, 10.6, 10.6, 5.2, 5.2, 5.2, 5.2, 11, 11, 11, 108.7),
        back_rows=(21, 16, 20.4, 10.5, *(10.6,) * 7, 19, 12.4, 31.5),
    ),
    "A4_DangAn": Paper(
        page=(210, 297), base=14, title=11.2, above=8, front=(18.2, 17, 20), back=(35, 25.5), width=171.1, back_width=171.1,
        rows=(11, 10.5, 11, 10.8, 5.4, 5.4, 5.4, 5.4, 10.3, 10.3, 10.3, 117),
        back_rows=(24, 17.3, 21.3, 10.5, *(10.3,) * 7, 14.7, 12.2, 49),
    ),
}  # fmt: skip
"""`front` is the margin at top, left and right; `back` at top and left."""


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle of the page, in points."""

    left: float
    top: float
    width: float
    height: float

    @property
    def right(self) -> float:
        return self.left + self.width

    @property
    def bottom(self) -> float:
        return self.top + self.height

    def inner(self, across: float, down: float) -> "Box":
        """Smaller by so much on each side."""
        return Box(self.left + across, self.top + down, self.width - 2 * across, self.height - 2 * down)


@dataclass(frozen=True, slots=True)
class Mark:
    """Lines of text to be set: the top of the first, the side they go to between left and right, the space between them."""

    left: float
    top: float
    width: float
    points: float
    leading: float
    flow: Flow
    rows: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Slot:
    """A cell that a value is written into (its box without margins), and how."""

    key: str
    box: Box
    flow: Flow = "center"
    is_kept: bool = False
    is_low: bool = False


@dataclass
class Sheet:
    """One page as it is printed for everybody: lines and labels, and the slots for the values."""

    base: float
    left: float
    top: float
    columns: Sequence[float]
    rows: Sequence[float]
    cells: list[Box] = field(default_factory=list)
    marks: list[Mark | Slot] = field(default_factory=list)

    @property
    def frame(self) -> Box:
        return Box(self.left, self.top, sum(self.columns), sum(self.rows))

    def cell(self, column: int, row: int, columns: int = 1, rows: int = 1) -> Box:
        """Draws the cell's four sides, and says where it is."""
        across, down = (
            list(accumulate(self.columns, initial=self.left)),
            list(accumulate(self.rows, initial=self.top)),
        )
        left, top = across[column], down[row]
        self.cells.append(Box(left, top, across[column + columns] - left, down[row + rows] - top))
        return self.cells[-1]

    def label(self, said: str, box: Box) -> None:
        rows = tuple(said.split("\n"))
        tall = len(rows) * self.base + (len(rows) - 1) * 2.5
        top = box.top + (box.height - tall) / 2
        self.marks.append(Mark(box.left, top, box.width, self.base, 2.5, "center", rows))

    def vertical(self, columns: Sequence[str], box: Box, gap: float) -> None:
        """Characters one beneath the other, in columns from left to right."""
        left = box.left + (box.width - len(columns) * self.base - (len(columns) - 1) * 2) / 2
        longest = max(map(len, columns))
        top = box.top + (box.height - longest * self.base - (longest - 1) * gap) / 2
        for place, column in enumerate(columns):
            self.marks.append(
                Mark(left + place * (self.base + 2), top, self.base, self.base, gap, "center", tuple(column))
            )

    def value(self, key: str, box: Box, *, is_kept: bool = False) -> None:
        self.marks.append(Slot(key, box.inner(0.6 * MM, 0.3 * MM), is_kept=is_kept))

    def long(self, key: str, box: Box) -> None:
        self.marks.append(Slot(key, box.inner(PAD, 0.3 * MM), "left"))

    @cached_property
    def segments(self) -> list[Segment]:
        """The sides of all cells, each stretch once: a line drawn twice is darker than its neighbours."""
        across = merged(
            (round(y, 3), round(box.left, 3), round(box.right, 3))
            for box in self.cells
            for y in (box.top, box.bottom)
        )
        down = merged(
            (round(x, 3), round(box.top, 3), round(box.bottom, 3))
            for box in self.cells
            for x in (box.left, box.right)
        )
        return [(low, at, high, at) for at, low, high in across] + [
            (at, low, at, high) for at, low, high in down
        ]


def merged(stretches: Iterable[tuple[float, float, float]]) -> list[tuple[float, float, float]]:
    """Stretches of (where, from, to) on the same line that touch become one.

    >>> merged([(0, 5, 9), (0, 0, 5), (1, 0, 2)])
    [(0, 0, 9), (1, 0, 2)]
    """
    found: list[tuple[float, float, float]] = []
    for at, low, high in sorted(stretches):
        if found and found[-1][0] == at and found[-1][2] >= low:
            found[-1] = (at, found[-1][1], max(found[-1][2], high))
        else:
            found.append((at, low, high))
    return found
