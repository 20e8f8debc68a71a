"""Majorities, quorums and differentials, against their definitions."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quanheng.kernel.citations import chinese_number, clause_words
from quanheng.kernel.counting import differential, more_than_half, two_thirds


@given(st.integers(0, 10_000))
def test_the_least_numbers(base: int) -> None:
    half, thirds = more_than_half(base), two_thirds(base)
    assert 2 * half > base >= 2 * (half - 1)
    assert 3 * thirds >= 2 * base > 3 * (thirds - 1)


def test_a_differential_rounds_up() -> None:
    assert differential(11, "1/10") == 13
    assert differential(10, "0.1") == 11
    assert differential(1, 1) == 2
    assert differential(3, Fraction(0)) == 3


def test_nothing_negative() -> None:
    with pytest.raises(ValueError, match="not negative"):
        more_than_half(-1)
    with pytest.raises(ValueError, match="not negative"):
        differential(2, "-1/5")


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
