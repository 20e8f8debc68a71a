"""A screening of the whole registry put as a question, and its answer in short. No Polars: both travel between processes, as JSON."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from quanheng.registry.core.asked import Asked
from quanheng.registry.core.restrictions import Sanctioned

FIRST = 20
"""How many of those whom nothing holds up are told by key."""

_DAYS = ("effective_on", "conduct_until_on", "lifted_on")


@dataclass(frozen=True)
class Question:
    """全员研判: what everybody is held against, by which local law; the post's holders (keys) are left out."""

    asked: Asked
    kind: str
    holders: Sequence[str]
    layers: Sequence[str]

    def packed(self) -> bytes:
        """As JSON, days as ISO words."""
        return json.dumps(vars(self) | {"asked": vars(self.asked)}, default=date.isoformat).encode()


@dataclass(frozen=True)
class Answer:
    """研判结果: people judged, how many have which light, reasons (rule, matter, light, people), whom nothing holds up.

    `eligible` of them there are; `first` has the `FIRST` of them, (key, light).
    """

    people: int
    lights: Mapping[str, int]
    reasons: Sequence[tuple[str, str, str, int]]
    eligible: int
    first: Sequence[tuple[str, str]]

    def packed(self) -> bytes:
        """As JSON."""
        return json.dumps(vars(self)).encode()


def question_in(said: bytes) -> Question:
    """What `Question.packed` wrote."""
    told = json.loads(said)
    asked = told.pop("asked")
    rows = [_sanctioned(dict(zip(Sanctioned._fields, row, strict=True))) for row in asked.pop("sanctions")]
    on = date.fromisoformat(asked.pop("on"))
    return Question(Asked(on=on, sanctions=rows, **asked), **told)


def answer_in(said: bytes) -> Answer:
    """What `Answer.packed` wrote."""
    return Answer(**json.loads(said))


def _sanctioned(row: dict[str, Any]) -> Sanctioned:
    days = {name: date.fromisoformat(row[name]) if row[name] else None for name in _DAYS}
    return Sanctioned(**{**row, **days})
