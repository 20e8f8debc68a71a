"""Month arithmetic on calendar days: tenure, age, deadlines, periods that restrict a person.

Conventions 1, 2, 7(b) and 8 of the house. Working days are in `workdays`, stretches of time in `periods`.
"""

from datetime import date, timedelta
from enum import StrEnum

NO_DATE = date.min  # "no such restriction": earlier than every day that can be asked about
OPEN_ENDED = date.max  # "no known end": later than every day that can be asked about


class LastDay(StrEnum):
    """期间的最后一日: which day ends a period of months that restricts a person (the texts are silent)."""

    EVE = "eve"  # the day before the corresponding day: the house default
    SAME_DAY = "same_day"  # the corresponding day itself


def add_months(start: date, months: int) -> date:
    """The day `months` later (earlier when negative); the last day of a month that lacks it. For deadlines.

    Convention 7(b). `start` any date, `months` whole months. Raises OverflowError outside years 1 to 9999.

    >>> add_months(date(2024, 1, 31), 1)
    datetime.date(2024, 2, 29)
    """
    first = _first_of_month(start, months)
    return min(_first_of_month(first, 1) - timedelta(days=1), first + timedelta(days=start.day - 1))


def add_years(start: date, years: int) -> date:
    """The day `years` later; 29 February becomes 28 February in a common year. For deadlines.

    Convention 7(b). Raises OverflowError outside years 1 to 9999.

    >>> add_years(date(2024, 2, 29), 1)
    datetime.date(2025, 2, 28)
    """
    return add_months(start, 12 * years)


def corresponding_day(start: date, months: int) -> date:
    """The same day of the month `months` later or, in a month without it, the first day of the next month.

    Convention 8: on this day n full months have passed. Raises OverflowError outside years 1 to 9999.

    >>> corresponding_day(date(2023, 8, 31), 6)
    datetime.date(2024, 3, 1)
    """
    first = _first_of_month(start, months)
    return min(_first_of_month(first, 1), first + timedelta(days=start.day - 1))


def last_day(start: date, months: int, *, rule: LastDay = LastDay.EVE) -> date:
    """The last day of a period of `months` that restricts a person and begins on `start`.

    Convention 8. Blocked while `on <= last_day(...)`. `rule` is the house-wide switch: the day before the
    corresponding day (default) or the corresponding day. Raises ValueError unless `months` is positive.

    >>> last_day(date(2023, 5, 10), 12)
    datetime.date(2024, 5, 9)
    """
    if months <= 0:
        raise ValueError(f"a restricting period has at least one month, not {months}")
    day = corresponding_day(start, months)
    return day if rule is LastDay.SAME_DAY else day - timedelta(days=1)


def months_between(start: date, end: date) -> int:
    """Full months from `start` to `end`: n when the n-th corresponding day is reached (convention 8).

    Raises ValueError when `end` lies before `start`.

    >>> months_between(date(2014, 5, 10), date(2024, 5, 10))
    120
    """
    if end < start:
        raise ValueError(f"{end} lies before {start}")
    months = calendar_months(start, end)
    return months if corresponding_day(start, months) <= end else months - 1


def calendar_months(start: date, end: date) -> int:
    """Months from the month of `start` to the month of `end`, days ignored; negative when earlier.

    Conventions 1 and 2: personnel forms give year and month only.

    >>> calendar_months(date(2020, 3, 31), date(2025, 3, 1))
    60
    """
    return (end.year - start.year) * 12 + end.month - start.month


def age_on(birth: date, on: date) -> int:
    """Age in full years by month: the person reaches the age in the month of birth (convention 1).

    Raises ValueError when `on` lies in a month before the birth.

    >>> age_on(date(1980, 6, 30), date(2025, 6, 1))
    45
    """
    months = calendar_months(birth, on)
    if months < 0:
        raise ValueError(f"{on} lies before the birth in {birth:%Y-%m}")
    return months // 12


def first_of_month(day: date) -> date:
    """The first day of the month of `day`.

    >>> first_of_month(date(2024, 2, 29))
    datetime.date(2024, 2, 1)
    """
    return day.replace(day=1)


def _first_of_month(start: date, months: int) -> date:
    count = start.year * 12 + start.month - 1 + months
    if not 12 <= count < 10_000 * 12:
        raise OverflowError(f"{months} months from {start} is outside the calendar")
    return date(count // 12, count % 12 + 1, 1)
