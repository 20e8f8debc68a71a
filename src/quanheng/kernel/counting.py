"""Counting people and votes without rounding surprises (conventions 9 and 11). Whole numbers and fractions only."""

from fractions import Fraction
from math import ceil


def more_than_half(base: int) -> int:
    """The least number that is 超过半数 of `base` (convention 9). Raises ValueError for a negative base.

    >>> more_than_half(9), more_than_half(10)
    (5, 6)
    """
    return _people(base) // 2 + 1


def two_thirds(base: int) -> int:
    """The least number that is 三分之二以上 of `base`, the exact fraction included (convention 9).

    Raises ValueError for a negative base.

    >>> two_thirds(9), two_thirds(10)
    (6, 7)
    """
    return -(-2 * _people(base) // 3)


def differential(seats: int, ratio: Fraction | str | int) -> int:
    """Candidates needed for `seats` with a surplus of `ratio` ("1/5", "0.2"), rounded up (convention 11).

    Raises ValueError for a negative number of seats or ratio. A binary float is not accepted: 0.1 is not 1/10.

    >>> differential(11, "1/10")
    13
    """
    surplus = Fraction(ratio)
    if surplus < 0:
        raise ValueError(f"a differential is not negative: {ratio}")
    return ceil(_people(seats) * (1 + surplus))


def _people(count: int) -> int:
    if count < 0:
        raise ValueError(f"a number of people is not negative: {count}")
    return count
