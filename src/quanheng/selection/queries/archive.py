"""Everything a case's folder holds: forms, notice, decision sheet, order, and the record from first to last."""

from datetime import date

from quanheng.access.core.key_tree import Ring
from quanheng.access.models import Account
from quanheng.procedure.core import archive
from quanheng.procedure.models import Case
from quanheng.procedure.queries.cases import record
from quanheng.procedure.queries.evidence import evidence_of
from quanheng.procedure.queries.lines import leaves_of, record_lines
from quanheng.selection.queries.papers import papers


def case_folder(*, by: Account, on: date, case: Case, ring: Ring | None = None) -> tuple[dict[str, bytes], str]:
    """Every file of the case's folder and its root: papers, record, proofs, manifest, as `quanheng verify` checks them."""
    entries = record(by=by, on=on, case=case)  # read once: the record on paper and the record itself are the same rows
    leaves = leaves_of(entries)
    kept = [paper for paper in papers(by=by, on=on, case=case, entries=entries, ring=ring) if paper.is_in_folder]
    about = {"number": case.number, "title": case.title, "procedure": f"{case.procedure} {case.procedure_since}"}
    return archive.build(
        case=about,
        entries=record_lines(entries, leaves),
        documents={paper.name: paper.make() for paper in kept},
        labels={paper.name: paper.label for paper in kept},
        evidence=evidence_of(entries, leaves),
    )
