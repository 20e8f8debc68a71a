"""The law as it stands on one day, looked up once: figures, lights, clauses; and the findings already made by it."""

from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache
from typing import Any

from quanheng.kernel.citations import Citation
from quanheng.kernel.expressions import Expression
from quanheng.kernel.verdicts import Light
from quanheng.regulation.core.conditions import (
    asked_rules,
    failing_light,
    is_advisory,
    met_by,
    param_on,
)
from quanheng.regulation.core.derivations import Derivation
from quanheng.regulation.core.library import Library
from quanheng.regulation.core.rules import Rule

KEPT_AT_MOST = 50_000
"""Findings kept for a day; a screening of a city makes a few thousand different ones."""


@dataclass(frozen=True, eq=False)
class InForce:
    """有效规则: a rule with what the day makes of it.

    `reads` are the facts on which its finding depends, exceptions included; `touched_by` those and all that the law
    works them out from: without any of these the finding is always the same.
    """

    rule: Rule
    met_by: Expression
    reads: tuple[str, ...]
    touched_by: frozenset[str]
    light: Light
    is_advisory: bool
    citations: tuple[Citation, ...]
    version: str


@dataclass(eq=False)
class Day:
    """某日的法规: every answer is worked out at the first question."""

    law: Library
    on: date
    findings: dict[Any, Any] = field(default_factory=dict)
    _subjects: dict[str | None, list[Rule]] = field(default_factory=dict)
    _rules: dict[str, InForce | None] = field(default_factory=dict)
    _params: dict[str, Any] = field(default_factory=dict)
    _derivations: dict[str, list[tuple[Derivation, dict[str, Any]]]] = field(default_factory=dict)
    _advising: dict[str, bool] = field(default_factory=dict)
    _cites: dict[str, tuple[Citation, ...]] = field(default_factory=dict)

    def about(self, subject: str | None) -> list[Rule]:
        """The rules asked when none are named, of one subject if given, whether in force or not."""
        if subject not in self._subjects:
            self._subjects[subject] = asked_rules(self.law, self.on, None, subject)
        return self._subjects[subject]

    def param(self, name: str) -> Any:
        """The figure in force."""
        if name not in self._params:
            self._params[name] = param_on(self.law, self.on)(name)
        return self._params[name]

    def rule(self, rule: Rule) -> InForce | None:
        """The rule as it stands; None when it, or a figure of it, is not in force."""
        if rule.id not in self._rules:
            self._rules[rule.id] = self._in_force(rule) if self.law.is_in_force(rule, self.on) else None
        return self._rules[rule.id]

    def derivations_of(self, fact: str) -> list[tuple[Derivation, dict[str, Any]]]:
        """The derivations in force that work out a fact, each with its figures."""
        if fact not in self._derivations:
            found = self.law.derivations_of(fact, self.on)
            self._derivations[fact] = [
                (each, {name: self.param(name) for name in each.params}) for each in found
            ]
        return self._derivations[fact]

    def only_advises(self, derivation: Derivation) -> bool:
        """Whether what it works out rests on something unverified."""
        if derivation.id not in self._advising:
            self._advising[derivation.id] = is_advisory(self.law, derivation, self.on)
        return self._advising[derivation.id]

    def cites(self, derivation: Derivation) -> tuple[Citation, ...]:
        """The clauses that work out a fact in this way."""
        if derivation.id not in self._cites:
            self._cites[derivation.id] = self.law.cite(derivation, self.on)
        return self._cites[derivation.id]

    def keep(self, key: Any, finding: Any) -> None:
        """Keep a finding for the next subject with the same facts."""
        if len(self.findings) >= KEPT_AT_MOST:
            self.findings.clear()
        self.findings[key] = finding

    def _in_force(self, rule: Rule) -> InForce:
        met = met_by(self.law, rule, self.on)
        names = (rule.fact_names | met.facts) - {"judged_on"}
        return InForce(
            rule,
            met,
            tuple(sorted(names)),
            self.behind(names),
            failing_light(self.law, rule, self.on),
            is_advisory(self.law, rule, self.on),
            self.law.cite(rule, self.on),
            self.law.instruments[rule.instrument].version_on(self.on).key,
        )

    def behind(self, names: frozenset[str]) -> frozenset[str]:
        """The facts and everything that they may be worked out from, near or far."""
        found, left = set(names), list(names)
        while left:
            for derivation, _figures in self.derivations_of(left.pop()):
                new = {*derivation.reads, *derivation.optional} - found
                found |= new
                left += new
        return frozenset(found - {"judged_on"})


@lru_cache(maxsize=32)
def day_of(law: Library, on: date) -> Day:
    """The law on a day; the same object for the same law and day."""
    return Day(law, on)
