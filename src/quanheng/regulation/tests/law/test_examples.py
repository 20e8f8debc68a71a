"""Every example of every rule gives the light it promises, and every rule has the examples it owes."""

import pytest

from quanheng.regulation.core.examples import Example, all_examples
from quanheng.regulation.core.facts import CATALOGUE
from quanheng.regulation.core.library import library

EXAMPLES = list(all_examples())


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda each: f"{each.rule}:{each.title}:{each.on}")
def test_example(example: Example) -> None:
    light, passes_on = example.answer()
    assert light == example.light
    if example.passes_on:
        assert passes_on == example.passes_on


@pytest.mark.parametrize("rule_id", sorted(library().rules))
def test_rule_has_its_examples(rule_id: str) -> None:
    kinds = {example.kind for example in EXAMPLES if example.rule == rule_id}
    rule = library().rules[rule_id]
    measured = any(CATALOGUE[name].type is int for name in rule.fact_names)
    assert {"pass", "fail", "unknown"} | ({"boundary"} if measured else set()) <= kinds


def test_examples_name_known_rules() -> None:
    assert {example.rule for example in EXAMPLES} == set(library().rules)


@pytest.mark.parametrize(
    "example", [each for each in EXAMPLES if each.kind == "unknown"], ids=lambda e: e.rule
)
def test_unknown_names_what_is_missing(example: Example) -> None:
    from quanheng.regulation.core.judge import judge

    finding = judge(example.facts, on=example.on, rules=[example.rule]).findings[0]
    assert finding.missing
    assert not set(finding.missing) & {name for name, value in example.facts.items() if value is not None}
