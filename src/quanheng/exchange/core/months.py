"""Months and days as forms and rosters write them: 6 or 8 digits, points, dashes, 年月."""

import re
from datetime import date

_WIDTH = str.maketrans("０１２３４５６７８９．－／", "0123456789.-/")
_DIGITS = re.compile(r"([0-9]{4})([0-9]{2})([0-9]{2})?")
_PARTS = re.compile(r"([0-9]{4})\s*[.年/·-]\s*([0-9]{1,2})(?:\s*[.月/·-]\s*([0-9]{1,2})日?)?月?")


def read_month(said: str) -> date | None:
    """The date written; the first of the month when no day is given; None when it is none of the accepted ways.

    >>> read_month("197205"), read_month("1972.5"), read_month("1972年5月8日"), read_month("197213")
    (datetime.date(1972, 5, 1), datetime.date(1972, 5, 1), datetime.date(1972, 5, 8), None)
    """
    narrow = said.strip().translate(_WIDTH)
    found = _DIGITS.fullmatch(narrow) or _PARTS.fullmatch(narrow)
    if not found:
        return None
    year, month, day = int(found[1]), int(found[2]), int(found[3] or 1)
    try:
        return date(year, month, day) if 1900 <= year <= 2100 else None
    except ValueError:
        return None


def has_day(said: str) -> bool:
    """Whether a readable date names its day.

    >>> has_day("19720508"), has_day("1972.05")
    (True, False)
    """
    return len(re.findall(r"[0-9]+", said)) == 3 or re.fullmatch(r"\s*[0-9]{8}\s*", said) is not None


def six_digits(on: date | None) -> str:
    """`YYYYMM`, or "" for none.

    >>> six_digits(date(1972, 5, 8))
    '197205'
    """
    return f"{on:%Y%m}" if on else ""
