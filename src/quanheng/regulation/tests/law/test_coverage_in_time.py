"""No gaps, no overlaps: figures, rules and clauses agree with the versions of their instruments."""

from collections.abc import Iterator
from datetime import date, timedelta

import pytest

from quanheng.kernel.citations import clause_words
from quanheng.regulation.core.derivations import Derivation
from quanheng.regulation.core.library import library, local_layers
from quanheng.regulation.core.parameters import Parameter
from quanheng.regulation.core.rules import Rule

LAW = library(*local_layers())
EVERY: dict[str, Rule | Derivation] = {**LAW.rules, **LAW.derivations}
END = date(2026, 11, 21)
INSTRUMENT = pytest.mark.parametrize("instrument", sorted(LAW.instruments))


def _rules(instrument: str) -> Iterator[Rule | Derivation]:
    return (each for each in EVERY.values() if each.instrument == instrument)


def _parameters(instrument: str) -> Iterator[Parameter]:
    return (each for name, each in LAW.parameters.items() if name.split(".", 1)[0] == instrument)


@INSTRUMENT
def test_figures_have_no_gap_and_no_overlap(instrument: str) -> None:
    for parameter in _parameters(instrument):
        starts = [figure.from_on for figure in parameter.figures]
        assert starts == sorted(set(starts))
        for earlier, later in zip(parameter.figures, parameter.figures[1:], strict=False):
            assert parameter.figure_on(later.from_on - timedelta(days=1)) == (
                earlier if earlier.value is not None else None
            )
            assert parameter.figure_on(later.from_on) == (later if later.value is not None else None)


@INSTRUMENT
def test_figures_cite_a_clause_that_was_in_force(instrument: str) -> None:
    for parameter in _parameters(instrument):
        for figure in parameter.figures:
            other, _, clause = figure.cites.rpartition(":")
            found = LAW.instruments[other or parameter.name.split(".")[0]]
            assert clause in found.clauses
            assert found.cite(clause, figure.from_on).title


@INSTRUMENT
def test_rule_stands_within_its_instrument(instrument: str) -> None:
    for rule in _rules(instrument):
        assert rule.since >= LAW.instruments[rule.instrument].versions[0].from_on
        assert rule.repealed is None or rule.repealed > rule.since
        assert LAW.is_in_force(rule, rule.since), "a figure is missing on the rule's first day"
        last = rule.repealed - timedelta(days=1) if rule.repealed else END
        assert LAW.is_in_force(rule, last)
        assert LAW.cite(rule, rule.since)


@INSTRUMENT
def test_rule_says_itself_in_both_languages(instrument: str) -> None:
    for rule in _rules(instrument):
        assert rule.means.endswith(".")
        assert rule.means_zh.endswith("。")


@INSTRUMENT
def test_clauses_can_be_said(instrument: str) -> None:
    found = LAW.instruments[instrument]
    for clause in found.clauses.values():
        for version in found.versions:
            assert clause_words(clause.number_in(version.key)) or clause.number_in(version.key) == ""
        assert clause.zh
        assert clause.en


@INSTRUMENT
def test_successors_meet(instrument: str) -> None:
    """A repealed rule is followed on the same day by another of the same catalogue entry, or says why nothing follows."""
    for rule in _rules(instrument):
        if rule.repealed and not rule.gone:
            heirs = [each for each in EVERY.values() if each.catalogue == rule.catalogue and each is not rule]
            assert rule.repealed in {each.since for each in heirs}
        assert not (rule.gone and not rule.repealed)


@INSTRUMENT
def test_rule_does_not_outlive_its_instrument(instrument: str) -> None:
    for rule in _rules(instrument):
        ended = LAW.instruments[rule.instrument].ended
        assert ended is None or (rule.repealed is not None and rule.repealed <= ended)


def test_every_day_of_change_can_be_judged() -> None:
    """On every day on which anything changes, the day before and today: each rule in force has its figures and a clause."""
    days = {rule.since for rule in EVERY.values()} | {
        rule.repealed for rule in EVERY.values() if rule.repealed
    }
    days |= {figure.from_on for each in LAW.parameters.values() for figure in each.figures}
    days |= {version.from_on for each in LAW.instruments.values() for version in each.versions}
    for day in sorted({*days, *(day - timedelta(days=1) for day in days), END}):
        for rule in EVERY.values():
            if rule.is_in_force(day):
                assert LAW.is_in_force(rule, day), f"{rule.id} lacks a figure on {day}"
                assert LAW.cite(rule, day), f"{rule.id} has no clause on {day}"
