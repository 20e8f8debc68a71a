"""Forecast of a leading group: who retires in which year, what stays, how old those are who stay. Pure (X05).

Assumptions: everybody retires in the month of the statutory age, recorded ends of terms and posts come true, nobody
is appointed, dies or leaves otherwise, and quotas stay as they are.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from quanheng.establishment.core.warnings import retires_on
from quanheng.kernel.dates import age_on

YOUNG, OLD = 45, 55
"""At most this age, at least this age: the two shares of the age structure."""


@dataclass(frozen=True)
class Group:
    """同层次同月出生的人: so many of one sex, level and month of birth; `ends_on` when the post's end is on record."""

    sex: str
    level: str
    is_county: bool
    born_on: date
    number: int
    ends_on: date | None = None


@dataclass(frozen=True)
class Year:
    """一年的预测: `left` of those who began remain at its end; ages are theirs on its last day."""

    year: int
    retiring: int
    ending: int
    left: int
    mean_age: float | None
    young: int
    old: int
    by_level: Mapping[str, int]


def forecast(groups: Sequence[Group], *, on: date, years: int = 10) -> list[Year]:
    """One entry a calendar year, the running one first; whoever is past the age already goes in the running year."""
    gone = [(group, *_leaves(group, on)) for group in groups]
    return [_year(gone, year) for year in range(on.year, on.year + years)]


def _leaves(group: Group, on: date) -> tuple[int | None, bool]:
    """The year in which the group leaves (not before this one), and whether by retirement: of one year, retirement counts."""
    due = _due(group.sex, group.is_county, group.born_on, on)
    retires = max(due.year, on.year) if due else None
    ends = max(group.ends_on.year, on.year) if group.ends_on else None
    if ends is not None and (retires is None or ends < retires):
        return ends, False
    return retires, retires is not None


@lru_cache(maxsize=8192)
def _due(sex: str, is_county: bool, born_on: date, on: date) -> date | None:
    return retires_on(born_on=born_on, sex=sex, is_county=is_county, on=on)


def _year(gone: Iterable[tuple[Group, int | None, bool]], year: int) -> Year:
    last = date(year, 12, 31)
    going = [(group, is_retired) for group, left_in, is_retired in gone if left_in == year]
    staying = [group for group, left_in, _ in gone if left_in is None or left_in > year]
    ages = [(age_on(group.born_on, last), group.number) for group in staying]
    left = sum(number for _, number in ages)
    levels: dict[str, int] = {}
    for group, is_retired in going:
        if is_retired:
            levels[group.level] = levels.get(group.level, 0) + group.number
    return Year(
        year=year,
        retiring=sum(levels.values()),
        ending=sum(group.number for group, is_retired in going if not is_retired),
        left=left,
        mean_age=sum(age * number for age, number in ages) / left if left else None,
        young=sum(number for age, number in ages if age <= YOUNG),
        old=sum(number for age, number in ages if age >= OLD),
        by_level=levels,
    )
