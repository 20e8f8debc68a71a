"""Judge one subject by the law of a day: a light and its reasons for every rule that applies. Bulk is in `bulk`."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from quanheng.kernel.citations import Citation
from quanheng.kernel.explanations import Explanation
from quanheng.kernel.situations import Situation
from quanheng.kernel.texts import Text
from quanheng.kernel.verdicts import Light, worst
from quanheng.regulation.core.conditions import (
    asked_rules,
    failing_light,
    is_advisory,
    is_in_force,
    met_by,
    param_on,
)
from quanheng.regulation.core.derivations import Derivation
from quanheng.regulation.core.facts import CATALOGUE, checked_date, checked_facts, known_fact, shown
from quanheng.regulation.core.known import Known
from quanheng.regulation.core.library import Library, library
from quanheng.regulation.core.remedies import remedy
from quanheng.regulation.core.rules import Rule


@dataclass(frozen=True)
class Finding:
    """判定: what one rule says. `passes_on` and `remedy` tell when time alone will meet it.

    `facts` are those read and known, `missing` those whose absence leaves it undecided, `is_advisory` that an
    unverified figure or clause only advises, `version` the key of the instrument's version in force.
    """

    rule: Rule
    light: Light
    citations: tuple[Citation, ...]
    version: str
    explanation: Explanation
    facts: Mapping[str, object]
    missing: tuple[str, ...]
    is_advisory: bool
    passes_on: date | None = None
    remedy: Text | None = None

    @property
    def cites(self) -> tuple[str, ...]:
        """The clauses in words, as refusals want them."""
        return tuple(str(citation) for citation in self.citations)


@dataclass(frozen=True)
class WorkedOut:
    """推算结果: a fact that the law worked out from the others, with its clauses."""

    fact: str
    value: object
    derivation: Derivation
    citations: tuple[Citation, ...]


@dataclass(frozen=True)
class Verdict:
    """结论: the worst light and the findings, worst first; the rules that did not apply or were not in force.

    `worked_out` are the facts that the findings rest on and that the law itself worked out.
    """

    on: date
    light: Light
    findings: tuple[Finding, ...]
    not_applicable: tuple[str, ...]
    not_in_force: tuple[str, ...]
    worked_out: tuple[WorkedOut, ...] = ()

    @property
    def failing(self) -> tuple[Finding, ...]:
        """The findings that are not passed, worst first."""
        return tuple(finding for finding in self.findings if finding.light is not Light.PASSED)

    @property
    def missing(self) -> tuple[str, ...]:
        """The facts that are missing, each once."""
        return tuple(dict.fromkeys(name for finding in self.findings for name in finding.missing))

    @property
    def passes_on(self) -> date | None:
        """The day on which time alone will have met every failing rule; None when none fails or one never will."""
        days = [finding.passes_on for finding in self.failing]
        known = [day for day in days if day is not None]
        return max(known) if known and len(known) == len(days) else None


def judge(
    facts: Mapping[str, object],
    *,
    on: date,
    rules: Iterable[str] | None = None,
    subject: str | None = None,
    law: Library | None = None,
) -> Verdict:
    """Judge `facts` (by name, None or absent = unknown) by the law in force `on` that day.

    `rules` are rule ids (all if None), `subject` keeps the rules about one subject. Raises FactError for a fact
    that is unknown or cannot be so, NotInForce before the first encoded version, KeyError for an unknown rule.

    >>> months = {"step": "deputy_to_chief", "post_tier": "county", "months_as_deputy": 23, "is_exceptional": False}
    >>> verdict = judge(months, on=date(2026, 11, 21), rules=["selection_regulations.8.3.deputy"])
    >>> verdict.light.word, str(verdict.findings[0].remedy)
    ('不得', '2026-12起符合')
    """
    law = law or library()
    on = checked_date(on, "on")
    known = Known(checked_facts(facts), law, on)
    asked = asked_rules(law, on, rules, subject)
    binding = [rule for rule in asked if is_in_force(law, rule, on)]
    found = {rule.id: _finding(law, rule, known, on) for rule in binding}
    findings = sorted((each for each in found.values() if each), key=lambda each: -each.light)
    light = worst(each.light for each in findings) if binding else Light.UNKNOWN
    absent = tuple(rule.id for rule in asked if rule.id not in found)
    return Verdict(
        on,
        light,
        tuple(findings),
        tuple(name for name, each in found.items() if not each),
        absent,
        _worked_out(known),
    )


def work_out(
    facts: Mapping[str, object], wanted: str, *, on: date, law: Library | None = None
) -> WorkedOut | None:
    """One fact as the law works it out from the others; None when it was given or something is missing.

    Raises FactError as `judge`.
    """
    known = Known(checked_facts(facts), law or library(), checked_date(on, "on"))
    known.get(known_fact(wanted).name)
    return next((each for each in _worked_out(known) if each.fact == wanted), None)


def _worked_out(known: Known) -> tuple[WorkedOut, ...]:
    return tuple(
        WorkedOut(name, known[name], each, known.law.cite(each, known.on))
        for name, each in known.derived.items()
    )


def _finding(law: Library, rule: Rule, facts: Known, on: date) -> Finding | None:
    at = Situation(facts, param_on(law, on), lambda name: Text(CATALOGUE[name].zh), shown)
    applies = rule.when.explain(at) if rule.when is not None else None
    if applies is not None and applies.truth is False:
        return None
    if applies is not None and applies.truth is None:
        return _made(law, rule, on, Light.UNKNOWN, applies)
    met = rule.requires.explain(at)
    if met.truth is not True and rule.unless:
        met = met_by(law, rule, on, at).explain(at)
    if met.truth is None:
        return _made(law, rule, on, Light.UNKNOWN, met)
    if met.truth:
        return _made(law, rule, on, Light.PASSED, met)
    return _made(law, rule, on, failing_light(law, rule, on), met, facts)


def _made(
    law: Library, rule: Rule, on: date, light: Light, why: Explanation, failing: Known | None = None
) -> Finding:
    when = remedy(rule.requires, failing, on=on, param=param_on(law, on)) if failing else None
    return Finding(
        rule,
        light,
        law.cite(rule, on),
        law.instruments[rule.instrument].version_on(on).key,
        why,
        why.used_facts(),
        why.missing_facts(),
        is_advisory(law, rule, on),
        when.day if when else None,
        when.sentence() if when else None,
    )
