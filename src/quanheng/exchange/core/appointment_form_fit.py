"""How large a text may be set in a cell, and where its lines break: counted from the widths of the printing font.
Counting here instead of measuring in Typst is what makes the form fast. Nothing here knows the form.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

Flow = Literal["left", "center", "right"]
SMALLEST = 8.0
"""Under this a text is hard to read; only what fits no other way is set so, down to `LEAST`."""
LEAST = 5.0
STEP = 0.5
_SHRINK = 3.0
"""A short value shrinks by this much rather than break into two lines."""

_ASCII = (
    256, 308, 376, 574, 550, 923, 779, 196, 364, 364, 478, 580, 327, 346, 327, 352, 557, 471, 558, 557, 555, 558, 558, 549,
    558, 562, 327, 327, 580, 580, 580, 432, 912, 718, 670, 691, 770, 652, 629, 741, 853, 405, 403, 731, 625, 975, 796, 767,
    641, 767, 715, 567, 659, 797, 714, 1053, 700, 687, 605, 344, 352, 344, 580, 563, 435, 557, 638, 538, 629, 547, 388, 566,
    663, 332, 311, 607, 334, 974, 661, 596, 638, 607, 462, 473, 367, 653, 548, 838, 564, 552, 498, 374, 316, 374, 580,
)  # fmt: skip
"""Thousandths of an em of the characters from the space to the tilde, in Noto Serif SC."""
_WIDTHS = {chr(32 + place): width / 1000 for place, width in enumerate(_ASCII)}
_WIDTHS |= {
    "·": 0.327,
    "—": 0.89,
    "№": 1.089,
    "Ж": 1.017,
    "Ш": 1.151,
    "Щ": 1.148,
    "Ю": 1.074,
    "⸺": 1.692,
    "⸻": 2.495,
}
_OPENING = "“‘（《〈「『【〔［｛"
_CLOSING = "”’），。、；：？！》〉」』】〕］｝…—·％"
_HALF = frozenset(_CLOSING) - set("…—·％")
"""Punctuation whose empty half is not set at the end of a line, as that of `_OPENING` is not at the beginning."""
_UNIT = re.compile(rf"[{_OPENING}]*(?:[!-~]+|.)[{_CLOSING}]*")
"""What is not torn apart: a word or number, a character with the punctuation that may not leave it."""

Units = list[list[tuple[str, float]]]


@dataclass(frozen=True, slots=True)
class Fitted:
    """A text as it is set: its size in points, its lines, and to which side they go."""

    points: float
    rows: tuple[str, ...]
    flow: Flow

    @property
    def height(self) -> float:
        return height(len(self.rows), self.points)


def fitted(said: str, width: float, tall: float, *, base: float, flow: Flow, is_kept: bool = False) -> Fitted:
    """The largest size at which the text stands in a box of width and height (points).

    A centred text first shrinks to stay on its own lines, a little, or down to `SMALLEST` when kept centred; one that still
    breaks goes left. What fits at no size is set at `LEAST`.

    >>> fitted("云岭市交通运输局", 70, 30, base=14, flow="center")
    Fitted(points=14.0, rows=('云岭市交通', '运输局'), flow='left')
    >>> fitted("云岭市交通", 60, 30, base=14, flow="center")
    Fitted(points=12.0, rows=('云岭市交通',), flow='center')
    """
    own = tuple(said.split("\n"))
    widest = max(map(set_width, own))
    if widest * base <= width and height(len(own), base) <= tall:
        return Fitted(float(base), own, flow)
    single = min(base, width // (widest * STEP) * STEP) if widest else base
    if (
        flow == "center"
        and single >= (SMALLEST if is_kept else base - _SHRINK)
        and height(len(own), base) * single / base <= tall
    ):
        return Fitted(single, own, flow)
    units = units_of(said)
    points = largest(base, lambda size: height(len(broken(units, width / size)), size) <= tall)
    return Fitted(
        points, tuple(broken(units, width / points)), "left" if flow == "center" and not is_kept else flow
    )


def largest(base: float, is_enough: Callable[[float], bool]) -> float:
    """The largest size from `base` down to `LEAST` by half points that is enough; bisected, for counting costs time too.

    >>> largest(14, lambda size: size <= 9.2)
    9.0
    """
    if is_enough(base):
        return float(base)
    low, high = 0, round((base - LEAST) / STEP) - 1
    while low < high:
        middle = (low + high + 1) // 2
        low, high = (middle, high) if is_enough(LEAST + middle * STEP) else (low, middle - 1)
    return LEAST + low * STEP


def height(rows: int, points: float) -> float:
    """Of so many lines, in points.

    >>> height(2, 14), height(1, 8)
    (29, 8.0)
    """
    return rows * points + (rows - 1) * leading(points)


def leading(points: float) -> float:
    """Between two lines, in points."""
    return 0.4 if points <= SMALLEST else 1


def width_of(said: str) -> float:
    """In ems; never less than the text takes.

    >>> width_of("张三"), width_of("2024")
    (2.0, 2.228)
    """
    return round(sum([_WIDTHS.get(character, 1.0) for character in said]), 3)


def set_width(row: str) -> float:
    """In ems, of a line as it is set: without the empty halves of punctuation at its ends.

    >>> set_width("（54岁）"), set_width("岁，月")
    (3.113, 3.0)
    """
    return round(width_of(row) - _before(row) - _after(row), 3)


def _before(row: str) -> float:
    return 0.5 if row[:1] and row[0] in _OPENING else 0.0


def _after(row: str) -> float:
    return 0.5 if row[-1:] in _HALF else 0.0


def units_of(said: str) -> Units:
    """Each given line as its unbreakable units with their widths in ems."""
    return [[(unit, width_of(unit)) for unit in _UNIT.findall(row)] for row in said.split("\n")]


def broken(units: Units, room: float) -> list[str]:
    """The lines, none wider than `room` ems unless a single character is.

    >>> broken(units_of("云岭市（2024.05）、某县"), 6)
    ['云岭市', '（2024.05）、', '某县']
    """
    return [row for line in units for row in _rows(line, room)]


def _rows(line: Sequence[tuple[str, float]], room: float) -> Iterator[str]:
    if sum([width for _, width in line]) <= room:
        yield "".join([unit for unit, _ in line])
        return
    row, filled = "", 0.0
    for unit, width in line:
        for part, wide in (
            [(unit, width)]
            if width <= room or set_width(unit) <= room
            else [(one, width_of(one)) for one in unit]
        ):
            if row and filled + wide - _after(part) > room + 1e-6:
                yield row.rstrip(" ")
                row, filled = "", 0.0
            filled += wide if row else wide - _before(part)
            row += part
    yield row
