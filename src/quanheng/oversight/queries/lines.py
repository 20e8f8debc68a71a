"""Findings as the lines of a workbook: words only, in Chinese."""

from collections.abc import Iterable, Iterator

from quanheng.kernel.verdicts import light_named
from quanheng.oversight.core.findings import numbers, sentences
from quanheng.oversight.core.stages import stages
from quanheng.oversight.models import AuditFinding


def lines(findings: Iterable[AuditFinding]) -> Iterator[dict[str, str]]:
    """One mapping a finding, by the keys of `core.workbook.LAYOUT`."""
    for each in findings:
        light = light_named(each.light)
        yield {
            "case": each.case.number,
            "title": each.case.title,
            "stage": stages()[each.stage].name,
            "on": f"{each.on:%Y-%m-%d}",
            "light": f"{light.sign}{light.word}",
            "term": each.kept["term"],
            "cites": "；".join(each.cites),
            "why": "；".join(str(said) for said in sentences(each.why)),
            "entries": numbers(each.evidence),
            "state": each.get_state_display(),
            "note": each.note,
        }
