"""Forecast of a leading group: who retires in which year, what stays, how old those are who stay. Pure (X05).

Assumptions: everybody retires in the month of the statutory age, recorded ends of terms and posts come true, nobody
is appointed, dies or leaves otherwise, and quotas stay as they are.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from quanheng.establishment.core.retiring import youngest_due
from quanheng.kernel.dates import age_on, first_of_month

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
    gone: dict[int | None, list[tuple[Group, bool]]] = {}
    staying: Counter[date] = Counter()
    shown = range(on.year, on.year + years)
    for group in groups:
        leaves, is_retired = _leaves(group, on, shown)
        gone.setdefault(leaves, []).append((group, is_retired))
        staying[group.born_on] += group.number
    return [_year(gone.get(year, []), staying, year) for year in shown]


def _leaves(group: Group, on: date, years: range) -> tuple[int | None, bool]:
    """The year of these in which the group leaves, and whether by retirement: of one year, retirement counts."""
    born = first_of_month(group.born_on)
    dues = _dues(group.sex, group.is_county, on, years)
    retires = next((year for year, latest in dues if latest is not None and born <= latest), None)
    ends = max(group.ends_on.year, on.year) if group.ends_on else None
    if ends is not None and (retires is None or ends < retires):
        return ends, False
    return retires, retires is not None


@lru_cache(maxsize=64)
def _dues(sex: str, is_county: bool, on: date, years: range) -> list[tuple[int, date | None]]:
    """The latest month of birth due in each year: the law is asked about a class, not about every month in it."""
    return [(year, youngest_due(sex=sex, is_county=is_county, by=date(year, 12, 31), on=on)) for year in years]


def _year(going: Iterable[tuple[Group, bool]], staying: Counter[date], year: int) -> Year:
    """Takes those who go out of `staying`: persons by month of birth, of which there are hundreds where groups are thousands."""
    for group, _ in going:
        staying[group.born_on] -= group.number
    last = date(year, 12, 31)
    ages = [(age_on(born_on, last), number) for born_on, number in staying.items() if number]
    left = staying.total()
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
