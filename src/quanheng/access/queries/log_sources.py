"""The events behind the leaves, checked against them. A room that writes leaves offers its own source from its `apps.py`."""

import hashlib
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from quanheng.access.core.chain import GENESIS
from quanheng.access.core.events import JOURNAL, journal_event


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

    def rows(self, cursor: Any, leaves: Sequence[Leaf]) -> "Rows":
        """The events of these leaves by their `ref`; asked on another thread while earlier ones are checked."""
        raise NotImplementedError

    def faults(self, leaves: Sequence[Leaf], rows: "Rows") -> Iterator[Fault]:
        """What does not hold among these leaves of this kind; called with all of them, in order, some at a time."""
        raise NotImplementedError


Rows = Mapping[int, tuple[Any, ...]]


def moment_of(column: str) -> str:
    """SQL that spells a moment as `chain.moment` does."""
    return f"to_char({column} AT TIME ZONE 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS.US\"Z\"')"


class JournalSource(Source):
    """日志: one chain over all lines."""

    kind, name, table, key = JOURNAL, "日志", "access_journalentry", "number"

    def __init__(self) -> None:
        self._head, self._number = GENESIS, 0

    def faults(self, leaves: Sequence[Leaf], rows: Rows) -> Iterator[Fault]:
        sha256 = hashlib.sha256
        for leaf in leaves:
            place, row = f"日志第{leaf.ref}条", rows.get(leaf.ref)
            if row is None:
                yield Fault(place, "内容缺失")
                continue
            event = journal_event(row[:8])
            if leaf.salt is None or sha256(leaf.salt + event).digest() != leaf.commitment:
                yield Fault(place, "内容已被改动")
            if row[1] != leaf.at:
                yield Fault(place, "时间与记录叶不符")
            if leaf.ref != self._number + 1 or row[8] != self._head:
                yield Fault(place, "与前一条不衔接")
            if row[9] != sha256(b"\x01" + row[8].encode() + b"\n" + event).hexdigest():
                yield Fault(place, "摘要已被改动")
            self._head, self._number = row[9], leaf.ref

    def rows(self, cursor: Any, leaves: Sequence[Leaf]) -> Rows:
        refs = [leaf.ref for leaf in leaves]
        cursor.execute(
            f"SELECT number, {moment_of('at')}, by_id, by_name, action, subject, authority_path, facts::text,"  # noqa: S608
            " previous, digest FROM access_journalentry WHERE number BETWEEN %s AND %s",
            [min(refs), max(refs)],
        )
        return {row[0]: row for row in cursor.fetchall()}


_offered: list[Callable[[], Source]] = [JournalSource]


def offer(source: Callable[[], Source]) -> None:
    """Add a kind of events; called by the room that owns them when Django starts."""
    _offered.append(source)


def sources() -> dict[int, Source]:
    """A fresh source of each kind."""
    return {made.kind: made for made in (each() for each in _offered)}
