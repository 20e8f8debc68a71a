"""What an expression is read against, and how its signs work and look. The expressions are in `expressions`."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from quanheng.kernel.texts import Text

OPERATIONS: Mapping[str, Callable[[Any, Any], Any]] = {
    "==": lambda left, right: left == right,
    "!=": lambda left, right: left != right,
    ">=": lambda left, right: left >= right,
    "<=": lambda left, right: left <= right,
    ">": lambda left, right: left > right,
    "<": lambda left, right: left < right,
    "+": lambda left, right: left + right,
    "-": lambda left, right: left - right,
    "*": lambda left, right: left * right,
}
SIGNS = {"==": "＝", "!=": "≠", ">=": "≥", "<=": "≤", ">": "＞", "<": "＜", "+": "＋", "-": "－", "*": "×"}

DATE_WORDS = {"==": "等于", "!=": "不等于", ">=": "不早于", "<=": "不晚于", ">": "晚于", "<": "早于"}


def said(value: object) -> object:
    """A value as it is shown: yes and no in words, everything else as it is.

    >>> str(said(True)), said(24)
    ('是', 24)
    """
    return Text("是" if value else "否") if isinstance(value, bool) else value


def sign_words(sign: str, value: object) -> object:
    """How a comparison with this value is said: signs for figures, words for dates.

    >>> sign_words(">=", 24)
    '≥'
    """
    return Text(DATE_WORDS[sign]) if isinstance(value, date) else SIGNS[sign]


def kleene(values: Sequence[bool | None], *, decided_by: bool) -> bool | None:
    """Three-valued "and" (decided by a False) or "or" (decided by a True): else unknown if one is.

    >>> kleene([True, None], decided_by=False), kleene([True, None], decided_by=True)
    (None, True)
    """
    if decided_by in values:
        return decided_by
    return None if None in values else not decided_by


@dataclass(frozen=True)
class Situation:
    """What an expression is read against: facts by name, parameters by name, and how to say them in Chinese.

    A fact that is absent or None is unknown. `param` returns the figure in force; `name` and `show` give the
    Chinese name of a fact and the way to show its value.
    """

    facts: Mapping[str, object]
    param: Callable[[str], object]
    name: Callable[[str], object] = str
    show: Callable[[str, object], object] = field(default=lambda _, value: said(value))
