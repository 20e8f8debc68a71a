"""Facts that the law works out, for whole tables: once for every distinct combination of what they are worked out from."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

import narwhals as nw

from quanheng.kernel.columns import literal
from quanheng.regulation.core.derivations import Derivation
from quanheng.regulation.core.engines import distinct_rows, looked_up
from quanheng.regulation.core.facts import known_fact
from quanheng.regulation.core.library import Library
from quanheng.regulation.core.packing import TYPES


def with_worked_out(table: Any, wanted: Iterable[str], *, law: Library, on: date) -> Any:
    """The table with every wanted fact that it lacks, or lacks in some rows, and that the law works out from the others."""
    settled: set[str] = set()
    for name in sorted(wanted):
        table = _with(table, name, law, on, (), settled)
    return table


def _with(table: Any, name: str, law: Library, on: date, asked: tuple[str, ...], settled: set[str]) -> Any:
    """`settled`: what was worked out, and not on the way to something that it rests on itself."""
    if name in asked or name in settled or known_fact(name).kind not in TYPES or _is_complete(table, name):
        return table
    for derivation in law.derivations_of(name, on):
        for read in (*derivation.reads, *derivation.optional):
            table = _with(table, read, law, on, (*asked, name), settled)
        if set(derivation.reads) - {"judged_on"} <= _held(table):
            table = _filled(table, derivation, law, on)
    if not _basis(name, law, on) & set(asked):
        settled.add(name)
    return table


def _basis(name: str, law: Library, on: date) -> set[str]:
    """Everything that the fact may be worked out from, near or far."""
    found, open_names = {name}, [name]
    while open_names:
        for derivation in law.derivations_of(open_names.pop(), on):
            fresh = {*derivation.reads, *derivation.optional} - found
            found |= fresh
            open_names += fresh
    return found


def _held(table: Any) -> set[str]:
    return set(table.collect_schema().names())


def _is_complete(table: Any, name: str) -> bool:
    if name not in _held(table) or isinstance(table, nw.LazyFrame):
        return False
    return bool(table[name].null_count() == 0)


def _filled(table: Any, derivation: Derivation, law: Library, on: date) -> Any:
    name, held = derivation.fact, _held(table)
    if name not in held:
        return _joined(table, derivation, name, law, on)
    beside = f"{name} worked out"
    given = nw.col(name)
    words = known_fact(name).words
    if (
        known_fact(name).kind == "word" and words and table.collect_schema()[name].is_integer()
    ):  # a packed column beside words worked out: as words
        given = nw.coalesce(
            *(nw.when(given == code).then(nw.lit(str(word))) for code, word in enumerate(words)),
        )
    table = _joined(table, derivation, beside, law, on)
    return table.with_columns(nw.coalesce(given, nw.col(beside)).alias(name)).drop(beside)


def _joined(table: Any, derivation: Derivation, as_name: str, law: Library, on: date) -> Any:
    """The table with the fact worked out as a column of that name."""
    read = sorted({*derivation.reads, *derivation.optional} & _held(table) - {"judged_on", derivation.fact})
    kind = TYPES[known_fact(derivation.fact).kind]
    if not read:
        value = literal(_worked_out(derivation, {}, law, on))
        return table.with_columns(value.cast(kind).alias(as_name))
    found = []
    for row in distinct_rows(table, read):
        value = _worked_out(derivation, _words(row, read), law, on)
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


def _worked_out(derivation: Derivation, row: Mapping[str, Any], law: Library, on: date) -> Any:
    figures = {name: figure.value for name in derivation.params if (figure := law.figure(name, on))}
    return derivation.work_out({**row, "judged_on": on}, figures, on=on)
