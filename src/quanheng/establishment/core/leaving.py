"""Which seats fall vacant, when and why: ends on record, retirement, terms, probation, appointments elsewhere. No Django."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from quanheng.establishment.core.board import Cell, Row, Seat

CAUSES: Mapping[str, str] = {
    "removal": "免职时间已登记",
    "moving": "已任其他职务",
    "retirement": "到龄退休",
    "term": "任期届满",
    "probation": "试用期满",
}
"""Why a seat falls vacant, the surest first."""

SURE = ("removal", "moving")
ONLY_WATCHED = ("probation",)
"""Ends that free a seat only if something goes wrong: shown, not counted."""


@dataclass(frozen=True)
class Leaving:
    """将空缺: a seat, the day on which it is expected to be free, and why; `is_sure` when an act is on record."""

    seat: Seat
    on: date
    cause: str

    @property
    def is_sure(self) -> bool:
        return self.cause in SURE

    @property
    def is_counted(self) -> bool:
        return self.cause not in ONLY_WATCHED


@dataclass(frozen=True)
class Sum:
    """职数合计: the rows of one level and role added up; over and short of single units do not make up for each other."""

    level: str
    role: str
    approved: int
    held: int
    over: int
    short: int
    falling: int


def first_each(leavings: Iterable[Leaving]) -> list[Leaving]:
    """One for each seat and person, the earliest (the surest of one day), in order of time."""
    order = list(CAUSES)
    found: dict[tuple[Cell, str, str], Leaving] = {}
    for each in sorted(leavings, key=lambda one: (one.on, order.index(one.cause))):
        key = each.seat.cell, each.seat.person, each.seat.post
        known = found.get(key)
        if known is None or (not known.is_counted and each.is_counted):
            found[key] = each
    return sorted(found.values(), key=lambda one: (one.on, one.seat.cell, one.seat.name))


def sums(rows: Iterable[Row], leavings: Iterable[Leaving]) -> list[Sum]:
    """The rows of many units by level and role, the highest first."""
    gone: dict[tuple[str, str], set[tuple[Cell, str]]] = {}
    for each in leavings:
        if each.is_counted:
            cell = each.seat.cell
            gone.setdefault((cell.level, cell.role), set()).add((cell, each.seat.person))
    grouped: dict[tuple[str, str], list[Row]] = {}
    for row in rows:
        grouped.setdefault((row.cell.level, row.cell.role), []).append(row)
    return [_sum(key, grouped[key], len(gone.get(key, ()))) for key in sorted(grouped)]


def _sum(key: tuple[str, str], rows: list[Row], falling: int) -> Sum:
    return Sum(
        *key,
        approved=sum(row.approved or 0 for row in rows),
        held=sum(row.held for row in rows),
        over=sum(row.over for row in rows),
        short=sum(row.short for row in rows),
        falling=falling,
    )
