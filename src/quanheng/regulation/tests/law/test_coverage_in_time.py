"""No gaps, no overlaps: figures, rules and clauses agree with the versions of their instruments."""

from datetime import date, timedelta

import pytest

from quanheng.kernel.citations import clause_words
from quanheng.regulation.core.conditions import is_in_force
from quanheng.regulation.core.library import library

LAW = library()


@pytest.mark.parametrize("name", sorted(LAW.parameters))
def test_figures_have_no_gap_and_no_overlap(name: str) -> None:
    parameter = LAW.parameters[name]
    starts = [figure.from_on for figure in parameter.figures]
    assert starts == sorted(set(starts))
    for earlier, later in zip(parameter.figures, parameter.figures[1:], strict=False):
        assert parameter.figure_on(later.from_on - timedelta(days=1)) == (
            earlier if earlier.value is not None else None
        )
        assert parameter.figure_on(later.from_on) == (later if later.value is not None else None)


@pytest.mark.parametrize("name", sorted(LAW.parameters))
def test_figures_cite_a_clause_that_was_in_force(name: str) -> None:
    for figure in LAW.parameters[name].figures:
        instrument, _, clause = figure.cites.rpartition(":")
        found = LAW.instruments[instrument or name.split(".")[0]]
        assert clause in found.clauses
        assert found.cite(clause, figure.from_on).title


@pytest.mark.parametrize("rule_id", sorted(LAW.rules))
def test_rule_stands_within_its_instrument(rule_id: str) -> None:
    rule = LAW.rules[rule_id]
    assert rule.since >= LAW.instruments[rule.instrument].versions[0].from_on
    assert rule.repealed is None or rule.repealed > rule.since
    assert is_in_force(LAW, rule, rule.since), "a figure is missing on the rule's first day"
    last = rule.repealed - timedelta(days=1) if rule.repealed else date(2026, 11, 21)
    assert is_in_force(LAW, rule, last)
    assert LAW.cite(rule, rule.since)


@pytest.mark.parametrize("rule_id", sorted(LAW.rules))
def test_rule_says_itself_in_both_languages(rule_id: str) -> None:
    rule = LAW.rules[rule_id]
    assert rule.means.endswith(".")
    assert rule.means_zh.endswith("。")


@pytest.mark.parametrize("instrument", sorted(LAW.instruments))
def test_clauses_can_be_said(instrument: str) -> None:
    found = LAW.instruments[instrument]
    for clause in found.clauses.values():
        for version in found.versions:
            assert clause_words(clause.number_in(version.key)) or clause.number_in(version.key) == ""
        assert clause.zh
        assert clause.en


@pytest.mark.parametrize("rule_id", sorted(LAW.rules))
def test_successors_meet(rule_id: str) -> None:
    """A repealed rule is followed on the same day by another of the same catalogue entry."""
    rule = LAW.rules[rule_id]
    if rule.repealed:
        heirs = [each for each in LAW.rules.values() if each.catalogue == rule.catalogue and each is not rule]
        assert rule.repealed in {each.since for each in heirs}
