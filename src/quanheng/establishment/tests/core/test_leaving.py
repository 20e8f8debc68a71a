"""Seats that fall vacant, the sums of many units, and the months of birth that retire by a day."""

from datetime import date

import pytest

from quanheng.establishment.core.board import Cell, Row, Seat
from quanheng.establishment.core.leaving import Leaving, first_each, sums
from quanheng.establishment.core.retiring import retirement, youngest_due
from quanheng.kernel.dates import add_months
from quanheng.kernel.periods import Period

ON = date(2026, 11, 21)
CELL = Cell(1, "132", "deputy")


def seat(person: str = "p", cell: Cell = CELL) -> Seat:
    return Seat(cell, person, "李红", "副局长", Period(date(2020, 1, 1)))


def test_a_seat_falls_vacant_once_by_what_comes_first():
    found = first_each(
        [Leaving(seat(), date(2027, 9, 1), "retirement"), Leaving(seat(), date(2027, 3, 1), "removal")]
    )
    assert [(each.cause, each.is_sure) for each in found] == [("removal", True)]


def test_the_end_of_a_probation_does_not_hide_a_retirement():
    found = first_each(
        [Leaving(seat(), date(2027, 3, 1), "probation"), Leaving(seat(), date(2027, 9, 1), "retirement")]
    )
    assert [each.cause for each in found] == ["retirement"]


def test_over_in_one_unit_does_not_make_up_for_short_in_another():
    other = Cell(2, "132", "deputy")
    rows = [Row(CELL, 1, (seat("a"), seat("b"))), Row(other, 2, (seat("c", other),))]
    found = sums(rows, [Leaving(seat("a"), ON, "retirement"), Leaving(seat("b"), ON, "probation")])
    assert [(s.approved, s.held, s.over, s.short, s.falling) for s in found] == [(3, 3, 1, 1, 1)]


@pytest.mark.parametrize(("sex", "is_county"), [("1", True), ("1", False), ("2", True), ("2", False)])
def test_the_month_found_is_the_last_that_retires_by_the_day(sex, is_county):
    by = date(2027, 11, 21)
    month = youngest_due(sex=sex, is_county=is_county, by=by, on=ON)
    assert month is not None
    due = [
        retirement(born_on=day, sex=sex, is_county=is_county, on=ON) for day in (month, add_months(month, 1))
    ]
    assert due[0].value <= by < due[1].value


def test_before_the_law_nothing_is_reckoned():
    assert retirement(born_on=date(1920, 1, 1), sex="1", is_county=True, on=date(1980, 1, 1)) is None
    assert youngest_due(sex="1", is_county=True, by=date(1981, 1, 1), on=date(1980, 1, 1)) is None
