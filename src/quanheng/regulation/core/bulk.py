"""Judge many rows at once: the same rules read as columns. One row with its reasons is `judge`'s work.

A rule gives one column: true where it is met or does not apply, false where it is not met, null where a fact is
missing. `light` is the worst of them, as the number of the light (`kernel.verdicts.Light`).
"""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any

import narwhals as nw

from quanheng.kernel.columns import column
from quanheng.kernel.expressions import Expression
from quanheng.kernel.verdicts import Light
from quanheng.regulation.core.bulk_facts import with_worked_out
from quanheng.regulation.core.conditions import advised, asked_rules
from quanheng.regulation.core.days import Day, InForce, day_of
from quanheng.regulation.core.engines import (
    any_of,
    extended,
    framed,
    gathered,
    inner,
    is_spark,
    reduced,
    speech,
    with_inner_names,
    with_outer_names,
)
from quanheng.regulation.core.facts import CATALOGUE, checked_date, known_fact
from quanheng.regulation.core.library import Library, library
from quanheng.regulation.core.packing import TYPES, on_columns
from quanheng.regulation.core.rules import Rule

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
    return asked(frame, on=on, rules=rules, subject=subject, law=law).judged()


def count_reasons(
    frame: Any,
    *,
    on: date,
    rules: Iterable[str] | None = None,
    subject: str | None = None,
    law: Library | None = None,
) -> list[Tally]:
    """How often each rule in force applies, is met, is not met and stays undecided; rows and raises as `judge_many`."""
    return asked(frame, on=on, rules=rules, subject=subject, law=law).counted()


def asked(
    frame: Any,
    *,
    on: date,
    rules: Iterable[str] | None = None,
    subject: str | None = None,
    law: Library | None = None,
) -> "Asked":
    """The rules in force asked of the frame, facts worked out once for both answers; rows and raises as `judge_many`."""
    day = day_of(law or library(), checked_date(on, "on"))
    named = asked_rules(day.law, day.on, rules, subject)
    binding = [found for rule in named if (found := day.rule(rule))]
    given = with_inner_names(nw.from_native(framed(frame)))
    held = frozenset(nw.from_native(framed(frame)).collect_schema().names())
    table, complete = _prepared(given, day, binding)
    return Asked(day, binding, table, complete or frozenset(), held, is_lazy=complete is None)


@dataclass(frozen=True)
class Asked:
    """批量判定: a table with every fact that the rules read, lazy; `complete` are its columns without a gap."""

    day: Day
    binding: list[InForce]
    table: Any
    complete: Collection[str]
    held: frozenset[str]
    is_lazy: bool

    def judged(self) -> Any:
        """The frame with an outcome for every rule, and the light."""
        judged = extended(self.table, self._outcomes())
        lights = {inner(each.rule.id, self.table): self._failing(each) for each in self.binding}
        done = with_outer_names(extended(judged, [_light(lights, judged).alias("light")]))
        return (done if self.is_lazy else done.collect()).to_native()

    def counted(self) -> list[Tally]:
        """A tally for every rule."""
        if not self.binding:
            return []
        ids = [inner(each.rule.id, self.table) for each in self.binding]
        left_out = (self._left_out(each).alias(f"{LEFT_OUT}{name}") for each, name in zip(self.binding, ids, strict=True))
        made = reduced(self.table, [*self._outcomes(), *left_out])
        counts = [
            _how_many(part, made).alias(f"{key} {each.rule.id}")
            for each, name in zip(self.binding, ids, strict=True)
            for key, part in _parts(name, self._speech)
        ]
        counted = gathered(reduced(made, [self._speech.len().alias("rows"), *counts]))[0]
        return [_tally(each.rule, counted, self._failing(each)) for each in self.binding]

    def _outcomes(self) -> list[Any]:
        return [self._outcome(each).alias(inner(each.rule.id, self.table)) for each in self.binding]

    def _outcome(self, asked: InForce) -> Any:
        """True: met or not applicable, false: not met, null: a fact is missing."""
        met = self._column(asked.met_by)
        when = asked.rule.when
        if when is None:
            return met
        applies = self._column(when)
        outcome = ~applies | met
        if when.facts - {"judged_on"} <= set(self.complete):
            return outcome
        # the second half is null where it is not known whether it applies
        return outcome & (applies | ~applies)

    def _left_out(self, asked: InForce) -> Any:
        """True where the rule does not apply."""
        when = asked.rule.when
        return self._speech.lit(False) if when is None else ~self._column(when)

    def _column(self, expression: Expression) -> Any:
        read = on_columns(expression, on=self.day.on, codes=self._codes)
        return column(read, param=self.day.param, said_in=self._speech)

    def _failing(self, asked: InForce) -> Light:
        """The light of a failure: advice only where a fact that the table lacks is worked out by something unverified."""
        return advised(asked.light) if any(self._advises(name, ()) for name in asked.reads) else asked.light

    def _advises(self, name: str, on_the_way: tuple[str, ...]) -> bool:
        if name in self.held or name in on_the_way:
            return False
        return any(
            self.day.only_advises(each) or any(self._advises(read, (*on_the_way, name)) for read in each.reads)
            for each, _figures in self.day.derivations_of(name)
        )

    @cached_property
    def _speech(self) -> Any:
        return speech(self.table)

    @cached_property
    def _codes(self) -> Collection[str]:
        return {
            name
            for name, kind in self.table.collect_schema().items()
            if kind.is_integer() and name in CATALOGUE and CATALOGUE[name].kind == "word"
        }


def _prepared(table: Any, day: Day, binding: list[InForce]) -> tuple[Any, frozenset[str] | None]:
    """The table with every fact that the rules read, lazy; and its columns without a gap, None for a lazy one."""
    read = {name for each in binding for name in each.reads}
    table = with_worked_out(table, read, day=day)
    held = set(table.collect_schema().names())
    complete = None
    if isinstance(table, nw.DataFrame):
        complete = frozenset(name for name in read & held if table[name].null_count() == 0)
    absent = [nw.lit(None).cast(TYPES[known_fact(name).kind]).alias(name) for name in sorted(read - held)]
    return (table.lazy().with_columns(*absent) if absent else table.lazy()), complete


def _parts(rule: str, said_in: Any) -> Iterator[tuple[str, Any]]:
    yield "unmet", ~said_in.col(rule)
    yield "unknown", said_in.col(rule).is_null()
    yield "left out", said_in.col(f"{LEFT_OUT}{rule}")


def _how_many(part: Any, table: Any) -> Any:
    # Spark does not add up booleans; elsewhere a sum over the bits is much the quickest
    return (part.cast(nw.Int64) if is_spark(table) else part).sum()


def _tally(rule: Rule, counted: dict[str, Any], light: Light) -> Tally:
    left, unmet, unknown = (int(counted[f"{key} {rule.id}"] or 0) for key in ("left out", "unmet", "unknown"))
    applies = int(counted["rows"]) - left
    return Tally(rule, light, applies, applies - unmet - unknown, unmet, unknown)


def _light(lights: dict[str, Light], table: Any) -> Any:
    said_in = speech(table)
    if not lights:
        return said_in.lit(int(Light.UNKNOWN)).cast(said_in.UInt8)
    if is_spark(table):
        return _greatest(lights).cast(nw.Int8)
    return _worst(lights, said_in).cast(said_in.UInt8)


def _greatest(lights: dict[str, Light]) -> nw.Expr:
    """The same as `_worst`, level: Spark would nest a chain of hundreds of ors, and cannot read that deep."""
    passed, unknown = nw.lit(int(Light.PASSED)), nw.lit(int(Light.UNKNOWN))
    each = [
        nw.when(nw.col(rule))
        .then(passed)
        .otherwise(nw.when(nw.col(rule).is_null()).then(unknown).otherwise(nw.lit(int(failing))))
        for rule, failing in lights.items()
    ]
    return nw.max_horizontal(passed, *each)


def _worst(lights: dict[str, Light], said_in: Any) -> Any:
    def number(light: Light) -> Any:
        return said_in.lit(int(light)).cast(said_in.UInt8)

    made = number(Light.PASSED)
    unknown = any_of([said_in.col(rule).is_null() for rule in lights], said_in)
    for light in (Light.WARNING, Light.SUPERIOR, Light.UNKNOWN, Light.FORBIDDEN):
        failed = [~said_in.col(rule) for rule, failing in lights.items() if failing is light]
        if light is Light.UNKNOWN:
            made = said_in.when(unknown).then(number(light)).otherwise(made)
        elif failed:
            made = said_in.when(any_of(failed, said_in).fill_null(False)).then(number(light)).otherwise(made)
    return made
