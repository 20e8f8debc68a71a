"""Erase the content of a record entry where the law demands it; what remains proves that there was one, and who erased it."""

from datetime import datetime

from quanheng.access.actions.action import action
from quanheng.access.actions.forget import forget
from quanheng.access.core.events import RECORD
from quanheng.access.models import Account
from quanheng.kernel.refusals import Refused
from quanheng.kernel.texts import text
from quanheng.procedure.models import RecordEntry

WHAT = "删除纪实内容"


@action(
    "procedure.record_entry.erase",
    label=WHAT,
    permission="selection.approve",
    of=lambda given: given["entry"].case.authority.path,
    keeps=("why",),
)
def erase_entry(*, by: Account, at: datetime, entry: RecordEntry, why: str) -> RecordEntry:
    """Place, names, result, facts and papers go, with the salt; step, times, digests and the leaf stay.

    Refused for entries from before the log: their chain covers the plain content and would break.
    """
    if not entry.is_salted:
        raise Refused(text(WHAT), why=text("这条纪实早于防改日志，其衔接直接覆盖内容，删除后无法核验"))
    path = entry.case.authority.path
    forget(by=by, at=at, kind=RECORD, ref=entry.pk, why=why, authority_path=path)
    blank = {"place": "", "by_name": "", "result": "", "cites": [], "facts": {}, "documents": []}
    RecordEntry.objects.filter(pk=entry.pk).update(**blank)
    return RecordEntry.objects.get(pk=entry.pk)
