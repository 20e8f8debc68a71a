"""Months for many at once against months for one: the kernel's library is the authority."""

from datetime import date, timedelta

import polars as pl
from hypothesis import given
from hypothesis import strategies as st

from quanheng.kernel.periods import Period
from quanheng.kernel.periods import months_in as kernel_months_in
from quanheng.registry.core.column_months import months_in

DAYS = st.dates(date(1950, 1, 1), date(2040, 12, 31))
SCHEMA = {"n": pl.Int32, "what": pl.Int8, "from_on": pl.Date, "until_on": pl.Date}


@st.composite
def periods(draw) -> Period:
    """Short ones often, so that they touch and overlap; month ends, since there the conventions differ."""
    start = draw(DAYS | st.sampled_from([date(2024, 1, 31), date(2023, 8, 31), date(2024, 2, 29), date(2023, 12, 30)]))
    return Period(start, draw(st.none() | st.integers(0, 900).map(lambda days: start + timedelta(days=days))))


@given(st.lists(st.tuples(st.integers(0, 2), st.integers(0, 1), periods()), min_size=1, max_size=12), DAYS)
def test_every_group_gets_what_the_kernel_counts(spells, on):
    rows = [(n, what, period.from_on, period.until_on) for n, what, period in spells]
    counted = months_in(pl.DataFrame(rows, schema=SCHEMA, orient="row"), on=on)
    found = {(n, what): months for n, what, months in counted.iter_rows()}
    groups = {(n, what) for n, what, _ in spells}
    for group in groups:
        wanted = kernel_months_in([period for n, what, period in spells if (n, what) == group], on=on)
        assert found.get(group, 0) == wanted


def test_touching_at_the_day_itself_runs_on():
    on = date(2026, 11, 21)
    rows = [(0, 0, date(2020, 3, 31), on), (0, 0, on, None)]
    assert months_in(pl.DataFrame(rows, schema=SCHEMA, orient="row"), on=on)["months"].to_list() == [79]


def test_nobody_has_no_row():
    assert months_in(pl.DataFrame(schema=SCHEMA), on=date(2026, 11, 21)).is_empty()
