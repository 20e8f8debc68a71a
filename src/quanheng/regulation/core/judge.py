"""Judge one subject by the law of a day: a light and its reasons for every rule that applies. Bulk is in `bulk`."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from quanheng.kernel.citations import Citation
from quanheng.kernel.explanations import Explanation
from quanheng.kernel.periods import Months
from quanheng.kernel.situations import Situation
from quanheng.kernel.texts import Text
from quanheng.kernel.verdicts import Light, worst
from quanheng.regulation.core.conditions import advised, asked_rules, met_by
from quanheng.regulation.core.days import InForce, day_of
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
    def is_untold(self) -> bool:
        """Whether it is undecided and nothing at all is known of what it rests on."""
        return self.light is Light.UNKNOWN and not self.facts.keys() - {"judged_on"}

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
    day = day_of(law, on)
    known = Known(checked_facts(facts), day)
    asked = day.about(subject) if rules is None else asked_rules(law, on, rules, subject)
    binding = [rule for rule in map(day.rule, asked) if rule is not None]
    nothing = Known({}, day)
    found = {each.rule.id: _finding(each, known, nothing) for each in binding}
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
    known = Known(checked_facts(facts), day_of(law or library(), checked_date(on, "on")))
    known.get(known_fact(wanted).name)
    return next((each for each in _worked_out(known) if each.fact == wanted), None)


def _worked_out(known: Known) -> tuple[WorkedOut, ...]:
    return tuple(
        WorkedOut(name, known[name], each, known.day.cites(each))
        for name, each in known.derived.items()
    )


def _named(name: str) -> Text:
    return Text(CATALOGUE[name].zh)


def _finding(rule: InForce, known: Known, nothing: Known) -> Finding | None:
    """What the rule says; the same as for an earlier subject of the day when every fact it rests on is the same."""
    if rule.touched_by.isdisjoint(known.given):
        return _once(rule, nothing, rule.rule.id)
    key = (rule.rule.id, *map(_as_key, map(known.get, rule.reads)))
    if known.derived.keys().isdisjoint(rule.reads):
        return _once(rule, known, key)
    return _found(rule, known)  # the day on which time meets it rests on more than the facts it reads


def _once(rule: InForce, known: Known, key: object) -> Finding | None:
    findings: dict[object, Finding | None] = known.day.findings
    if key not in findings:
        known.day.keep(key, _found(rule, known))
    return findings[key]


def _as_key(value: object) -> object:
    return (
        (value, value.since) if isinstance(value, Months) else value
    )  # clocks may show the same and run differently


def _found(rule: InForce, known: Known) -> Finding | None:
    at = Situation(known, known.day.param, _named, shown)
    when, unless = rule.rule.when, rule.rule.unless
    applies = when.explain(at) if when is not None and when.value(at) is not True else None
    if applies is not None and applies.truth is False:
        return None
    if applies is not None:
        return _made(rule, Light.UNKNOWN, applies, known)
    met = rule.rule.requires.explain(at)
    if met.truth is not True and unless:
        met = met_by(known.day.law, rule.rule, known.day.on, at).explain(at)
    if met.truth is None:
        return _made(rule, Light.UNKNOWN, met, known)
    return _made(rule, Light.PASSED if met.truth else rule.light, met, known)


def _only_advises(fact: str, known: Known) -> bool:
    """Whether a fact was worked out by something unverified, or from what was."""
    derivation = known.derived.get(fact)
    if derivation is None:
        return False
    return known.day.only_advises(derivation) or any(_only_advises(each, known) for each in derivation.reads)


def _made(rule: InForce, light: Light, why: Explanation, known: Known) -> Finding:
    fails = why.truth is False
    when = remedy(rule.rule.requires, known, on=known.day.on, param=known.day.param) if fails else None
    is_advisory = rule.is_advisory or any(_only_advises(name, known) for name in rule.reads)
    return Finding(
        rule.rule,
        advised(light) if fails and is_advisory else light,
        rule.citations,
        rule.version,
        why,
        why.used_facts(),
        why.missing_facts(),
        is_advisory,
        when.day if when else None,
        when.sentence() if when else None,
    )
