"""A screening of the whole registry put as a question, and its answer in short. No Polars: both travel between processes."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from quanheng.registry.core.asked import Asked


@dataclass(frozen=True)
class Question:
    """全员研判: what everybody is held against, by which local law; the post's holders (keys) are left out."""

    asked: Asked
    kind: str
    holders: Sequence[str]
    layers: Sequence[str]


@dataclass(frozen=True)
class Answer:
    """研判结果: people judged, how many have which light, reasons (rule, matter, light, people), whom nothing holds up.

    `eligible` of them there are; `first` has the first few, (key, light). `rows`, when asked for, is the whole table as Arrow IPC.
    """

    people: int
    lights: Mapping[str, int]
    reasons: Sequence[tuple[str, str, str, int]]
    eligible: int
    first: Sequence[tuple[str, str]]
    rows: bytes | None = None
