"""Put off the vote on an item when opinions divide or a grave question is open (暂缓表决)."""

from datetime import datetime

from django.utils import timezone

from quanheng.access.actions.action import action
from quanheng.access.models import Account
from quanheng.kernel.refusals import Refused
from quanheng.kernel.texts import Text
from quanheng.meeting.core.law import MEETING_CLAUSE, clause
from quanheng.meeting.models import Item
from quanheng.meeting.queries.session import tally, undecided

_WHAT = Text("暂缓表决")


@action(
    "meeting.item.postpone",
    label="暂缓表决",
    permission="meeting.run",
    of=lambda given: given["item"].meeting.body.authority.path,
    cites=("《党政领导干部选拔任用工作条例》（2019年）第三十八条",),
    keeps=("item",),
)
def postpone_item(*, by: Account, at: datetime, item: Item, reason: str) -> Item:
    """The item is deferred with what has been said so far; it may be put to a later meeting. Needs a reason."""
    found = undecided(item, what=_WHAT)
    if not reason.strip():
        raise Refused(_WHAT, why=Text("没有写明理由"), remedy=Text("写明意见分歧或者尚未查清的问题"))
    figures = tally(found)
    found.state, found.reason = "deferred", reason.strip()
    found.should, found.present, found.recused = figures.should, figures.present, figures.recused
    found.agree, found.disagree, found.defer = figures.agree, figures.disagree, figures.defer
    found.quorum, found.needed = figures.quorum, figures.needed
    found.decided_at, found.decided_by = at, by
    found.cites = list(clause(MEETING_CLAUSE, on=timezone.localtime(at).date()))
    found.save()
    return found
