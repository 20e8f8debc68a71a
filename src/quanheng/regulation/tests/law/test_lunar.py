"""Lunar months against days that are known."""

from datetime import date, timedelta

import pytest

from quanheng.regulation.law.birth_dates.lunar import FIRST_YEAR, YEARS, lunar_month


@pytest.mark.parametrize(
    ("year", "month", "is_leap", "first"),
    [
        (1949, 1, False, date(1949, 1, 29)),
        (1966, 1, False, date(1966, 1, 21)),
        (1978, 8, False, date(1978, 9, 3)),
        (1996, 6, False, date(1996, 7, 16)),
        (2000, 1, False, date(2000, 2, 5)),
        (2020, 4, True, date(2020, 5, 23)),
        (2025, 6, True, date(2025, 7, 25)),
    ],
)
def test_first_days(year: int, month: int, is_leap: bool, first: date) -> None:
    found = lunar_month(year, month, is_leap=is_leap)
    assert found is not None
    assert found[0] == first


def test_years_follow_one_another() -> None:
    for year in range(FIRST_YEAR, FIRST_YEAR + len(YEARS) - 1):
        last = lunar_month(year, 12, is_leap=YEARS[year - FIRST_YEAR] & 0xF == 12) or lunar_month(year, 12)
        following = lunar_month(year + 1, 1)
        assert last is not None
        assert following is not None
        assert following[0] == last[1] + timedelta(days=1)


def test_what_the_table_does_not_have() -> None:
    assert lunar_month(1899, 12) is None
    assert lunar_month(2050, 1) is None
    assert lunar_month(2024, 2, is_leap=True) is None
