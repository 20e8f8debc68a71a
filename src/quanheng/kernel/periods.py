"""Half-open stretches of time `[from_on, until_on)`: merging, adding up months, running clocks."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Self

from quanheng.kernel.dates import add_months, corresponding_day, months_between


@dataclass(frozen=True, order=True)
class Period:
    """A stretch of days: `from_on` belongs to it, `until_on` does not; None means it still runs. 期间

    >>> Period(date(2020, 1, 1), date(2021, 1, 1)).contains(date(2021, 1, 1))
    False
    """

    from_on: date
    until_on: date | None = None

    def __post_init__(self) -> None:
        if self.until_on is not None and self.until_on < self.from_on:
            raise ValueError(f"the period ends ({self.until_on}) before it begins ({self.from_on})")

    def contains(self, day: date) -> bool:
        """Whether `day` lies in the period."""
        return self.from_on <= day and (self.until_on is None or day < self.until_on)

    def clipped(self, on: date) -> "Period | None":
        """The part before `on` (what is known on that day); None when nothing is left."""
        if self.from_on >= on:
            return None
        return Period(self.from_on, on if self.until_on is None else min(self.until_on, on))


class Months(int):
    """A number of full months that may still be growing. 月数

    `since` is the day from which the clock would have run without a break, so the day on which it will show
    n months is `reaches(n)`; None when the clock stands still (the person has left that kind of post).

    >>> Months.from_day(date(2023, 12, 25), on=date(2026, 11, 21)).reaches(36)
    datetime.date(2026, 12, 25)
    """

    since: date | None

    def __new__(cls, months: int, since: date | None = None) -> Self:
        made = super().__new__(cls, months)
        made.since = since
        return made

    @classmethod
    def from_day(cls, since: date, *, on: date) -> Self:
        """The clock that started on `since`, read on `on`; 0 when it has not started."""
        return cls(months_between(since, on) if since <= on else 0, since)

    def reaches(self, months: int) -> date | None:
        """The day on which it shows `months`; None when it stands still."""
        return corresponding_day(self.since, months) if self.since else None


def merged(periods: Iterable[Period]) -> list[Period]:
    """Overlapping and touching periods joined, in order of time. Shape: any periods in, disjoint periods out.

    >>> merged([Period(date(2020, 1, 1), date(2021, 1, 1)), Period(date(2020, 6, 1), date(2022, 1, 1))])
    [Period(from_on=datetime.date(2020, 1, 1), until_on=datetime.date(2022, 1, 1))]
    """
    joined: list[Period] = []
    for period in sorted(periods, key=lambda each: (each.from_on, each.until_on or date.max)):
        last = joined[-1] if joined else None
        if last is None or (last.until_on is not None and last.until_on < period.from_on):
            joined.append(period)
        elif last.until_on is not None and (period.until_on is None or period.until_on > last.until_on):
            joined[-1] = Period(last.from_on, period.until_on)
    return joined


def months_in(periods: Iterable[Period], *, on: date) -> Months:
    """Full months spent in the periods before `on`, overlaps counted once, separate spells added up.

    Convention 4: tenures add up, gaps do not count. Left-over days of the spells are added too, thirty to a
    month. The result carries its running clock when the last spell reaches `on`.

    >>> months_in([Period(date(2020, 1, 1), date(2021, 1, 1)), Period(date(2022, 3, 1))], on=date(2023, 3, 1))
    24
    """
    stretches = merged(periods)
    spells = [part for part in (each.clipped(on) for each in stretches) if part]
    if not any(each.contains(on) for each in stretches if each.from_on < on):
        return Months(_added_up(spells)[0])
    *earlier, last = spells
    months, days = _added_up(earlier)
    return Months.from_day(add_months(last.from_on, -months) - timedelta(days=days), on=on)


def _added_up(spells: Iterable[Period]) -> tuple[int, int]:
    months = days = 0
    spells = list(spells)
    for spell in spells:
        assert spell.until_on is not None
        full = months_between(spell.from_on, spell.until_on)
        months += full
        days += (spell.until_on - corresponding_day(spell.from_on, full)).days
    if (
        len(spells) == 1
    ):  # one stretch goes by its corresponding day: 3 March to 1 June is not yet three months
        return months, days
    return months + days // 30, days % 30
