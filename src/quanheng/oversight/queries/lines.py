"""Findings as the lines of a workbook: words only, in Chinese."""

from collections.abc import Iterable, Iterator

from quanheng.access.core.key_tree import Ring
from quanheng.access.queries.sealed_rows import open_rows, words_of
from quanheng.kernel.verdicts import light_named
from quanheng.oversight.core.findings import numbers, sentences
from quanheng.oversight.core.stages import stages
from quanheng.oversight.models import AuditFinding

SHUT = "已登记（加密，未附）"


def lines(findings: Iterable[AuditFinding], *, ring: Ring | None = None) -> Iterator[dict[str, str]]:
    """One mapping a finding, by the keys of `core.workbook.LAYOUT`; a note that `ring` does not open is left out, and says so."""
    rows = list(findings)
    open_rows(ring, rows)
    for each in rows:
        note = words_of(each, "note")
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
            "note": SHUT if note is None else note,
        }
