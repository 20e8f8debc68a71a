"""Which months of birth reach the statutory retirement age by a day, by the law in force (TX-2025). No database."""

from datetime import date
from functools import lru_cache

from quanheng.kernel.dates import add_months, first_of_month
from quanheng.regulation.core.instruments import NotInForce
from quanheng.regulation.core.judge import WorkedOut, work_out

EARLIEST_AGE, LATEST_AGE = 45, 70
"""Ages between which every retirement age of the law lies: the months that are searched."""


def retirement(*, born_on: date, sex: str, is_county: bool, on: date) -> WorkedOut | None:
    """The month of retirement as the law works it out for a cadre, with its clauses; None where it cannot.

    Women of county level and above are reckoned at sixty, which the law's source has not verified: it only advises.

    >>> retirement(born_on=date(1966, 11, 5), sex="1", is_county=True, on=date(2026, 11, 21)).value
    datetime.date(2027, 5, 1)
    """
    return _of_month(first_of_month(born_on), sex, is_county, on)


@lru_cache(maxsize=4096)
def _of_month(month: date, sex: str, is_county: bool, on: date) -> WorkedOut | None:
    """The law knows months of birth only, and a board asks for the same ones on every view."""
    facts: dict[str, object] = {
        "birth_on": month,
        "is_woman": sex == "2",
        "is_cadre_staff": True,
        "is_woman_of_sixty": sex == "2" and is_county,
    }
    try:
        return work_out(facts, "retirement_due_on", on=on)
    except NotInForce:
        return None


@lru_cache(maxsize=512)
def youngest_due(*, sex: str, is_county: bool, by: date, on: date) -> date | None:
    """The first day of the latest month of birth whose retirement falls due not after `by`; None before the law.

    Later births never retire earlier, so the month is found by halving.
    """
    months = [add_months(first_of_month(by), -step) for step in range(12 * LATEST_AGE, 12 * EARLIEST_AGE, -1)]
    low, high = 0, len(months)
    while low < high:
        middle = (low + high) // 2
        found = retirement(born_on=months[middle], sex=sex, is_county=is_county, on=on)
        if found is None:
            return None
        assert isinstance(found.value, date)
        low, high = (middle + 1, high) if found.value <= by else (low, middle)
    return months[low - 1] if low else None
