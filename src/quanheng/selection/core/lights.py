"""Counting verdict lights, in their fixed order and Chinese words."""

from collections import Counter
from collections.abc import Iterable

NAMES = {"passed": "通过", "warning": "提示", "superior": "须报上级", "forbidden": "不得", "unknown": "待核"}


def tally(lights: Iterable[str]) -> dict[str, int]:
    """How many of each light, by its Chinese word, leaving out those that do not occur.

    >>> tally(["passed", "forbidden", "passed"])
    {'通过': 2, '不得': 1}
    """
    counts = Counter(lights)
    return {name: counts[light] for light, name in NAMES.items() if counts[light]}
