"""The city's fixed day and months as integers. No clock is read here."""

from datetime import date, timedelta

AS_OF = date(2026, 11, 21)


def month_of(day: date) -> int:
    """Months since year 0, so that months subtract.

    >>> month_of(date(2026, 11, 21)) - month_of(date(2023, 12, 1))
    35
    """
    return day.year * 12 + day.month - 1


def first_day(month: int) -> date:
    """The first day of a month number."""
    return date(month // 12, month % 12 + 1, 1)


def dotted(day: date) -> str:
    """2026.11, as a résumé has it."""
    return f"{day.year:04d}.{day.month:02d}"


def six(day: date) -> str:
    """202611, as forms and the roster have it."""
    return f"{day.year:04d}{day.month:02d}"


def eight(day: date) -> str:
    """20261121, for appointments and sanctions, where the day decides."""
    return f"{day.year:04d}{day.month:02d}{day.day:02d}"


def parse(text: str) -> date:
    """`2023-12` or `2023-12-13`; a month alone is its first day."""
    parts = [int(part) for part in text.split("-")]
    return date(parts[0], parts[1], parts[2] if len(parts) > 2 else 1)


def weekday(day: date) -> date:
    """The day itself, or the Monday after a weekend (committees rarely decide on Sundays)."""
    while day.weekday() > 4:
        day += timedelta(days=1)
    return day


def retirement(birth: date, limit: int) -> date:
    """The month in which the person reaches the age limit under the 2025 delay: one month in four, at most 36.

    >>> retirement(date(1972, 5, 1), 60)
    datetime.date(2034, 4, 1)
    """
    original = month_of(birth) + limit * 12
    passed = original - (2025 * 12 - 1)
    return first_day(original + (0 if passed < 1 else min(36, (passed - 1) // 4 + 1)))
