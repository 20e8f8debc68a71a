"""Say yes to a preview: the writing is asked for, and done in the background."""

from datetime import datetime

from django.db import IntegrityError, transaction

from quanheng.access.actions.action import action
from quanheng.access.models import Account
from quanheng.exchange.actions.receive_import import ask
from quanheng.exchange.models import ImportBatch
from quanheng.kernel.refusals import Refused
from quanheng.kernel.texts import Text, text

WHAT = "确认导入"


@action(
    "exchange.import.confirm",
    label=WHAT,
    permission="exchange.import",
    of=lambda given: given["batch"].authority.path,
    keeps=("batch",),
)
def confirm_import(*, by: Account, at: datetime, batch: ImportBatch) -> ImportBatch:
    """Only what waits can be confirmed, and only once."""
    row = ImportBatch.objects.select_for_update(of=("self",)).get(pk=batch.pk)
    if row.state != "previewed":
        raise Refused(
            text(WHAT), why=text("这一批次{state}", state=Text(dict(ImportBatch.STATES)[row.state])),
            remedy=text("先前的办理已保留；需要再次导入的，重新上传文件"),
        )  # fmt: skip
    try:
        with transaction.atomic():
            ask(row, "commit", by=by, at=at)
    except IntegrityError as error:
        raise Refused(text(WHAT), why=text("这一批次正在办理"), remedy=text("先前的办理已保留")) from error
    return row
