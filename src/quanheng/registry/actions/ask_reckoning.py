"""Have a table, a list, a workbook or the count of data quality made in the background."""

from datetime import datetime

from django.db import connection
from django.utils import timezone

from quanheng.access.actions.action import action
from quanheng.access.models import Account
from quanheng.kernel.refusals import Refused
from quanheng.kernel.texts import text
from quanheng.registry.models import Reckoning
from quanheng.registry.models.reckoning import LIVE
from quanheng.registry.queries.reckonings import Asked

WHAT = "提交后台统计"
CHANNEL = "quanheng_reckonings"
MOST = 5


@action(
    "registry.reckoning.ask",
    label=WHAT,
    permission="registry.view",
    also=lambda given: {"kind": given["asked"].kind},
)
def ask_reckoning(*, by: Account, at: datetime, asked: Asked) -> Reckoning:
    """The one that waits or runs already when the same is asked twice. Refused to who has several unfinished."""
    key = asked.key(by=by, on=timezone.localdate(at))
    live = Reckoning.objects.filter(asked_by=by, state__in=LIVE)
    same = live.filter(key=key).first()
    if same is not None:
        return same
    if live.count() >= MOST:
        raise Refused(
            text(WHAT), why=text("已有{n}项没有办完", n=MOST), remedy=text("等其中一项办完后再提交")
        )
    made = Reckoning.objects.create(kind=asked.kind, asked=asked.written(), key=key, asked_by=by, asked_at=at)
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_notify(%s, '')", [CHANNEL])  # heard when the transaction is over
    return made
