"""When a count between two bounds is a fact."""

from datetime import date

import pytest

from quanheng.registry.core.settled import settled

ON = date(2026, 11, 21)


@pytest.mark.parametrize(("sure", "most", "told"), [
    (30, 30, 30),  # nothing is doubtful
    (24, 90, 24),  # enough as it is: the law asks for 24
    (10, 23, 10),  # not enough whatever the doubtful lines were
    (10, 24, None),  # they decide
    (None, None, None),
])  # fmt: skip
def test_against_the_figure_of_the_day(sure, most, told):
    assert settled(sure, most, figure="selection_regulations.grassroots_months", on=ON) == told


def test_without_a_figure_in_force_only_equality_settles():
    figure, before = "selection_regulations.grassroots_months", date(1999, 1, 1)
    assert settled(5, 5, figure=figure, on=before) == 5
    assert settled(90, 91, figure=figure, on=before) is None
