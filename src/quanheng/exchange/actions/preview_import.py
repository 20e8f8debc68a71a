"""Read a file and say what it would do, row by row. The registry stays as it is; the preview waits to be confirmed."""

import hashlib
import json
from collections.abc import Sequence
from datetime import datetime
from typing import Literal

from django.db import connection
from django.utils import timezone

from quanheng.access.actions.action import action
from quanheng.access.models import Account, Authority
from quanheng.access.permissions.rights import rights_of
from quanheng.exchange.models import ImportBatch, ImportLine
from quanheng.exchange.queries.plan import Line
from quanheng.exchange.queries.planning import keep, plan_of
from quanheng.kernel.refusals import Refused
from quanheng.kernel.texts import text

WHAT = "预览导入"
_NAME, _LABEL, _COLUMN = 200, 200, 100


@action(
    "exchange.import.preview",
    label=WHAT,
    permission="exchange.import",
    of=lambda given: given["authority"].path,
    keeps=("kind", "authority"),
)
def preview_import(
    *, by: Account, at: datetime, kind: Literal["roster", "forms"], file_name: str, content: bytes, authority: Authority
) -> ImportBatch:
    """The batch with a line for every row. Refused when the file cannot be read, or waits already to be confirmed."""
    mark = hashlib.sha256(content).hexdigest()
    _check_once(by, mark, authority)
    paths = rights_of(by, on=timezone.localdate(at)).paths("exchange.import")
    plan = plan_of(kind, content, file_name=file_name, authority=authority, paths=paths, on=timezone.localdate(at))
    keep(mark, plan)
    batch = ImportBatch.objects.create(
        kind=kind, file_name=file_name[:_NAME], sha256=mark, content=content, authority=authority, by=by, at=at, counts=plan.counts()
    )
    _keep(batch, plan.lines)
    return batch


def _check_once(by: Account, mark: str, authority: Authority) -> None:
    waiting = ImportBatch.objects.filter(by=by, sha256=mark, authority=authority, state="previewed").defer("content").first()
    if waiting is not None:
        raise Refused(
            text(WHAT),
            why=text("同一文件已于{at}预览，正等待确认", at=f"{timezone.localtime(waiting.at):%Y-%m-%d %H:%M}"),
            remedy=text("先前的预览已保留；请打开它确认导入，或放弃后重新上传"),
        )


def _keep(batch: ImportBatch, lines: Sequence[Line]) -> None:
    """Straight into the table: a roster has tens of thousands of lines, and nobody points to them."""
    columns = ("batch_id", "effect", "noun", "label", "sheet", "row", "column", "message", "changes")
    named = ", ".join(f'"{name}"' for name in columns)
    with connection.wrap_database_errors, connection.cursor() as cursor, cursor.copy(f'COPY "{ImportLine._meta.db_table}" ({named}) FROM STDIN') as copy:
        for line in lines:
            copy.write_row((batch.pk, *_cells(line)))


def _cells(line: Line) -> tuple[object, ...]:
    place = line.place
    message = json.dumps(line.message, ensure_ascii=False) if line.message else "{}"
    changes = json.dumps(line.changes, ensure_ascii=False) if line.changes else "[]"
    return line.effect, line.noun, line.label[:_LABEL], place.sheet[:_NAME], place.row, place.column[:_COLUMN], message, changes
