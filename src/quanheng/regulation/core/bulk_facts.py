"""Facts that the law works out, for whole tables: once for every distinct combination of what they are worked out from."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

import narwhals as nw

from quanheng.kernel.columns import literal
from quanheng.regulation.core.days import Day
from quanheng.regulation.core.derivations import Derivation
from quanheng.regulation.core.engines import distinct_rows, looked_up
from quanheng.regulation.core.facts import known_fact
from quanheng.regulation.core.packing import TYPES


def with_worked_out(table: Any, wanted: Iterable[str], *, day: Day) -> Any:
    """The table with every wanted fact that it lacks, or lacks in some rows, and that the law works out from the others."""
    settled: set[str] = set()
    for name in sorted(wanted):
        table = _with(table, name, day, (), settled)
    return table


def _with(table: Any, name: str, day: Day, asked: tuple[str, ...], settled: set[str]) -> Any:
    """`settled`: what was worked out, and not on the way to something that it rests on itself."""
    if name in asked or name in settled or known_fact(name).kind not in TYPES or _is_complete(table, name):
        return table
    for derivation, figures in day.derivations_of(name):
        for read in (*derivation.reads, *derivation.optional):
            table = _with(table, read, day, (*asked, name), settled)
        if set(derivation.reads) - {"judged_on"} <= _held(table):
            table = _filled(table, _Work(derivation, figures, day.on))
    if not day.behind(frozenset((name,))) & set(asked):
        settled.add(name)
    return table


@dataclass(frozen=True)
class _Work:
    """How one fact is worked out on a day."""

    derivation: Derivation
    figures: Mapping[str, Any]
    on: date

    def out(self, row: Mapping[str, Any]) -> Any:
        return self.derivation.work_out({**row, "judged_on": self.on}, self.figures, on=self.on)


def _held(table: Any) -> set[str]:
    return set(table.columns if isinstance(table, nw.DataFrame) else table.collect_schema().names())


def _is_complete(table: Any, name: str) -> bool:
    if name not in _held(table) or isinstance(table, nw.LazyFrame):
        return False
    return bool(table[name].null_count() == 0)


def _filled(table: Any, work: _Work) -> Any:
    name, held = work.derivation.fact, _held(table)
    if name not in held:
        return _joined(table, work, name)
    beside = f"{name} worked out"
    given = nw.col(name)
    words = known_fact(name).words
    if (
        known_fact(name).kind == "word" and words and table.collect_schema()[name].is_integer()
    ):  # a packed column beside words worked out: as words
        given = nw.coalesce(
            *(nw.when(given == code).then(nw.lit(str(word))) for code, word in enumerate(words)),
        )
    table = _joined(table, work, beside)
    return table.with_columns(nw.coalesce(given, nw.col(beside)).alias(name)).drop(beside)


def _joined(table: Any, work: _Work, as_name: str) -> Any:
    """The table with the fact worked out as a column of that name."""
    derivation = work.derivation
    read = sorted({*derivation.reads, *derivation.optional} & _held(table) - {"judged_on", derivation.fact})
    kind = TYPES[known_fact(derivation.fact).kind]
    if not read:
        value = literal(work.out({}))
        return table.with_columns(value.cast(kind).alias(as_name))
    found = []
    for row in distinct_rows(table, read):
        value = work.out(_words(row, read))
        if value is not None:
            found.append((*row.values(), value))
    return looked_up(table, read, found, as_name, kind)


def _words(row: Mapping[str, Any], read: list[str]) -> dict[str, Any]:
    """The row's facts as `judge` would be given them: codes of packed words as words."""
    facts = {}
    for name in read:
        value, entry = row[name], known_fact(name)
        if entry.kind == "word" and isinstance(value, int):
            value = list(entry.words)[value]
        facts[name] = value
    return facts

