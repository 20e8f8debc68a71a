"""Every example of every rule gives the light it promises, and every rule has the examples it owes."""

import pytest

from quanheng.regulation.core.examples import Example, all_examples
from quanheng.regulation.core.facts import CATALOGUE
from quanheng.regulation.core.judge import judge
from quanheng.regulation.core.library import library, local_layers

EXAMPLES = list(all_examples())
LIGHTS = [each for each in EXAMPLES if each.light]
VALUES = [each for each in EXAMPLES if not each.light]
LAW = library(*local_layers())


@pytest.mark.parametrize("example", LIGHTS, ids=lambda each: f"{each.rule}:{each.title}:{each.on}")
def test_example(example: Example) -> None:
    light, passes_on = example.answer()
    assert light == example.light
    if example.passes_on:
        assert passes_on == example.passes_on


@pytest.mark.parametrize("rule_id", sorted(LAW.rules))
def test_rule_has_its_examples(rule_id: str) -> None:
    kinds = {example.kind for example in EXAMPLES if example.rule == rule_id}
    rule = LAW.rules[rule_id]
    measured = any(CATALOGUE[name].type is int for name in rule.fact_names)
    assert {"pass", "fail", "unknown"} | ({"boundary"} if measured else set()) <= kinds


@pytest.mark.parametrize("example", VALUES, ids=lambda each: f"{each.rule}:{each.title}:{each.on}")
def test_worked_out(example: Example) -> None:
    assert example.worked_out() == example.value


@pytest.mark.parametrize("rule_id", sorted(LAW.derivations))
def test_derivation_has_its_examples(rule_id: str) -> None:
    values = [example.value for example in VALUES if example.rule == rule_id]
    assert None in values, "an example in which it stays unknown"
    assert len(set(map(str, values)) - {"None"}) >= 2, "two examples with different results"


def test_examples_name_known_rules() -> None:
    assert {example.rule for example in LIGHTS} == set(LAW.rules)
    assert {example.rule for example in VALUES} == set(LAW.derivations)


@pytest.mark.parametrize("example", [each for each in LIGHTS if each.kind == "unknown"], ids=lambda e: e.rule)
def test_unknown_names_what_is_missing(example: Example) -> None:
    finding = judge(example.facts, on=example.on, rules=[example.rule], law=example.law).findings[0]
    assert finding.missing
    assert not set(finding.missing) & {name for name, value in example.facts.items() if value is not None}
