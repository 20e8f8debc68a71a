"""Have a table, a list, a workbook or the count of data quality made in the background."""

from datetime import datetime

from django.utils import timezone

from quanheng.access.actions.action import action
from quanheng.access.actions.jobs import wake
from quanheng.access.models import Account
from quanheng.access.models.job import OPEN
from quanheng.kernel.refusals import Refused
from quanheng.kernel.texts import text
from quanheng.registry.models import Reckoning
from quanheng.registry.queries.reckonings import Asked

WHAT = "提交后台统计"
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
    live = Reckoning.objects.filter(asked_by=by, state__in=OPEN)
    same = live.filter(key=key).first()
    if same is not None:
        return same
    if live.count() >= MOST:
        raise Refused(
            text(WHAT), why=text("已有{n}项没有办完", n=MOST), remedy=text("等其中一项办完后再提交")
        )
    made = Reckoning.objects.create(kind=asked.kind, asked=asked.written(), key=key, asked_by=by, asked_at=at)
    wake()
    return made
