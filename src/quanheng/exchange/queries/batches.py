"""Imports as somebody may see them: the batches over the authorities they may import for, and the lines of one."""

from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Q, QuerySet

from quanheng.access.models import Account, Authority
from quanheng.access.permissions.rights import rights_of, within
from quanheng.access.queries.jobs import Standing, standing_of
from quanheng.exchange.core import workbook_errors
from quanheng.exchange.core.roster import CellProblem, Roster
from quanheng.exchange.models import ImportBatch, ImportJob, ImportLine
from quanheng.exchange.queries.files import content_of
from quanheng.exchange.queries.forms_errors import forms_errors
from quanheng.exchange.queries.kept_lines import open_lines
from quanheng.exchange.queries.plan import Line
from quanheng.exchange.queries.roster_plan import read_roster
from quanheng.kernel.texts import unpacked

IMPORT = "exchange.import"


@dataclass(frozen=True)
class Paper:
    """A file to hand back (文件): its name and its bytes."""

    name: str
    content: bytes


def batches(*, by: Account, on: date) -> QuerySet[ImportBatch]:
    """Newest first, without the files themselves."""
    rows = ImportBatch.objects.filter(within(IMPORT, by=by, on=on))
    return rows.select_related("by", "authority")


def standing(batch: ImportBatch, *, now: datetime) -> Standing[ImportJob] | None:
    """How the last job of a batch stands that the caller may see; None when nothing was ever asked for in the background."""
    job = ImportJob.objects.filter(batch=batch).order_by("-pk").first()
    return standing_of(job, now=now) if job else None


def lines(batch: ImportBatch, *, by: Account, on: date, effect: str = "") -> QuerySet[ImportLine]:
    """The lines of one batch, in the order of the file, to be opened by `open_lines`; nothing for who may not see the batch."""
    rows = ImportLine.objects.filter(within(IMPORT, by=by, on=on, field="batch__authority"), batch=batch).order_by("pk")
    return rows.filter(effect=effect) if effect else rows


def authorities(*, by: Account, on: date) -> QuerySet[Authority]:
    """For whom `by` may import, the highest first: the authorities named in the grants and all below them."""
    condition = Q(pk__in=[])
    for path in rights_of(by, on=on).paths(IMPORT):
        condition |= Q(path__startswith=path)
    return Authority.objects.filter(condition).order_by("path")


def rejected_paper(batch: ImportBatch, *, by: Account, on: date) -> Paper | None:
    """The rows not taken, with the reasons, as a workbook to mend; None when all were taken."""
    found = open_lines(batch, lines(batch, by=by, on=on, effect="reject"))
    if not found:
        return None
    content = _roster_errors(batch, found) if batch.kind == "roster" else forms_errors(found)
    return Paper(f"{batch.file_name.rpartition('.')[0] or batch.file_name}-未导入.xlsx", content) if content else None


def _roster_errors(batch: ImportBatch, found: list[Line]) -> bytes | None:
    roster = read_roster(content_of(batch), batch.file_name)
    known = {(row.sheet, row.number) for sheet in roster.sheets.values() for row in sheet.rejected}
    late = [_problem(roster, line) for line in found if line.place.row and (line.place.sheet, line.place.row) not in known]
    return workbook_errors.write(roster, further=late)


def _problem(roster: Roster, line: Line) -> CellProblem:
    letter, _, header = line.place.column.partition("（")
    return CellProblem(roster.file, line.place.sheet, unpacked(line.message), line.place.row, letter, header.removesuffix("）"))
