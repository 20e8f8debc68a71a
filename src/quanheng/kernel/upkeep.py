"""What a room offers to those who keep the house running: checks, heads of its records, and what may be cleared away.

A room fills these lists in its `apps.py`; `operations` reads them. Nothing is decided here but the floor for audit logs.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime

from quanheng.kernel.texts import Text
from quanheng.kernel.verdicts import Light

AUDIT_DAYS = 180
"""Logs that audits rest on are kept at least so long: six months, Cybersecurity Law art. 21."""


@dataclass(frozen=True)
class Sign:
    """检查结果: a light, what was found, and what to do about it (empty when nothing need be done)."""

    light: Light
    what: Text
    remedy: Text = field(default_factory=lambda: Text(""))


@dataclass(frozen=True)
class Check:
    """检查项: one line of `quanheng check`. A slow one walks much data and is left out of `--quick` and of the metrics."""

    name: str
    label: str
    look: Callable[[datetime], Sign]
    is_slow: bool = False


@dataclass(frozen=True)
class Head:
    """记录头: where a chain or log ends, as text, read over the database alias it is given; a restore must find it again."""

    name: str
    read: Callable[[str], str]


@dataclass(frozen=True)
class Clearing:
    """清理项: what may go after `days`; `clear` takes the moment before which things may go and returns how many went.

    >>> Clearing("x", "x", days=30, clear=lambda before: 0, is_audit=True)
    Traceback (most recent call last):
    ValueError: x: logs for audits are kept for at least 180 days, not 30
    """

    name: str
    label: str
    days: int
    clear: Callable[[datetime], int]
    is_audit: bool = False

    def __post_init__(self) -> None:
        if self.is_audit and self.days < AUDIT_DAYS:
            raise ValueError(
                f"{self.name}: logs for audits are kept for at least {AUDIT_DAYS} days, not {self.days}"
            )


CHECKS: list[Check] = []
HEADS: list[Head] = []
CLEARINGS: list[Clearing] = []
