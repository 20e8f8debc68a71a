"""Facts that the law works out, for whole tables: once for every distinct combination of what they are worked out from."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

import narwhals as nw

from quanheng.kernel.columns import literal
from quanheng.regulation.core.derivations import Derivation
from quanheng.regulation.core.engines import distinct, gathered, lookup_like
from quanheng.regulation.core.facts import known_fact
from quanheng.regulation.core.library import Library
from quanheng.regulation.core.packing import TYPES

KEY, MISSING = "key of ", "missing"


def with_worked_out(table: Any, wanted: Iterable[str], *, law: Library, on: date) -> Any:
    """The table with every wanted fact that it lacks, or lacks in some rows, and that the law works out from the others."""
    for name in sorted(wanted):
        table = _with(table, name, law, on, ())
    return table


def _with(table: Any, name: str, law: Library, on: date, asked: tuple[str, ...]) -> Any:
    if name in asked or known_fact(name).kind not in TYPES or _is_complete(table, name):
        return table
    for derivation in law.derivations_of(name, on):
        for read in (*derivation.reads, *derivation.optional):
            table = _with(table, read, law, on, (*asked, name))
        if set(derivation.reads) - {"judged_on"} <= _held(table):
            table = _filled(table, derivation, law, on)
    return table


def _held(table: Any) -> set[str]:
    return set(table.collect_schema().names())


def _is_complete(table: Any, name: str) -> bool:
    if name not in _held(table) or isinstance(table, nw.LazyFrame):
        return False
    return bool(table[name].null_count() == 0)


def _filled(table: Any, derivation: Derivation, law: Library, on: date) -> Any:
    name = derivation.fact
    if name not in _held(table):
        return _joined(table, derivation, law, on, _held(table))
    beside = f"{KEY}{name} given"
    given = nw.col(beside)
    words = known_fact(name).words
    if (
        known_fact(name).kind == "word" and words and table.collect_schema()[name].is_integer()
    ):  # a packed column beside words worked out: as words
        given = nw.coalesce(
            *(nw.when(given == code).then(nw.lit(str(word))) for code, word in enumerate(words)),
        )
    table = _joined(table.rename({name: beside}), derivation, law, on, _held(table) - {name})
    return table.with_columns(nw.coalesce(given, nw.col(name)).alias(name)).drop(beside)


def _joined(table: Any, derivation: Derivation, law: Library, on: date, held: set[str]) -> Any:
    read = sorted({*derivation.reads, *derivation.optional} & held - {"judged_on"})
    kind = TYPES[known_fact(derivation.fact).kind]
    if not read:
        return table.with_columns(
            literal(_worked_out(derivation, {}, law, on)).cast(kind).alias(derivation.fact)
        )
    keys = [nw.col(name).cast(nw.String).fill_null(MISSING).alias(f"{KEY}{name}") for name in read]
    # joined on keys of text, because a join on the columns would lose the rows in which an optional fact is unknown
    keyed = table.with_columns(*keys)
    found: dict[str, list[Any]] = {f"{KEY}{name}": [] for name in read} | {derivation.fact: []}
    for row in _distinct(keyed, read):
        value = _worked_out(derivation, _words(row, read), law, on)
        if value is not None:
            for name in read:
                found[f"{KEY}{name}"].append(row[f"{KEY}{name}"])
            found[derivation.fact].append(value)
    schema = {f"{KEY}{name}": nw.String() for name in read} | {derivation.fact: kind()}
    lookup = lookup_like(table, found, schema)
    return keyed.join(lookup, on=[f"{KEY}{name}" for name in read], how="left").drop(
        *(f"{KEY}{name}" for name in read)
    )


def _distinct(keyed: Any, read: list[str]) -> list[dict[str, Any]]:
    return gathered(distinct(keyed.select(*read, *(f"{KEY}{name}" for name in read))))


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
