"""The printed period under the official calendar."""

from datetime import date, datetime

import pytest

from quanheng.disclosure.core.period import Period, last_day_for
from quanheng.kernel.workdays import WorkCalendar

WEEK = Period(date(2025, 11, 17), date(2025, 11, 21))


@pytest.mark.parametrize(
    ("first", "last", "days"),
    [
        (date(2025, 11, 17), date(2025, 11, 21), 5),  # Monday to Friday
        (date(2025, 11, 17), date(2025, 11, 20), 4),  # Monday to Thursday
        (date(2025, 11, 14), date(2025, 11, 20), 5),  # over a weekend
        (date(2025, 9, 26), date(2025, 10, 9), 5),  # national day: eight days of rest, 28 September worked
    ],
)
def test_working_days(first, last, days):
    assert Period(first, last).working_days == days


def test_days_of_the_week_that_are_made_up_count():
    assert date(2025, 9, 28) in Period(date(2025, 9, 26), date(2025, 10, 9)).counted


def test_which_working_day_it_is():
    assert [WEEK.working_day_on(date(2025, 11, day)) for day in (16, 17, 19, 21, 22, 30)] == [
        0,
        1,
        3,
        5,
        5,
        5,
    ]


def test_posted_a_day_late_it_hangs_four():
    assert (WEEK.up_days(date(2025, 11, 17)), WEEK.up_days(date(2025, 11, 18))) == (5, 4)


def test_it_may_come_down_at_close_of_office():
    assert WEEK.ends_at() == datetime(2025, 11, 21, 17)  # noqa: DTZ001  local time, as printed


def test_a_year_without_an_arrangement_is_provisional():
    known = WorkCalendar(years=frozenset({2040}), rest=frozenset({date(2040, 1, 2)}))
    assert Period(date(2040, 1, 2), date(2040, 1, 3)).provisional_years == (2040,)
    assert Period(date(2040, 1, 2), date(2040, 1, 3), known).provisional_years == ()
    assert Period(date(2040, 1, 2), date(2040, 1, 3), known).working_days == 1


def test_the_last_day_to_print():
    assert last_day_for(date(2025, 9, 26), 5) == date(2025, 10, 9)
