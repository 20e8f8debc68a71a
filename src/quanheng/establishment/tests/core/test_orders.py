"""The sums of an order: raise, cut, adjust, and numbers below those in post."""

from datetime import date

import pytest

from quanheng.establishment.core.orders import Change, OrderLine, check_changes, check_lines
from quanheng.kernel.refusals import Refused
from quanheng.kernel.texts import text

ON = date(2026, 11, 21)


def line(
    number: int = 3, *, organisation: int = 1, code: str = "132", role: str = "deputy", what: str = "post"
):
    return OrderLine(organisation, what, code, number, ON, role)


def change(before: int | None, after: int, *, held: int = 0, **given) -> Change:
    return Change(line(after, **given), text("交通运输局的副职"), before, held, ("李红（副局长）",))


@pytest.mark.parametrize(
    ("kind", "before", "after"),
    [("raise", 2, 2), ("raise", 3, 2), ("cut", 2, 2), ("cut", 2, 3), ("raise", None, 0)],
)
def test_a_raise_raises_and_a_cut_cuts(kind, before, after):
    with pytest.raises(Refused) as refused:
        check_changes(kind, [change(before, after)], over_until_on=None)
    assert refused.value.why.blanks["before"] == (before or 0)


def test_what_each_kind_allows():
    check_changes("set", [change(3, 3)], over_until_on=None)
    check_changes("raise", [change(None, 1), change(2, 3, organisation=2)], over_until_on=None)
    check_changes("cut", [change(3, 2, held=2)], over_until_on=None)


def test_an_adjustment_comes_to_nothing_level_by_level():
    check_changes("adjust", [change(3, 2), change(1, 2, organisation=2)], over_until_on=None)
    with pytest.raises(Refused) as refused:
        check_changes("adjust", [change(3, 2), change(1, 3, organisation=2)], over_until_on=None)
    assert refused.value.why.blanks["total"] == "+1"
    with pytest.raises(Refused):
        check_changes("adjust", [change(3, 2), change(1, 2, code="131")], over_until_on=None)


@pytest.mark.parametrize("until", [None, ON])
def test_below_those_in_post_a_later_day_is_needed(until):
    with pytest.raises(Refused) as refused:
        check_changes("cut", [change(3, 1, held=2)], over_until_on=until)
    assert (refused.value.why.blanks["over"], refused.value.why.blanks["names"]) == (1, "李红（副局长）")
    check_changes("cut", [change(3, 1, held=2)], over_until_on=date(2027, 12, 31))


@pytest.mark.parametrize(
    ("lines", "words"),
    [
        ([], "没有任何一行"),
        ([line(), line(4)], "填了两次"),
        ([line(-1)], "不在0至"),
        ([line(100000)], "不在0至"),
    ],
)
def test_nonsense_is_refused(lines, words):
    with pytest.raises(Refused) as refused:
        check_lines(lines, issued_on=ON)
    assert words in str(refused.value.why)


def test_no_effect_before_the_order():
    with pytest.raises(Refused):
        check_lines([line()], issued_on=date(2026, 11, 22))
    check_lines([line(), line(code="131")], issued_on=ON)
