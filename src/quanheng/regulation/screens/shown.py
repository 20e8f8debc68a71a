"""Findings and rules as the pages show them."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from django.utils.translation import get_language

from quanheng.kernel.texts import Text, text
from quanheng.kernel.verdicts import Light
from quanheng.regulation.core.derivations import Derivation
from quanheng.regulation.core.facts import CATALOGUE, shown
from quanheng.regulation.core.judge import Finding, Verdict
from quanheng.regulation.core.library import Library
from quanheng.regulation.core.rules import Rule
from quanheng.web.screens.links import link

OPEN = {Light.FORBIDDEN, Light.SUPERIOR, Light.WARNING}


def in_english() -> bool:
    """Whether the reader reads English."""
    return (get_language() or "").startswith("en")


def meaning(rule: Rule | Derivation) -> str:
    """The rule in one sentence, in the reader's language."""
    return rule.means if in_english() else rule.means_zh


def nodes(verdict: Verdict) -> list[dict[str, Any]]:
    """The findings as the verdict component wants them, failing ones open; those nothing is known for under one head."""
    told = [_node(finding) for finding in verdict.findings if not finding.is_untold]
    untold = [_node(finding) for finding in verdict.findings if finding.is_untold]
    if not untold:
        return told
    head = text("还有{count}条规则适用，但没有一项有关事实", count=len(untold))
    return [
        *told,
        {"title": head, "light": Light.UNKNOWN.key, "cites": (), "children": untold, "is_open": not told},
    ]


def counts(verdict: Verdict) -> list[dict[str, Any]]:
    """How many findings each light has, worst first."""
    found = [(light, sum(each.light is light for each in verdict.findings)) for light in reversed(Light)]
    return [{"light": light.key, "count": count} for light, count in found if count]


def worked_out(verdict: Verdict) -> list[dict[str, Any]]:
    """The facts that the law worked out, as rows of the facts component."""
    return [
        {
            "label": Text(CATALOGUE[each.fact].zh),
            "value": shown(each.fact, each.value),
            "note": "、".join(map(str, each.citations)),
        }
        for each in verdict.worked_out
    ]


def rule_rows(rules: Iterable[Rule | Derivation], law: Library, on: date) -> list[dict[str, Any]]:
    """Rules as rows of a table: term, clause, meaning."""
    return [
        {
            "term": Text(rule.term),
            "url": link("law_rule", rule=rule.id),
            "cites": "、".join(map(str, law.cite(rule, on))),
            "means": meaning(rule),
            "kind": rule.effect.light if isinstance(rule, Rule) else "",
        }
        for rule in rules
    ]


def _node(finding: Finding) -> dict[str, Any]:
    facts: list[dict[str, Any]] = [
        {"label": Text(CATALOGUE[name].zh), "value": shown(name, value), "source": ""}
        for name, value in finding.facts.items()
        if name != "judged_on"
    ]
    facts += [{"label": Text(CATALOGUE[name].zh), "value": None, "source": ""} for name in finding.missing]
    return {
        "title": Text(finding.rule.term),
        "light": finding.light.key,
        "cites": finding.cites,
        "means": meaning(finding.rule),
        "remedy": finding.remedy,
        "facts": facts,
        "is_open": finding.light in OPEN,
    }
