"""The sums of a quota board: approved, held, over, short, about to fall vacant. No database, no Django."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from quanheng.kernel.periods import Period


@dataclass(frozen=True, order=True)
class Cell:
    """职数格: what a quota is counted by: organisation, level, role."""

    organisation: int
    level: str
    role: str


@dataclass(frozen=True)
class Seat:
    """在任: one person's stay in posts of one cell."""

    cell: Cell
    person: str
    name: str
    post: str
    period: Period


@dataclass(frozen=True)
class Row:
    """职数表一行: the people of a cell on a day against its approved number (None when none was ever approved)."""

    cell: Cell
    approved: int | None
    holders: tuple[Seat, ...] = ()
    falling: tuple[Seat, ...] = field(default=())

    @cached_property
    def held(self) -> int:
        """People, not lines: who holds two posts of one cell is counted once."""
        return len({seat.person for seat in self.holders})

    @property
    def over(self) -> int:
        return max(self.held - (self.approved or 0), 0)

    @property
    def short(self) -> int:
        return max((self.approved or 0) - self.held, 0)

    @property
    def soon_free(self) -> int:
        """Seats free once those have left whose end is on record."""
        leaving = {seat.person for seat in self.falling}
        return max((self.approved or 0) - (self.held - len(leaving)), 0)


def board(approved: Mapping[Cell, int], seats: Iterable[Seat], *, on: date, until: date) -> list[Row]:
    """One row for every cell with a quota or a holder on the day; `falling` end after `on` and not after `until`.

    >>> cell = Cell(1, "132", "deputy")
    >>> sat = [Seat(cell, "p", "陈建国", "副局长", Period(date(2020, 1, 1)))]
    >>> board({cell: 3}, sat, on=date(2026, 11, 21), until=date(2027, 11, 21))[0].short
    2
    """
    held: dict[Cell, list[Seat]] = {}
    for seat in seats:
        if seat.period.contains(on):
            held.setdefault(seat.cell, []).append(seat)
    return [
        _row(cell, approved.get(cell), held.get(cell, []), until)
        for cell in sorted(approved.keys() | held.keys())
    ]


def peak(seats: Iterable[Seat], *, on: date) -> tuple[date, tuple[Seat, ...]]:
    """The day from `on` onwards on which most people sit at once, and who they are: later appointments count too.

    >>> peak([], on=date(2026, 11, 21))
    (datetime.date(2026, 11, 21), ())
    """
    rows = list(seats)
    days = sorted({on, *(seat.period.from_on for seat in rows if seat.period.from_on > on)})
    crowds = [(day, _once(seat for seat in rows if seat.period.contains(day))) for day in days]
    return max(crowds, key=lambda crowd: (len(crowd[1]), -crowd[0].toordinal()))


def _row(cell: Cell, approved: int | None, holders: list[Seat], until: date) -> Row:
    falling = (seat for seat in holders if seat.period.until_on is not None and seat.period.until_on <= until)
    return Row(cell, approved, tuple(holders), tuple(falling))


def _once(seats: Iterable[Seat]) -> tuple[Seat, ...]:
    return tuple({seat.person: seat for seat in seats}.values())
