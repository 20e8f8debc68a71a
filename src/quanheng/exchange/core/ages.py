"""Ages and the month an age limit is reached, at month precision, as the appointment form counts them."""

import re
from datetime import date

_REFORM = (2025, 1)
_MOST_DELAY = {60: (4, 36), 55: (4, 36), 50: (2, 60)}
"""Limit in years to (months of birth per month of delay, most months of delay)."""


def age_at(born_on: date, at: date) -> int:
    """Completed years; the day of the month is ignored.

    >>> age_at(date(1972, 5, 20), date(2024, 5, 1)), age_at(date(1972, 5, 1), date(2024, 4, 30))
    (52, 51)
    """
    return at.year - born_on.year - (at.month < born_on.month)


def age_limit_month(born_on: date, limit: int) -> date | None:
    """The first of the month in which a limit of 60, 55 or 50 years is reached under the reform of 2025.

    None for other limits: no delay is laid down for them.

    >>> age_limit_month(date(1972, 5, 1), 60), age_limit_month(date(1960, 3, 1), 60), age_limit_month(date(1960, 3, 1), 63)
    (datetime.date(2034, 4, 1), datetime.date(2020, 3, 1), None)
    """
    if limit not in _MOST_DELAY:
        return None
    every, most = _MOST_DELAY[limit]
    original = (born_on.year + limit) * 12 + born_on.month - 1
    since = original - (_REFORM[0] * 12 + _REFORM[1] - 1) + 1
    delay = 0 if since < 1 else min(most, (since - 1) // every + 1)
    year, month = divmod(original + delay, 12)
    return date(year, month + 1, 1)


def limit_years(label: str) -> int | None:
    """The years in a label such as 改革前任职年龄界限为60岁.

    >>> limit_years("改革前任职年龄界限为60岁"), limit_years("已到龄人员")
    (60, None)
    """
    found = re.search(r"([0-9]{2})岁?", label)
    return int(found[1]) if found else None


def years_and_months(born_on: date, at: date) -> str:
    """Age in words.

    >>> years_and_months(date(1972, 5, 1), date(2034, 4, 1))
    '61岁11个月'
    """
    years, months = divmod((at.year - born_on.year) * 12 + at.month - born_on.month, 12)
    return f"{years}岁{months}个月" if months else f"{years}岁"
