"""Seats of the quota board."""

from hypothesis import given
from hypothesis import strategies as st

from quanheng.web.core.boards import Seats

counts = st.integers(min_value=0, max_value=200)


def test_over_and_free() -> None:
    assert Seats(8, 9).over == 1
    assert Seats(4, 2).free == 2
    assert [kind for _, kind in Seats(2, 3).marks] == ["held", "held", "over"]
    assert [x for x, _ in Seats(4, 2).marks] == [0, 12, 24, 36]
    assert Seats(60, 52).marks == []
    assert Seats(60, 45).permille == (750, 250, 0)


@given(counts, counts)
def test_seats_add_up(approved: int, held: int) -> None:
    seats = Seats(approved, held)
    assert approved - seats.free == held - seats.over
    assert sum(seats.permille) <= 1000
    if seats.marks:
        assert len(seats.marks) == max(approved, held)
