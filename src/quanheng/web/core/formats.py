"""How dates, months, durations and masked values are written. Pure Python; the words come from the caller."""

from collections.abc import Callable
from datetime import date

ABSENT = "—"


def format_day(on: date | None) -> str:
    """The date of a table: `2026-11-21`; a dash when there is none."""
    return f"{on:%Y-%m-%d}" if on else ABSENT


def format_month(on: date | None) -> str:
    """The month of the official forms.

    >>> format_month(date(2026, 3, 1))
    '2026.03'
    """
    return f"{on:%Y.%m}" if on else ABSENT


def format_duration(months: int | None, say: Callable[[str], str] = str) -> str:
    """Whole months as years and months; `say` translates the templates.

    >>> format_duration(38)
    '3年2个月'
    """
    if months is None:
        return ABSENT
    years, rest = divmod(months, 12)
    if years and rest:
        return say("{years}年{months}个月").format(years=years, months=rest)
    if years:
        return say("{years}年").format(years=years)
    return say("{months}个月").format(months=rest) if rest else say("不满1个月")


def mask_identity(number: str | None) -> str:
    """Keep the first three characters and the last one.

    The birth date stands elsewhere on most pages: with it, a longer tail would give the whole number away.

    >>> mask_identity("999001198003071237")
    '999**************7'
    """
    if not number:
        return ABSENT
    if len(number) < 8:
        return "*" * len(number)
    return number[:3] + "*" * (len(number) - 4) + number[-1]


def mask_person_name(name: str | None) -> str:
    """Keep the first character; the middle dot of a transliterated name stays.

    >>> mask_person_name("张三丰")
    '张**'
    """
    if not name:
        return ABSENT
    return name[0] + "".join("·" if mark == "·" else "*" for mark in name[1:])
