"""Put the steps of many cases to the law of their days: what does not pass, with its reasons.

In bulk (`judge_many` over Polars, the extra `bulk`) the steps of one epoch of the law are read together and reasons
are worked out only for what did not pass; without it each step is judged alone. The findings are the same.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib.util import find_spec

from quanheng.oversight.core.stages import stages
from quanheng.regulation.core.bulk import judge_many
from quanheng.regulation.core.conditions import met_by
from quanheng.regulation.core.instruments import NotInForce
from quanheng.regulation.core.judge import Finding, judge
from quanheng.regulation.core.library import Library
from quanheng.selection.core.stage_facts import StageFacts

Epoch = tuple[object, ...]
"""What the law is for some rules: equal on two days when nothing they read has changed between them."""


@dataclass(frozen=True)
class Found:
    """检查所见: a step of a case and one rule that it does not pass."""

    step: StageFacts
    finding: Finding


def may_bulk() -> bool:
    """Whether the extra `bulk` (Polars) is there."""
    return find_spec("polars") is not None


def findings(steps: Sequence[StageFacts], *, law: Library, is_bulk: bool | None = None) -> list[Found]:
    """What the steps do not pass or leave undecided, in their order; `is_bulk` None: in bulk where that is possible."""
    read = _in_bulk if (may_bulk() if is_bulk is None else is_bulk) else _one_by_one
    left = read(steps, law)
    found = {place: _explained(steps[place], rules, law) for place, rules in _by_day(steps, left)}
    return [each for place in sorted(found) for each in found[place]]


def _by_day(
    steps: Sequence[StageFacts], left: Iterable[tuple[int, tuple[str, ...]]]
) -> list[tuple[int, tuple[str, ...]]]:
    """Day by day: the law of a day is looked up once, and only so many days are remembered."""
    return sorted(
        ((place, rules) for place, rules in left if rules), key=lambda pair: (steps[pair[0]].on, pair[0])
    )


def _explained(step: StageFacts, rules: tuple[str, ...], law: Library) -> list[Found]:
    verdict = judge(step.facts, on=step.on, rules=rules, law=law)
    return [Found(step, finding) for finding in verdict.failing]


def _one_by_one(steps: Sequence[StageFacts], law: Library) -> Iterator[tuple[int, tuple[str, ...]]]:
    rules = cache(lambda stage, on: asked(stage, on, law))
    return ((place, rules(step.stage, step.on)) for place, step in enumerate(steps))


def _in_bulk(steps: Sequence[StageFacts], law: Library) -> Iterator[tuple[int, tuple[str, ...]]]:
    epoch = cache(lambda stage, on: epoch_of(asked(stage, on, law), on, law))
    groups: dict[tuple[str, Epoch], list[int]] = defaultdict(list)
    for place, step in enumerate(steps):
        groups[step.stage, epoch(step.stage, step.on)].append(place)
    for places in groups.values():
        yield from _group(steps, places, law)


def _group(
    steps: Sequence[StageFacts], places: Sequence[int], law: Library
) -> Iterator[tuple[int, tuple[str, ...]]]:
    """The rules that each step of one stage and epoch does not meet; those that read the day itself are asked singly."""
    on = steps[places[0]].on
    rules = asked(steps[places[0]].stage, on, law)
    together = [rule for rule in rules if not _reads_day(rule, on, law)]
    met = _met(steps, places, together, law) if together else {}
    for index, place in enumerate(places):
        yield place, tuple(rule for rule in rules if rule not in met or met[rule][index] is not True)


def _met(
    steps: Sequence[StageFacts], places: Sequence[int], rules: Sequence[str], law: Library
) -> dict[str, list[bool | None]]:
    """For each rule, step by step: met or not applicable, not met, undecided."""
    rows = [
        {"place": place, **{name: value for name, value in steps[place].facts.items() if value is not None}}
        for place in places
    ]
    judged = judge_many(rows, on=steps[places[0]].on, rules=rules, law=law)
    return {rule: judged[rule].to_list() for rule in rules}


def asked(stage: str, on: date, law: Library) -> tuple[str, ...]:
    """The rules asked at a step that are in force on its day; none before the law is encoded."""
    return tuple(rule for rule in stages()[stage].rules if _is_in_force(rule, on, law))


def _is_in_force(rule: str, on: date, law: Library) -> bool:
    found = law.rule(rule)
    try:
        law.instruments[found.instrument].version_on(on)
    except NotInForce:
        return False
    return law.is_in_force(found, on)


def _reads_day(rule: str, on: date, law: Library) -> bool:
    found = law.rule(rule)
    return "judged_on" in found.fact_names | met_by(law, found, on).facts


def epoch_of(rules: Iterable[str], on: date, law: Library) -> Epoch:
    """The rules in force with their exceptions, figures and derivations, each figure known by its first day."""
    return tuple(part for rule in rules for part in _state(rule, on, law))


def _state(rule: str, on: date, law: Library) -> Iterator[object]:
    found = law.rule(rule)
    met = met_by(law, found, on)
    names = found.fact_names | met.facts
    derivations = [each for name in sorted(names) for each in law.derivations_of(name, on)]
    params = {*found.param_names, *met.params, *(name for each in derivations for name in each.params)}
    yield rule
    yield tuple(sorted(each for each in found.unless if law.is_in_force(law.rule(each), on)))
    yield tuple(each.id for each in derivations)
    yield tuple((name, figure.from_on) for name in sorted(params) if (figure := law.figure(name, on)))
