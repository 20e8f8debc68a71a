"""Days the law makes of recorded days."""

from datetime import date

from quanheng.establishment.core.retiring import retirement
from quanheng.establishment.core.warnings import (
    KINDS,
    births,
    cites_of,
    due_on,
    months_of,
    only_advises,
    retires_on,
)
from quanheng.kernel.dates import add_months

ON = date(2026, 11, 21)


def test_the_bounds_on_births_say_what_the_law_says_of_each_month() -> None:
    first, last = date(2027, 1, 1), date(2028, 6, 30)
    for sex, is_county in (("1", False), ("2", False), ("2", True)):
        low, high = births(sex=sex, is_county=is_county, first=first, last=last, on=ON)
        for born_on in (add_months(date(1960, 1, 1), step) for step in range(240)):
            due = retirement(born_on=born_on, sex=sex, is_county=is_county, on=ON).value
            assert (low <= born_on < high) is (first <= due <= last)


def test_the_figures_and_clauses_are_the_laws_own() -> None:
    assert (months_of(KINDS["rotation"], ON), months_of(KINDS["level"], ON)) == (120, 180)
    assert cites_of(KINDS["rotation"], ON) == "《党政领导干部交流工作规定》（2006年）第五条"
    assert months_of(KINDS["rotation"], date(2000, 1, 1)) is None


def test_a_local_layer_that_verifies_the_figure_is_cited() -> None:
    kind, layer = KINDS["key_post"], "local_jinchang_2011"
    assert (months_of(kind, ON, layer), only_advises(kind, ON, layer), only_advises(kind, ON)) == (
        60,
        False,
        True,
    )
    assert "金昌" in cites_of(kind, ON, layer)
    assert due_on(KINDS["audit"], date(2024, 1, 1), ON, layer) == date(2027, 1, 1)


def test_retirement_and_probation_by_the_derivations() -> None:
    assert retires_on(born_on=date(1966, 7, 1), sex="1", is_county=True, on=ON) == date(2026, 12, 1)
    assert due_on(KINDS["probation"], date(2025, 12, 1), ON) == date(2026, 11, 30)
