"""Working days under the official yearly arrangement (convention 6); notice periods and answer deadlines (7).

The arrangement comes from the package chinesecalendar; years it does not cover are provisional (weekends only)
unless the caller passes that year's arrangement as data.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta

import chinese_calendar

from quanheng.kernel.dates import add_months


@dataclass(frozen=True)
class WorkCalendar:
    """放假安排: `years` given here replace the packaged ones; `rest` and `work` name the days that differ from the week."""

    years: frozenset[int] = field(default_factory=frozenset)
    rest: frozenset[date] = field(default_factory=frozenset)
    work: frozenset[date] = field(default_factory=frozenset)

    def is_provisional(self, year: int) -> bool:
        """Whether no arrangement is known for `year`, so that only weekends can be told."""
        return year not in self.years and year not in PACKAGED_YEARS

    def is_workday(self, day: date) -> bool:
        """Whether `day` is worked: weekdays that are no holiday and make-up days."""
        if day.year in self.years:
            return day in self.work or (day.weekday() < 5 and day not in self.rest)
        if day.year in PACKAGED_YEARS:
            return bool(chinese_calendar.is_workday(day))
        return day.weekday() < 5


PACKAGED_YEARS = frozenset(day.year for day in chinese_calendar.holidays)
OFFICIAL = WorkCalendar()


def workdays_inclusive(from_on: date, to_on: date, *, calendar: WorkCalendar = OFFICIAL) -> int:
    """Working days from `from_on` to `to_on`, both ends counted: a printed notice period (convention 7a).

    Raises ValueError when the period ends before it begins.

    >>> workdays_inclusive(date(2025, 9, 29), date(2025, 10, 10))  # eight days of holiday, none swapped inside
    4
    """
    if to_on < from_on:
        raise ValueError(f"the period ends ({to_on}) before it begins ({from_on})")
    days = (to_on - from_on).days + 1
    return sum(calendar.is_workday(from_on + timedelta(days=n)) for n in range(days))


def last_workday_of(from_on: date, count: int, *, calendar: WorkCalendar = OFFICIAL) -> date:
    """The day on which the `count`-th working day from `from_on` (itself counted) falls: the end to print.

    Convention 7(a). Raises ValueError unless `count` is positive.

    >>> last_workday_of(date(2025, 11, 17), 5)
    datetime.date(2025, 11, 21)
    """
    if count < 1:
        raise ValueError(f"at least one working day is needed, not {count}")
    days = (day for day in _days_from(from_on) if calendar.is_workday(day))
    return next(day for n, day in enumerate(days, 1) if n == count)


def last_workday_after(posted_on: date, count: int, *, calendar: WorkCalendar = OFFICIAL) -> date:
    """As `last_workday_of`, but the day of posting is not counted: the option `day_after_posting` of 7(a).

    >>> last_workday_after(date(2025, 11, 17), 5)
    datetime.date(2025, 11, 24)
    """
    return last_workday_of(posted_on + timedelta(days=1), count, calendar=calendar)


def workday_on_or_after(day: date, *, calendar: WorkCalendar = OFFICIAL) -> date:
    """`day` itself when it is worked, else the next day that is: where a deadline falls on a rest day (7b).

    >>> workday_on_or_after(date(2025, 10, 1))
    datetime.date(2025, 10, 9)
    """
    return last_workday_of(day, 1, calendar=calendar)


def answer_deadline(
    received_on: date,
    *,
    days: int = 0,
    months: int = 0,
    calendar: WorkCalendar = OFFICIAL,
    moves: bool = True,
) -> date:
    """Last day of an answer or appeal period: the day of receipt is not counted (convention 7b).

    Give `days` or `months`. `moves` puts it on the next working day when it falls on a rest day.
    Raises ValueError unless exactly one of the two is positive.

    >>> answer_deadline(date(2025, 1, 14), months=1)
    datetime.date(2025, 2, 14)
    """
    if (days > 0) == (months > 0):
        raise ValueError("an answer period is given in days or in months")
    last = add_months(received_on, months) if months else received_on + timedelta(days=days)
    return workday_on_or_after(last, calendar=calendar) if moves else last


def provisional_years(from_on: date, to_on: date, *, calendar: WorkCalendar = OFFICIAL) -> tuple[int, ...]:
    """The years between the two days whose arrangement is unknown: their working days are weekends-only.

    >>> provisional_years(date(2025, 1, 1), date(2025, 12, 31))
    ()
    """
    return tuple(year for year in range(from_on.year, to_on.year + 1) if calendar.is_provisional(year))


def _days_from(first: date) -> Iterator[date]:
    day = first
    while True:
        yield day
        day += timedelta(days=1)
