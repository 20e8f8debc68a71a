"""Dates as papers of a file have them: year and month, sometimes a day, in many hands. Read to a day, compared by the month."""

import re
from datetime import date

_WHOLE = re.compile(r"([12][0-9]{3})\s*[.．年/-]?\s*([0-9]{1,2})\s*(?:[.．月/-]?\s*([0-9]{1,2})?\s*日?)?")
_DIGITS = str.maketrans("０１２３４５６７８９", "0123456789")


def read_file_day(said: str) -> date | None:
    """The day a paper names; the first of the month where it names only a month; None for anything else.

    >>> read_file_day("1965年3月"), read_file_day("1965.03.12"), read_file_day("196503"), read_file_day("约1965")
    (datetime.date(1965, 3, 1), datetime.date(1965, 3, 12), datetime.date(1965, 3, 1), None)
    """
    plain = said.strip().translate(_DIGITS)
    if re.fullmatch(r"[0-9]{6}|[0-9]{8}", plain):
        parts: list[str | None] = [plain[:4], plain[4:6], plain[6:] or None]
    else:
        found = _WHOLE.fullmatch(plain)
        if found is None:
            return None
        parts = list(found.groups())
    year, month, day = (int(part) if part else 1 for part in parts)
    try:
        return date(year, month, day)
    except ValueError:
        return None


def same_month(one: date | None, other: date | None) -> bool:
    """Ages and years of service go by the month.

    >>> same_month(date(1965, 3, 1), date(1965, 3, 12))
    True
    """
    return one is not None and other is not None and (one.year, one.month) == (other.year, other.month)
