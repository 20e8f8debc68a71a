"""The events behind the leaves, checked against them. A room that writes leaves offers its own source from its `apps.py`."""

import hashlib
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from quanheng.access.core.chain import GENESIS
from quanheng.access.core.events import JOURNAL, respelt


class Leaf(NamedTuple):
    """记录叶, as the check reads it: `at` as text, no salt when the content was erased."""

    seq: int
    kind: int
    ref: int
    at: str
    commitment: bytes
    salt: bytes | None


@dataclass(frozen=True)
class Fault:
    """不符之处: where the record does not hold, and why."""

    place: str
    why: str


class Source:
    """记录来源: checks the events of one kind, leaf by leaf in the order of writing; it remembers the heads of chains."""

    kind: int
    name: str
    table: str
    key: str

    def ask(self, cursor: Any, leaves: Sequence[Leaf]) -> None:
        """Ask for the events of these leaves, their `ref` first; on another thread while earlier ones are checked."""
        raise NotImplementedError

    def faults(self, leaves: Sequence[Leaf], rows: "Rows") -> Iterator[Fault]:
        """What does not hold among these leaves of this kind; called with all of them, in order, some at a time."""
        raise NotImplementedError


Rows = Mapping[int, tuple[Any, ...]]
"""What was asked for, by `ref`."""


def moment_of(column: str) -> str:
    """SQL that spells a moment as `chain.moment` does."""
    return f"to_char({column} AT TIME ZONE 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS.US\"Z\"')"


# the canonical spelling around the facts; OFFSET 0: a moment is spelled once
_LINES = f"""
    SELECT number, said, '{{"action":' || to_json(action) || ',"at":"' || said || '","authority_path":' || to_json(authority_path)
        || ',"by":"' || coalesce(by_id::text, '') || '","by_name":' || to_json(by_name) || ',"facts":', facts::text,
        ',"number":' || number || ',"subject":' || to_json(subject) || '}}', previous, digest
    FROM (SELECT *, {moment_of("at")} AS said FROM access_journalentry WHERE number BETWEEN %s AND %s OFFSET 0) e
"""  # noqa: S608  no words of anybody


class JournalSource(Source):
    """日志: one chain over all lines."""

    kind, name, table, key = JOURNAL, "日志", "access_journalentry", "number"

    def __init__(self) -> None:
        self._head, self._number = GENESIS, 0

    def faults(self, leaves: Sequence[Leaf], rows: Rows) -> Iterator[Fault]:
        sha256 = hashlib.sha256
        for _seq, _kind, ref, at, commitment, salt in leaves:
            row = rows.get(ref)
            if row is None:
                yield Fault(f"日志第{ref}条", "内容缺失")
                continue
            _ref, said_at, before, facts, after, previous, digest = row
            event = f"{before}{respelt(facts)}{after}".encode()
            if salt is None or sha256(salt + event).digest() != commitment:
                yield Fault(f"日志第{ref}条", "内容已被改动")
            if said_at != at:
                yield Fault(f"日志第{ref}条", "时间与记录叶不符")
            if ref != self._number + 1 or previous != self._head:
                yield Fault(f"日志第{ref}条", "与前一条不衔接")
            if digest != sha256(b"\x01" + previous.encode() + b"\n" + event).hexdigest():
                yield Fault(f"日志第{ref}条", "摘要已被改动")
            self._head, self._number = digest, ref

    def ask(self, cursor: Any, leaves: Sequence[Leaf]) -> None:
        refs = [leaf.ref for leaf in leaves]
        cursor.execute(_LINES, [min(refs), max(refs)])


_offered: list[Callable[[], Source]] = [JournalSource]


def offer(source: Callable[[], Source]) -> None:
    """Add a kind of events; called by the room that owns them when Django starts."""
    _offered.append(source)


def sources() -> dict[int, Source]:
    """A fresh source of each kind."""
    return {made.kind: made for made in (each() for each in _offered)}
