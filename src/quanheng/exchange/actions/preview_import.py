"""Read a file and say what it would do, row by row. The registry stays as it is; the preview waits to be confirmed."""

from collections.abc import Sequence
from datetime import datetime
from typing import Literal

from django.utils import timezone

from quanheng.access.actions.action import action
from quanheng.access.actions.copying import copy_into
from quanheng.access.models import Account, Authority
from quanheng.access.permissions.rights import rights_of
from quanheng.access.queries.house_seal import new_seal_of
from quanheng.exchange.actions.keep_stage import keep_stage
from quanheng.exchange.actions.receive_import import keep_file
from quanheng.exchange.actions.seal_plan import seal_plan
from quanheng.exchange.models import ImportBatch, ImportLine
from quanheng.exchange.queries.files import content_of
from quanheng.exchange.queries.kept_lines import COLUMNS, kept_lines
from quanheng.exchange.queries.plan import Line
from quanheng.exchange.queries.planning import ground, plan_of
from quanheng.exchange.queries.stages import cells_of, pieces_of
from quanheng.kernel.progress import Progress, silent
from quanheng.kernel.refusals import Refused
from quanheng.kernel.texts import Text, text

WHAT = "预览导入"
_EVERY = 5_000


@action(
    "exchange.import.preview",
    label=WHAT,
    permission="exchange.import",
    of=lambda given: given["authority"].path,
    keeps=("kind", "authority", "is_as_found"),
)
def preview_import(
    *, by: Account, at: datetime, kind: Literal["roster", "forms"], file_name: str, content: bytes, authority: Authority,
    is_as_found: bool = False, progress: Progress = silent,
) -> ImportBatch:  # fmt: skip
    """Take a file in and read it at once: the batch with a line for every row. Refused when it cannot be read, or waits already."""
    batch = keep_file(by=by, at=at, kind=kind, file_name=file_name, chunks=[content], authority=authority, is_as_found=is_as_found)
    return _read(batch, content, by=by, at=at, progress=progress)


@action(
    "exchange.import.read",
    label=WHAT,
    permission="exchange.import",
    of=lambda given: given["batch"].authority.path,
    keeps=("batch",),
)
def read_import(*, by: Account, at: datetime, batch: ImportBatch, progress: Progress = silent) -> ImportBatch:
    """Read a file that was taken in before. Refused when it was read already or given up meanwhile."""
    row = ImportBatch.objects.select_for_update(of=("self",)).select_related("authority").get(pk=batch.pk)
    if row.state != "received":
        raise Refused(text(WHAT), why=text("这一批次{state}", state=Text(dict(ImportBatch.STATES)[row.state])), remedy=text("先前的办理已保留"))
    return _read(row, content_of(row), by=by, at=at, progress=progress)


def _read(batch: ImportBatch, content: bytes, *, by: Account, at: datetime, progress: Progress) -> ImportBatch:
    paths = rights_of(by, on=timezone.localdate(at)).paths("exchange.import")
    stage = ground(paths)
    plan = plan_of(batch, content, paths=paths, on=timezone.localdate(batch.at), progress=progress)
    _keep(batch, plan.lines, progress)
    seal_plan(plan, at=at)
    stage["rows"] = keep_stage(batch, pieces_of(plan, batch=batch.pk))
    stage["cells"] = cells_of(plan)
    batch.counts, batch.state, batch.stage = plan.counts(), "previewed", stage
    batch.save(update_fields=["counts", "state", "stage"])
    return batch


def _keep(batch: ImportBatch, lines: Sequence[Line], progress: Progress) -> None:
    """Straight into the table, some thousands at a time: a roster has a hundred thousand lines, and nobody points to them."""
    seal = new_seal_of(batch)
    for start in range(0, len(lines), _EVERY):
        progress("keep", start, len(lines))
        copy_into(ImportLine._meta.db_table, COLUMNS, kept_lines(batch, lines[start : start + _EVERY], seal))
