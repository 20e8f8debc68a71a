"""Findings of the law as plain JSON: kept with a case and shown again, years later, as they were found that day."""

from collections.abc import Mapping, Sequence
from typing import Any

from quanheng.kernel.explanations import Explanation
from quanheng.kernel.texts import Text, packed, unpacked
from quanheng.regulation.core.facts import CATALOGUE, shown
from quanheng.regulation.core.judge import Finding, Verdict


def kept(verdict: Verdict) -> list[dict[str, Any]]:
    """Every finding of a verdict, worst first."""
    return [keep(finding) for finding in verdict.findings]


def keep(finding: Finding) -> dict[str, Any]:
    """One finding: rule, light, both wordings, clauses, version, facts used and missing, reasons, what would help."""
    return {
        "rule": finding.rule.id,
        "light": finding.light.key,
        "term": finding.rule.term,
        "means": finding.rule.means,
        "means_zh": finding.rule.means_zh,
        "cites": list(finding.cites),
        "version": finding.version,
        "facts": {name: str(shown(name, value)) for name, value in finding.facts.items()},
        "missing": list(finding.missing),
        "why": packed(finding.explanation.sentence),
        "remedy": packed(finding.remedy) if finding.remedy else None,
        "is_advisory": finding.is_advisory,
    }


def node(
    finding: Mapping[str, Any], *, sources: Mapping[str, Sequence[str]] | None = None, in_english: bool = False, is_open: bool = False
) -> dict[str, Any]:
    """A kept finding as the verdict component wants it; `sources` are the lines of the file behind each fact."""
    said = {name: "；".join(lines) for name, lines in (sources or {}).items()}
    facts = [{"label": Text(CATALOGUE[name].zh), "value": value, "source": said.get(name, "")} for name, value in finding["facts"].items()]
    facts += [{"label": Text(CATALOGUE[name].zh), "value": None, "source": said.get(name, "")} for name in finding["missing"]]
    return {
        "title": finding["term"],
        "light": finding["light"],
        "cites": finding["cites"],
        "means": finding["means"] if in_english else finding["means_zh"],
        "remedy": unpacked(finding["remedy"]) if finding["remedy"] else None,
        "facts": facts,
        "is_open": is_open,
    }


def decisive(why: Explanation) -> list[Text]:
    """The sentences at the bottom of the tree that answer as the whole does: which part failed, with its figures."""
    below = [said for part in why.parts if part.truth == why.truth for said in decisive(part)]
    return below or [why.sentence]


def reason_of(worst: Mapping[str, Any]) -> dict[str, Any]:
    """The worst finding in short, for the one-line “why” of a table; empty when it passed, and so all did."""
    told = ("rule", "term", "means", "means_zh", "cites", "remedy")
    return {} if worst["light"] == "passed" else {name: worst[name] for name in told}

