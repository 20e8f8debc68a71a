"""Majorities and quorums, against their definitions."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quanheng.kernel.citations import chinese_number, clause_words
from quanheng.kernel.expressions import fact
from quanheng.kernel.shares import Share, is_share
from quanheng.kernel.situations import Situation


@given(st.integers(0, 10_000))
def test_the_least_numbers(base: int) -> None:
    half, thirds = Share.GT_HALF.least(base), Share.GE_2_3.least(base)
    assert 2 * half > base >= 2 * (half - 1)
    assert 3 * thirds >= 2 * base > 3 * (thirds - 1)


@given(st.sampled_from(list(Share)), st.integers(0, 400), st.integers(1, 400))
def test_a_share_holds_from_its_least_number_on(share: Share, count: int, base: int) -> None:
    assert share.holds(count, base) is ((count >= share.least(base)) is not (share is Share.LT_HALF))


def test_a_share_is_said_with_the_least_number() -> None:
    condition = is_share(fact("votes"), Share.GT_HALF, of=fact("base"))
    said = condition.explain(Situation({"votes": 4, "base": 9}, {}.__getitem__))
    assert said.truth is False
    assert str(said.sentence) == "votes：4（须为base9的超过半数，至少5）"
    assert condition.explain(Situation({"votes": 4}, {}.__getitem__)).missing == ("base",)


def test_nothing_negative() -> None:
    with pytest.raises(ValueError, match="not negative"):
        Share.GT_HALF.least(-1)


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (1, "一"),
        (10, "十"),
        (11, "十一"),
        (20, "二十"),
        (100, "一百"),
        (110, "一百一十"),
        (999, "九百九十九"),
    ],
)
def test_chinese_numbers(number: int, words: str) -> None:
    assert chinese_number(number) == words


def test_clauses_of_another_shape_are_refused() -> None:
    assert clause_words("8.3") == "第八条第三项"
    with pytest.raises(ValueError, match="a clause is written"):
        clause_words("8(3)")
    with pytest.raises(ValueError, match="from 1 to 999"):
        chinese_number(0)
