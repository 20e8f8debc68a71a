"""Every example of every rule gives the light it promises, and every rule has the examples it owes.

A test an instrument: each says every example that fails, not only the first.
"""

from collections.abc import Iterator

import pytest

from quanheng.regulation.core.examples import Example, all_examples
from quanheng.regulation.core.facts import CATALOGUE
from quanheng.regulation.core.judge import judge
from quanheng.regulation.core.library import library, local_layers

LAW = library(*local_layers())
BY_RULE: dict[str, list[Example]] = {}
for found in all_examples():
    BY_RULE.setdefault(found.rule, []).append(found)
INSTRUMENT = pytest.mark.parametrize("instrument", sorted(LAW.instruments))


def _of(instrument: str) -> Iterator[Example]:
    return (each for rule, told in BY_RULE.items() if rule.split(".", 1)[0] == instrument for each in told)


def _named(example: Example) -> str:
    return f"{example.rule} {example.on} {example.title}"


@INSTRUMENT
def test_examples(instrument: str) -> None:
    wrong = []
    for example in (each for each in _of(instrument) if each.light):
        light, passes_on = example.answer()
        if light != example.light or (example.passes_on and passes_on != example.passes_on):
            wrong.append(f"{_named(example)}: {light} {passes_on}, not {example.light} {example.passes_on}")
    assert wrong == []


@INSTRUMENT
def test_worked_out(instrument: str) -> None:
    values = [(each, each.worked_out()) for each in _of(instrument) if not each.light]
    assert [f"{_named(each)}: {value}" for each, value in values if value != each.value] == []


@INSTRUMENT
def test_unknown_names_what_is_missing(instrument: str) -> None:
    for example in (each for each in _of(instrument) if each.light and each.kind == "unknown"):
        finding = judge(example.facts, on=example.on, rules=[example.rule], law=example.law).findings[0]
        told = {name for name, value in example.facts.items() if value is not None}
        assert finding.missing, _named(example)
        assert not set(finding.missing) & told, _named(example)


def test_every_rule_has_its_examples() -> None:
    owing = []
    for rule in LAW.rules.values():
        kinds = {each.kind for each in BY_RULE.get(rule.id, []) if each.light}
        measured = any(CATALOGUE[name].type is int for name in rule.fact_names)
        if not {"pass", "fail", "unknown"} | ({"boundary"} if measured else set()) <= kinds:
            owing.append(f"{rule.id} has only {sorted(kinds)}")
    assert owing == []


def test_every_derivation_has_its_examples() -> None:
    """One in which it stays unknown, and two with different results."""
    owing = []
    for derivation in LAW.derivations.values():
        values = [each.value for each in BY_RULE.get(derivation.id, []) if not each.light]
        if None not in values or len(set(map(str, values)) - {"None"}) < 2:
            owing.append(derivation.id)
    assert owing == []


def test_examples_name_known_rules() -> None:
    assert set(BY_RULE) == set(LAW.rules) | set(LAW.derivations)
