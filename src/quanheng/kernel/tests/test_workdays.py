"""Notice periods and answer deadlines across holidays, make-up days and years without an arrangement."""

from datetime import date

import pytest

from quanheng.kernel.workdays import (
    WorkCalendar,
    answer_deadline,
    last_workday_after,
    last_workday_of,
    provisional_years,
    workday_on_or_after,
    workdays_inclusive,
)


def test_monday_to_friday_is_five() -> None:
    assert workdays_inclusive(date(2025, 11, 17), date(2025, 11, 21)) == 5
    assert workdays_inclusive(date(2025, 11, 17), date(2025, 11, 20)) == 4


def test_a_long_holiday_does_not_count_and_a_make_up_day_does() -> None:
    assert (
        workdays_inclusive(date(2025, 9, 30), date(2025, 10, 11)) == 4
    )  # 30th, 9th, 10th, Saturday the 11th
    assert last_workday_of(date(2025, 9, 30), 5) == date(2025, 10, 13)


def test_the_day_of_posting_may_be_left_out() -> None:
    assert last_workday_of(date(2025, 11, 17), 5) == date(2025, 11, 21)
    assert last_workday_after(date(2025, 11, 17), 5) == date(2025, 11, 24)


def test_answers_do_not_count_the_day_of_receipt() -> None:
    assert answer_deadline(date(2024, 1, 31), months=1) == date(2024, 2, 29)
    assert answer_deadline(date(2025, 11, 6), days=9, moves=False) == date(2025, 11, 15)
    assert answer_deadline(date(2025, 11, 6), days=9) == date(2025, 11, 17)  # a Saturday moves to Monday
    with pytest.raises(ValueError, match="in days or in months"):
        answer_deadline(date(2025, 1, 1))


def test_a_year_without_arrangement_is_provisional_until_one_is_given() -> None:
    year = 2040
    assert provisional_years(date(year, 1, 1), date(year, 1, 5)) == (year,)
    assert workdays_inclusive(date(year, 1, 2), date(year, 1, 8)) == 5
    given = WorkCalendar(frozenset({year}), frozenset({date(year, 1, 2)}), frozenset({date(year, 1, 7)}))
    assert provisional_years(date(year, 1, 1), date(year, 1, 5), calendar=given) == ()
    assert workdays_inclusive(date(year, 1, 2), date(year, 1, 8), calendar=given) == 5
    assert not given.is_workday(date(year, 1, 2))
    assert workday_on_or_after(date(year, 1, 7), calendar=given) == date(year, 1, 7)


def test_the_users_arrangement_replaces_the_packaged_one() -> None:
    mine = WorkCalendar(frozenset({2025}), frozenset({date(2025, 11, 19)}))
    assert workdays_inclusive(date(2025, 11, 17), date(2025, 11, 21), calendar=mine) == 4


def test_periods_run_forward() -> None:
    with pytest.raises(ValueError, match="before it begins"):
        workdays_inclusive(date(2025, 1, 2), date(2025, 1, 1))
    with pytest.raises(ValueError, match="at least one"):
        last_workday_of(date(2025, 1, 2), 0)
