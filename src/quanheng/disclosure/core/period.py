"""The printed period of a notice: its working days, which one today is, when the notice may come down.

Convention 7(a): the printed period counts with both its days. On the last day a notice may come down at close of office.
"""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from quanheng.kernel.workdays import (
    OFFICIAL,
    WorkCalendar,
    last_workday_of,
    provisional_years,
    workdays_inclusive,
)

OFFICE_CLOSES = time(17)  # a notice taken down on its last day at 17:00 has hung to the end of that day


@dataclass(frozen=True)
class Period:
    """公示期: the printed period and the calendar its working days are read from.

    >>> Period(date(2025, 11, 17), date(2025, 11, 21)).working_days
    5
    """

    first: date
    last: date
    calendar: WorkCalendar = OFFICIAL

    @property
    def working_days(self) -> int:
        return workdays_inclusive(self.first, self.last, calendar=self.calendar)

    @property
    def days(self) -> int:
        """Calendar days, both ends counted."""
        return (self.last - self.first).days + 1

    @property
    def counted(self) -> tuple[date, ...]:
        """The working days themselves."""
        all_days = (self.first + timedelta(days=n) for n in range(self.days))
        return tuple(day for day in all_days if self.calendar.is_workday(day))

    @property
    def provisional_years(self) -> tuple[int, ...]:
        """Years whose official arrangement is unknown, so that only weekends were left out."""
        return provisional_years(self.first, self.last, calendar=self.calendar)

    def working_day_on(self, day: date) -> int:
        """Which working day of the period `day` is or follows: 0 before the first, at most all of them.

        >>> Period(date(2025, 11, 17), date(2025, 11, 21)).working_day_on(date(2025, 11, 19))
        3
        """
        return sum(each <= day for each in self.counted)

    def up_days(self, posted_on: date) -> int:
        """Working days on which the notice really hung from their beginning, when posted on `posted_on`."""
        return sum(each >= posted_on for each in self.counted)

    def ends_at(self) -> datetime:
        """When the notice may come down, in local time without a zone."""
        return datetime.combine(self.last, OFFICE_CLOSES)


def last_day_for(first: date, working_days: int, *, calendar: WorkCalendar = OFFICIAL) -> date:
    """The last day to print so that the period holds `working_days`.

    >>> last_day_for(date(2025, 11, 17), 5)
    datetime.date(2025, 11, 21)
    """
    return last_workday_of(first, working_days, calendar=calendar)
