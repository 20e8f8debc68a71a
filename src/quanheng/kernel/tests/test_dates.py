"""Month arithmetic at its edges: short months, the last day of a period, ages by month."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quanheng.kernel.dates import (
    LastDay,
    add_months,
    add_years,
    age_on,
    calendar_months,
    corresponding_day,
    first_of_month,
    last_day,
    months_between,
)

DAYS = st.dates(date(1930, 1, 1), date(2100, 1, 1))


@pytest.mark.parametrize(
    ("start", "months", "last"),
    [
        (date(2023, 5, 10), 12, date(2024, 5, 9)),
        (date(2023, 8, 31), 6, date(2024, 2, 29)),
        (date(2024, 3, 31), 18, date(2025, 9, 30)),
        (date(2022, 8, 15), 24, date(2024, 8, 14)),
        (date(2024, 3, 1), 12, date(2025, 2, 28)),
        (date(2019, 4, 10), 60, date(2024, 4, 9)),
    ],
)
def test_last_day_of_a_restricting_period(start: date, months: int, last: date) -> None:
    assert last_day(start, months) == last
    assert last_day(start, months, rule=LastDay.SAME_DAY) == last + timedelta(days=1)


def test_a_period_has_months() -> None:
    with pytest.raises(ValueError, match="at least one month"):
        last_day(date(2024, 1, 1), 0)


def test_deadlines_fall_back_to_the_last_day_of_the_month() -> None:
    assert add_months(date(2024, 1, 31), 1) == date(2024, 2, 29)
    assert add_months(date(2024, 3, 31), -1) == date(2024, 2, 29)
    assert add_years(date(2024, 2, 29), 1) == date(2025, 2, 28)
    assert corresponding_day(date(2024, 1, 31), 1) == date(2024, 3, 1)


def test_ages_and_service_go_by_the_month() -> None:
    assert age_on(date(1980, 6, 30), date(2025, 6, 1)) == 45
    assert age_on(date(1980, 6, 1), date(2025, 5, 31)) == 44
    assert calendar_months(date(2020, 3, 31), date(2025, 2, 28)) == 59
    assert first_of_month(date(2020, 3, 31)) == date(2020, 3, 1)
    with pytest.raises(ValueError, match="before the birth"):
        age_on(date(2025, 7, 1), date(2025, 6, 30))


def test_the_calendar_ends() -> None:
    with pytest.raises(OverflowError):
        add_months(date(9999, 12, 1), 1)
    with pytest.raises(ValueError, match="before"):
        months_between(date(2024, 1, 2), date(2024, 1, 1))


@given(DAYS, st.integers(0, 600))
def test_n_months_are_full_on_the_corresponding_day_and_not_before(start: date, months: int) -> None:
    day = corresponding_day(start, months)
    assert months_between(start, day) == months
    if months:
        assert months_between(start, day - timedelta(days=1)) == months - 1


@given(DAYS, st.integers(-600, 600))
def test_adding_months_never_leaves_the_month(start: date, months: int) -> None:
    assert calendar_months(start, add_months(start, months)) == months
