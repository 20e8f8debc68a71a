"""The law at the gate of an act: judge the facts by the rules the procedure names for it, refuse what may not pass."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from quanheng.kernel.refusals import Refused
from quanheng.kernel.texts import text
from quanheng.kernel.verdicts import Light
from quanheng.procedure.models import Case
from quanheng.procedure.queries.catalogue import procedure_of
from quanheng.regulation.core.judge import Finding, judge
from quanheng.regulation.queries.adoptions import law_for
from quanheng.selection.core.findings import decisive, kept

_STOPS = (Light.FORBIDDEN, Light.UNKNOWN, Light.SUPERIOR)


def rule(verb: str, *, case: Case, on: date, facts: Mapping[str, object]) -> list[dict[str, Any]]:
    """The findings, for the record; Refused by the first that forbids, needs the superior, or lacks a fact."""
    _, act = procedure_of(case).home(verb)
    if not act.checks:
        raise LookupError(f"the procedure names no rules for {verb}")
    verdict = judge(facts, on=on, rules=act.checks, law=law_for(case.authority.path, on=on))
    for finding in verdict.findings:
        if finding.light in _STOPS:
            raise Refused(text(act.name), why=_why(finding), cites=finding.cites, remedy=_remedy(finding))
    return kept(verdict)


def _why(finding: Finding) -> str:
    return f"{finding.rule.means_zh}{'；'.join(map(str, decisive(finding.explanation)))}"


def _remedy(finding: Finding) -> str:
    if finding.remedy:
        return str(finding.remedy)
    if finding.light is Light.SUPERIOR:
        return "先报上级组织部门同意"
    if finding.light is Light.UNKNOWN:
        return "补全缺少的事实"
    return "改正后再办理"
