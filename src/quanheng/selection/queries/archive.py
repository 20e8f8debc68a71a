"""Everything a case's folder holds: forms, notice, decision sheet, order, and the record from first to last."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from quanheng.access.core.chain import moment
from quanheng.access.models import Account
from quanheng.procedure.core import archive
from quanheng.procedure.core.record import COVERED
from quanheng.procedure.models import Case, RecordEntry
from quanheng.procedure.queries.cases import record
from quanheng.selection.queries.papers import papers


def line_of(entry: RecordEntry) -> dict[str, Any]:
    """One entry with everything its digest covers."""
    fields: Mapping[str, Any] = {name: getattr(entry, name) for name in COVERED}
    return {
        **fields,
        "case": entry.case.number,
        "happened_at": moment(entry.happened_at),
        "recorded_at": moment(entry.recorded_at),
        "previous": entry.previous,
        "digest": entry.digest,
    }


def case_folder(*, by: Account, on: date, case: Case) -> tuple[dict[str, bytes], str]:
    """Every file of the case's folder and its root: papers, record, manifest, as `quanheng verify` checks them."""
    entries = record(by=by, on=on, case=case)  # read once: the record on paper and the record itself are the same rows
    made = {paper.name: paper.make() for paper in papers(by=by, on=on, case=case, entries=entries) if paper.is_in_folder}
    about = {"number": case.number, "title": case.title, "procedure": f"{case.procedure} {case.procedure_since}"}
    return archive.build(case=about, entries=[line_of(entry) for entry in entries], documents=made)
