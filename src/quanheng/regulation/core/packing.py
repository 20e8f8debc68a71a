"""Facts as narrow columns: words as the number of their place in the catalogue, small numbers as small integers."""

from collections.abc import Collection, Mapping
from datetime import date
from typing import Any

import narwhals as nw

from quanheng.kernel.expressions import Comparison, Constant, Expression, Fact, OneOf
from quanheng.kernel.rewriting import rewritten
from quanheng.regulation.core.facts import CATALOGUE, checked_facts, known_fact

TYPES: Mapping[str, Any] = {
    "yes": nw.Boolean,
    "number": nw.Int64,
    "rank": nw.Int64,
    "clock": nw.Int64,
    "word": nw.String,
    "day": nw.Date,
}


def pack(frame: Any) -> Any:
    """The frame with every fact of the catalogue as narrow as it goes: made once, judged many times.

    Words become UInt8 codes (their place in the catalogue), numbers Int32, clocks Int16; other columns stay; null
    stays unknown. `judge_many` reads packed and plain frames alike. Raises FactError for a word that the catalogue
    does not have (the library of a lazy frame raises its own error when it is collected).
    """
    table = nw.from_native(frame)
    schema = table.collect_schema()
    if isinstance(table, nw.DataFrame):
        for name in schema:
            _check_words(name, table)
    return table.with_columns(
        *(_packed(name, kind).alias(name) for name, kind in schema.items() if name in CATALOGUE)
    ).to_native()


def _check_words(name: str, table: Any) -> None:
    if name in CATALOGUE and CATALOGUE[name].words and table.schema[name] == nw.String:
        for word in table[name].drop_nulls().unique().to_list():
            checked_facts({name: word})


def _packed(name: str, kind: Any) -> nw.Expr:
    entry, column = known_fact(name), nw.col(name)
    if entry.kind == "word" and entry.words and kind == nw.String:
        codes = {str(word): code for code, word in enumerate(entry.words)}
        return column.replace_strict(codes, return_dtype=nw.UInt8)
    if entry.kind in ("number", "rank"):
        return column.cast(nw.Int32)
    return column.cast(nw.Int16) if entry.kind == "clock" else column


def on_columns(expression: Expression, *, on: date, codes: Collection[str]) -> Expression:
    """The expression as it reads a table: the day of judgement as a constant, words of the facts in `codes` as codes."""

    def change(part: Expression) -> Expression | None:
        match part:
            case Fact("judged_on"):
                return Constant(on)
            case Comparison(sign, Fact(name) as left, Constant(value)) if name in codes:
                return Comparison(sign, left, Constant(_code(name, value)))
            case OneOf(Fact(name) as left, values) if name in codes:
                return _among(left, sorted(_code(name, value) for value in values))
        return None

    return rewritten(expression, change)


def _among(left: Fact, wanted: list[int]) -> Expression:
    last = len(CATALOGUE[left.name].words) - 1
    if wanted != list(range(wanted[0], wanted[-1] + 1)):
        return OneOf(left, tuple(wanted))
    if wanted[0] == 0:
        return left <= wanted[-1]
    return left >= wanted[0] if wanted[-1] == last else (left >= wanted[0]) & (left <= wanted[-1])


def _code(name: str, word: object) -> int:
    return list(map(str, CATALOGUE[name].words)).index(str(word))
