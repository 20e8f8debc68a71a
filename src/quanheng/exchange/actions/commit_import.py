"""Confirm a preview: the stored file is read again and written, all of it or nothing."""

import hashlib
from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any

from django.db import IntegrityError, connection, transaction
from django.utils import timezone

from quanheng.access.actions.action import action
from quanheng.access.models import Account
from quanheng.access.permissions.rights import rights_of
from quanheng.establishment.core.board import Cell
from quanheng.establishment.permissions.seats import require_none_over
from quanheng.exchange.actions.keep_stage import drop_stage, kept_stage
from quanheng.exchange.actions.seal_plan import seal_plan
from quanheng.exchange.actions.write_stage import Note, write_stage
from quanheng.exchange.models import ImportBatch, ImportLine
from quanheng.exchange.queries.files import content_of
from quanheng.exchange.queries.kept_lines import open_lines
from quanheng.exchange.queries.plan import Plan
from quanheng.exchange.queries.planning import forget, holds, plan_of
from quanheng.exchange.queries.stages import cells_of, pieces_of
from quanheng.kernel.progress import Progress, silent
from quanheng.kernel.refusals import Refused
from quanheng.kernel.texts import Text, text

WHAT = "导入"
STATES = dict(ImportBatch.STATES)
_LOCK = 0x51_48_49  # one import at a time: two must not both find a seat free


@action(
    "exchange.import.commit",
    label=WHAT,
    permission="exchange.import",
    of=lambda given: given["batch"].authority.path,
    keeps=("batch",),
)
def commit_import(*, by: Account, at: datetime, batch: ImportBatch, progress: Progress = silent) -> ImportBatch:
    """The rows the preview took; rejected ones stay out. Refused when the registry has changed since the preview."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s)", [_LOCK])
    row = ImportBatch.objects.select_for_update(of=("self",)).select_related("authority").get(pk=batch.pk)
    content, paths = _checked(row), rights_of(by, on=timezone.localdate(at)).paths("exchange.import")
    try:
        with transaction.atomic():
            _write(row, content, paths, note=Note(by, at), progress=progress)
    except IntegrityError as error:
        raise Refused(text(WHAT), why=text("写入时与刚刚登记的信息冲突"), remedy=text("放弃这次预览，重新上传后再确认")) from error
    row.state, row.committed_at = "committed", at
    row.save(update_fields=["state", "committed_at"])
    drop_stage(row)
    forget()
    return row


def _write(row: ImportBatch, content: bytes, paths: tuple[str, ...], *, note: Note, progress: Progress) -> None:
    """What the preview worked out, while it holds; else the file is read again and must come to the same.

    Units and persons concerned are locked first: what others began is over then and in the journal, what they begin now waits.
    """
    rows = row.stage.get("rows", 0)
    write_stage(kept_stage(row, verbs=("hold",)), rows=rows, note=note)
    if holds(row.stage, paths, batch=f"{row._meta.label_lower}:{row.pk}"):
        write_stage(kept_stage(row, verbs=("add", "change", "settle", "note")), rows=rows, note=note, progress=progress)
        _require_none_over(row, row.stage["cells"])
        return
    plan = plan_of(row, content, paths=paths, on=timezone.localdate(row.at), progress=progress)
    if plan.mark() != row.counts.get("mark"):
        raise Refused(text(WHAT), why=_what_changed(row, plan), remedy=text("放弃这次预览，重新上传文件，核对后再确认"))
    seal_plan(plan, at=note.at)
    write_stage(pieces_of(plan, batch=row.pk), rows=rows, note=note, progress=progress)
    _require_none_over(row, cells_of(plan))


def _require_none_over(row: ImportBatch, cells: Iterable[Sequence[Any]]) -> None:
    """The hard stop once more, over what now stands in the tables; what is taken as it stands was said line by line."""
    if not row.is_as_found:
        require_none_over([Cell(*each) for each in cells], on=timezone.localdate(row.at))


def _checked(row: ImportBatch) -> bytes:
    """The stored file, which must be the one that was looked at."""
    if row.state != "previewed":
        raise Refused(
            text(WHAT), why=text("这一批次{state}", state=Text(STATES[row.state])), remedy=text("先前的办理已保留；需要再次导入的，重新上传文件")
        )
    content = content_of(row)
    if hashlib.sha256(content).hexdigest() != row.sha256:
        raise Refused(text(WHAT), why=text("保存的文件与预览时不一致"), remedy=text("放弃这次预览，重新上传文件"))
    return content


def _what_changed(row: ImportBatch, plan: Plan) -> Text:
    """The first lines that the registry would now answer otherwise."""
    before = open_lines(row, ImportLine.objects.filter(batch=row).order_by("pk").iterator())
    effects = dict(ImportLine.EFFECTS)
    for old, new in zip(before, plan.lines, strict=False):
        if old.identity() != new.identity():
            return text(
                "预览后系统中的信息有变化：{noun}“{label}”预览时为“{before}”，现为“{now}”",
                noun=Text(new.noun), label=new.label, before=Text(effects[old.effect]), now=Text(effects[new.effect]),
            )  # fmt: skip
    return text("预览后系统中的信息有变化：预览时有{before}行，现有{now}行", before=len(before), now=len(plan.lines))
