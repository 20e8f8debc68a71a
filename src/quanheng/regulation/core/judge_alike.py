"""Judge many subjects with all their reasons: whatever a rule says is worked out once for all whose facts are alike to it."""

from collections.abc import Mapping, Sequence
from datetime import date
from itertools import repeat
from typing import Any

from quanheng.kernel.periods import Months
from quanheng.kernel.verdicts import Light, worst
from quanheng.regulation.core.days import Day, InForce, day_of
from quanheng.regulation.core.judge import Finding, judge
from quanheng.regulation.core.library import Library


def judge_alike(
    columns: Mapping[str, Sequence[object]], *, rows: int, on: date, subject: str, law: Library
) -> list[tuple[Light, tuple[Finding, ...]]]:
    """For each row the worst light and the findings, worst first: the same as `judge` gives of it. Raises as `judge`.

    `columns` are facts by name, a value for each of the `rows`; a clock is a `Months`, None is unknown.
    """
    day = day_of(law, on)
    binding = [found for rule in day.about(subject) if (found := day.rule(rule))]
    keys = {name: _keys(values) for name, values in columns.items()}
    if not binding:
        return [(Light.UNKNOWN, ())] * rows
    told = [_of_rule(each, columns, keys, rows, day) for each in binding]
    return [_verdict(said) for said in zip(*told, strict=True)]


def _verdict(said: Sequence[Finding | None]) -> tuple[Light, tuple[Finding, ...]]:
    findings = tuple(sorted((each for each in said if each), key=lambda each: -each.light))
    return worst(each.light for each in findings), findings


def _of_rule(
    rule: InForce,
    columns: Mapping[str, Sequence[object]],
    keys: Mapping[str, Sequence[object]],
    rows: int,
    day: Day,
) -> list[Finding | None]:
    """What the rule says of every row; None where it does not apply."""
    read = sorted(rule.touched_by & columns.keys())
    told: dict[tuple[object, ...], Finding | None] = {}
    found: list[Finding | None] = []
    alike: Any = zip(*(keys[name] for name in read), strict=True) if read else repeat((), rows)
    for row, key in enumerate(alike):
        if key not in told:
            told[key] = _finding(rule, {name: columns[name][row] for name in read}, day)
        found.append(told[key])
    return found


def _finding(rule: InForce, facts: Mapping[str, object], day: Day) -> Finding | None:
    return next(iter(judge(facts, on=day.on, rules=[rule.rule.id], law=day.law).findings), None)


def _keys(values: Sequence[object]) -> Sequence[object]:
    """What tells one value from another: clocks may show the same and run differently."""
    if any(isinstance(value, Months) for value in values):
        return [(value, value.since) if isinstance(value, Months) else value for value in values]
    return values
