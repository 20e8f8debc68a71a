"""Spells that overlap count once, separate spells add up, running clocks say when they reach a figure."""

from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quanheng.kernel.periods import Months, Period, merged, months_in

ON = date(2026, 11, 21)
PERIODS = st.lists(
    st.tuples(st.dates(date(1990, 1, 1), date(2026, 1, 1)), st.dates(date(1990, 1, 1), date(2026, 1, 1))).map(
        lambda pair: Period(min(pair), max(pair))
    ),
    max_size=6,
)


def test_two_separate_years_are_twenty_four_months() -> None:
    spells = [Period(date(2015, 3, 1), date(2016, 3, 1)), Period(date(2018, 7, 1), date(2019, 7, 1))]
    assert months_in(spells, on=ON) == 24


def test_overlaps_count_once() -> None:
    spells = [Period(date(2015, 3, 1), date(2017, 3, 1)), Period(date(2016, 3, 1), date(2017, 9, 1))]
    assert merged(spells) == [Period(date(2015, 3, 1), date(2017, 9, 1))]
    assert months_in(spells, on=ON) == 30


def test_a_running_clock_says_when_it_reaches_a_figure() -> None:
    spells = [Period(date(2015, 3, 1), date(2016, 3, 1)), Period(date(2025, 12, 25))]
    clock = months_in(spells, on=ON)
    assert clock == 22
    assert clock.reaches(24) == date(2026, 12, 25)
    assert months_in(spells, on=date(2026, 12, 24)) == 23
    assert months_in(spells, on=date(2026, 12, 25)) == 24


def test_a_clock_that_stands_still_reaches_nothing() -> None:
    stopped = months_in([Period(date(2015, 3, 1), date(2016, 3, 1))], on=ON)
    assert stopped == 12
    assert stopped.since is None
    assert stopped.reaches(24) is None


def test_what_lies_ahead_does_not_count() -> None:
    assert months_in([Period(date(2027, 1, 1))], on=ON) == 0
    assert months_in([], on=ON) == 0
    assert Months.from_day(date(2027, 1, 1), on=ON) == 0


def test_a_period_does_not_end_before_it_begins() -> None:
    with pytest.raises(ValueError, match="before it begins"):
        Period(date(2020, 1, 2), date(2020, 1, 1))


@given(PERIODS)
def test_merged_periods_are_disjoint_and_cover_the_same_days(periods: list[Period]) -> None:
    joined = merged(periods)
    for earlier, later in pairwise(joined):
        assert earlier.until_on is not None
        assert earlier.until_on < later.from_on
    assert merged(joined) == joined
    for period in periods:
        assert any(each.from_on <= period.from_on and each.until_on >= period.until_on for each in joined)
