"""Judge many rows at once: the same rules read as columns. One row with its reasons is `judge`'s work.

A rule gives one column: true where it is met or does not apply, false where it is not met, null where a fact is
missing. `light` is the worst of them, as the number of the light (`kernel.verdicts.Light`).
"""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any

import narwhals as nw

from quanheng.kernel.columns import column
from quanheng.kernel.expressions import Expression
from quanheng.kernel.refusals import Refused
from quanheng.kernel.texts import Text, text
from quanheng.kernel.verdicts import Light
from quanheng.regulation.core.bulk_facts import with_worked_out
from quanheng.regulation.core.conditions import (
    advised,
    asked_rules,
    failing_light,
    is_advisory,
    met_by,
    param_on,
)
from quanheng.regulation.core.engines import gathered, inner, is_spark, with_inner_names, with_outer_names
from quanheng.regulation.core.facts import CATALOGUE, checked_date, known_fact
from quanheng.regulation.core.library import Library, library
from quanheng.regulation.core.packing import TYPES, on_columns
from quanheng.regulation.core.rules import Rule

try:
    import polars
except ImportError:  # the extra `bulk` is not installed; frames of other libraries are still judged
    polars = None  # type: ignore[assignment]


LEFT_OUT = "left out of "


@dataclass(frozen=True)
class Tally:
    """理由统计: how many rows one rule applies to, and how many it finds met, not met and undecided among them."""

    rule: Rule
    light: Light
    applies: int
    met: int
    unmet: int
    unknown: int


def judge_many(
    frame: Any,
    *,
    on: date,
    rules: Iterable[str] | None = None,
    subject: str | None = None,
    law: Library | None = None,
) -> Any:
    """The frame with a column for every rule in force, named by its id, and `light`.

    `frame` is any frame Narwhals reads (facts as columns, plain or packed, null = unknown, other columns are kept;
    lazy stays lazy), or a sequence of mappings, which needs the extra `bulk` (Polars). Facts that the law works out
    are worked out where their column is absent. Raises as `judge`, and Refused when Polars is missing.

    >>> rows = [{"step": "deputy_to_chief", "post_tier": "county", "months_as_deputy": n, "is_exceptional": False}
    ...         for n in (23, 24, None)]
    >>> judged = judge_many(rows, on=date(2026, 1, 1), rules=["selection_regulations.8.3.deputy"])
    >>> [Light(light).word for light in judged["light"]]
    ['不得', '通过', '待核']
    """
    law = law or library()
    on = checked_date(on, "on")
    binding = _binding(law, on, rules, subject)
    table, complete = _prepared(frame, law, binding, on)
    reading = _Reading(law, on, table, complete or frozenset())
    columns = table.with_columns(*outcomes) if (outcomes := reading.outcomes(binding)) else table
    held = _names(frame)
    lights = {rule.id: _failing(law, rule, on, held) for rule in binding}
    judged = with_outer_names(columns.with_columns(_light(lights, columns).alias("light")))
    return (judged if complete is None else judged.collect()).to_native()


def count_reasons(
    frame: Any,
    *,
    on: date,
    rules: Iterable[str] | None = None,
    subject: str | None = None,
    law: Library | None = None,
) -> list[Tally]:
    """How often each rule in force applies, is met, is not met and stays undecided; rows and raises as `judge_many`."""
    law = law or library()
    on = checked_date(on, "on")
    binding = _binding(law, on, rules, subject)
    if not binding:
        return []
    table, complete = _prepared(frame, law, binding, on)
    reading = _Reading(law, on, table, complete or frozenset())
    made = table.select(
        *reading.outcomes(binding),
        *(reading.left_out(rule).alias(f"{LEFT_OUT}{inner(rule.id, table)}") for rule in binding),
    )
    counts = [
        _how_many(part, table).alias(f"{key} {rule.id}")
        for rule in binding
        for key, part in _parts(inner(rule.id, table))
    ]
    counted = gathered(made.select(nw.len().alias("rows"), *counts))[0]
    held = _names(frame)
    return [_tally(rule, counted, _failing(law, rule, on, held)) for rule in binding]


def _parts(rule: str) -> Iterator[tuple[str, nw.Expr]]:
    yield "unmet", ~nw.col(rule)
    yield "unknown", nw.col(rule).is_null()
    yield "left out", nw.col(f"{LEFT_OUT}{rule}")


def _how_many(part: nw.Expr, table: Any) -> nw.Expr:
    # Spark does not add up booleans; elsewhere a sum over the bits is much the quickest
    return (part.cast(nw.Int64) if is_spark(table) else part).sum()


def _tally(rule: Rule, counted: dict[str, Any], light: Light) -> Tally:
    left, unmet, unknown = (int(counted[f"{key} {rule.id}"] or 0) for key in ("left out", "unmet", "unknown"))
    applies = int(counted["rows"]) - left
    return Tally(rule, light, applies, applies - unmet - unknown, unmet, unknown)


@dataclass(frozen=True)
class _Reading:
    """How rules are read from one table: which of its facts are codes, which are never missing."""

    law: Library
    on: date
    table: Any
    complete: Collection[str]

    def outcomes(self, rules: Iterable[Rule]) -> list[nw.Expr]:
        """A column for every rule, named by its id."""
        return [self.outcome(rule).alias(inner(rule.id, self.table)) for rule in rules]

    def outcome(self, rule: Rule) -> nw.Expr:
        """True: met or not applicable, false: not met, null: a fact is missing."""
        met = self._column(met_by(self.law, rule, self.on))
        if rule.when is None:
            return met
        applies = self._column(rule.when)
        outcome = ~applies | met
        if rule.when.facts - {"judged_on"} <= set(self.complete):
            return outcome
        return outcome & (
            applies | ~applies
        )  # the second half is null where it is not known whether it applies

    def left_out(self, rule: Rule) -> nw.Expr:
        """True where the rule does not apply."""
        return nw.lit(False) if rule.when is None else ~self._column(rule.when)

    def _column(self, expression: Expression) -> nw.Expr:
        read = on_columns(expression, on=self.on, codes=self._codes)
        return column(read, param=param_on(self.law, self.on))

    @cached_property
    def _codes(self) -> Collection[str]:
        return {
            name
            for name, kind in self.table.collect_schema().items()
            if kind.is_integer() and name in CATALOGUE and CATALOGUE[name].kind == "word"
        }


def _binding(law: Library, on: date, rules: Iterable[str] | None, subject: str | None) -> list[Rule]:
    return [rule for rule in asked_rules(law, on, rules, subject) if law.is_in_force(rule, on)]


def _prepared(frame: Any, law: Library, binding: list[Rule], on: date) -> tuple[Any, frozenset[str] | None]:
    """The table with every fact that the rules read, lazy; and its columns without a gap, None for a lazy one."""
    table = with_inner_names(nw.from_native(_frame(frame)))
    read = {name for rule in binding for name in rule.fact_names | met_by(law, rule, on).facts} - {
        "judged_on"
    }
    table = with_worked_out(table, read, law=law, on=on)
    held = set(table.collect_schema().names())
    complete = None
    if isinstance(table, nw.DataFrame):
        complete = frozenset(name for name in read & held if table[name].null_count() == 0)
    absent = [nw.lit(None).cast(TYPES[known_fact(name).kind]).alias(name) for name in sorted(read - held)]
    return (table.lazy().with_columns(*absent) if absent else table.lazy()), complete


def _frame(rows: Any) -> Any:
    if not isinstance(rows, Sequence):
        return rows
    if polars is None:
        raise Refused(
            Text("批量判定"),
            why=text("未安装可选组件 {extra}（{library}）", extra="bulk", library="Polars"),
            remedy=text("请安装 quanheng[{extra}]", extra="bulk"),
        )
    return polars.DataFrame(rows, infer_schema_length=None)


def _names(frame: Any) -> frozenset[str]:
    return frozenset(nw.from_native(_frame(frame)).collect_schema().names())


def _failing(law: Library, rule: Rule, on: date, held: frozenset[str]) -> Light:
    """The light of a failure: advice only where a fact that the table lacks is worked out by something unverified."""
    light = failing_light(law, rule, on)
    reads = rule.fact_names | met_by(law, rule, on).facts
    return advised(light) if any(_advises(name, law, on, held, ()) for name in reads) else light


def _advises(name: str, law: Library, on: date, held: frozenset[str], asked: tuple[str, ...]) -> bool:
    if name in held or name in asked:
        return False
    return any(
        is_advisory(law, each, on)
        or any(_advises(read, law, on, held, (*asked, name)) for read in each.reads)
        for each in law.derivations_of(name, on)
    )


def _light(lights: Mapping[str, Light], table: Any) -> nw.Expr:
    if is_spark(table):
        return _greatest({inner(rule, table): light for rule, light in lights.items()}).cast(nw.Int8)
    return _worst(lights).cast(nw.UInt8)


def _greatest(lights: Mapping[str, Light]) -> nw.Expr:
    """The same as `_worst`, level: Spark would nest a chain of hundreds of ors, and cannot read that deep."""
    if not lights:
        return nw.lit(int(Light.UNKNOWN))
    passed, unknown = nw.lit(int(Light.PASSED)), nw.lit(int(Light.UNKNOWN))
    each = [
        nw.when(nw.col(rule))
        .then(passed)
        .otherwise(nw.when(nw.col(rule).is_null()).then(unknown).otherwise(nw.lit(int(failing))))
        for rule, failing in lights.items()
    ]
    return nw.max_horizontal(passed, *each)


def _worst(lights: Mapping[str, Light]) -> nw.Expr:
    if not lights:
        return nw.lit(int(Light.UNKNOWN))
    made: Any = nw.lit(int(Light.PASSED))
    unknown = nw.any_horizontal(*(nw.col(rule).is_null() for rule in lights), ignore_nulls=False)
    for light in (Light.WARNING, Light.SUPERIOR, Light.UNKNOWN, Light.FORBIDDEN):
        group = [~nw.col(rule) for rule, failing in lights.items() if failing is light]
        if light is Light.UNKNOWN:
            made = nw.when(unknown).then(nw.lit(int(light))).otherwise(made)
        elif group:
            fails = nw.any_horizontal(*group, ignore_nulls=True)
            made = nw.when(fails).then(nw.lit(int(light))).otherwise(made)
    return made  # type: ignore[no-any-return]
