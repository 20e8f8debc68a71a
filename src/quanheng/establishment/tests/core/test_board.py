"""The sums of the quota board."""

from datetime import date

from quanheng.establishment.core.board import Cell, Seat, board, peak
from quanheng.kernel.periods import Period

ON = date(2026, 11, 21)
CELL = Cell(1, "132", "deputy")


def seat(
    name: str, from_on: date = date(2020, 1, 1), until_on: date | None = None, cell: Cell = CELL
) -> Seat:
    return Seat(cell, name, name, "副局长", Period(from_on, until_on))


def row(number: int | None, *seats: Seat):
    rows = board({CELL: number} if number is not None else {}, seats, on=ON, until=date(2027, 11, 21))
    assert len(rows) == 1
    return rows[0]


def test_short_by_the_difference():
    found = row(4, seat("陈建国"), seat("李红"))
    assert (found.held, found.short, found.over) == (2, 2, 0)


def test_over_by_the_difference():
    found = row(1, seat("陈建国"), seat("李红"), seat("周志远"))
    assert (found.held, found.short, found.over) == (3, 0, 2)


def test_two_posts_of_one_person_are_one_person():
    assert row(2, seat("陈建国"), seat("陈建国", date(2022, 1, 1))).held == 1


def test_the_first_day_is_held_and_the_last_named_day_is_not():
    assert row(1, seat("陈建国", from_on=ON)).held == 1
    assert row(1, seat("陈建国", until_on=ON)).held == 0


def test_a_known_end_within_the_year_falls_vacant():
    found = row(2, seat("陈建国", until_on=date(2027, 11, 21)), seat("李红", until_on=date(2027, 11, 22)))
    assert [each.name for each in found.falling] == ["陈建国"]
    assert (found.short, found.soon_free) == (0, 1)


def test_holders_without_a_quota_are_shown_as_over():
    found = row(None, seat("陈建国"))
    assert (found.approved, found.over) == (None, 1)


def test_cells_come_in_order_of_unit_level_and_role():
    cells = [Cell(2, "131", "chief"), Cell(1, "132", "deputy"), Cell(1, "131", "chief")]
    rows = board(dict.fromkeys(cells, 1), [], on=ON, until=ON)
    assert [each.cell for each in rows] == sorted(cells)


def test_the_peak_is_on_the_day_of_a_later_appointment():
    later = date(2026, 12, 1)
    day, crowd = peak([seat("陈建国"), seat("李红", from_on=later)], on=ON)
    assert (day, [each.name for each in crowd]) == (later, ["陈建国", "李红"])


def test_the_peak_does_not_count_who_leaves_before_the_other_comes():
    day, crowd = peak(
        [seat("陈建国", until_on=date(2026, 12, 1)), seat("李红", from_on=date(2026, 12, 1))], on=ON
    )
    assert (day, len(crowd)) == (ON, 1)
