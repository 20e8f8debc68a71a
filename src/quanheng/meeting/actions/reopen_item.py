"""Reconsider a decided matter, once more than half of the members agree to that (复议)."""

from collections.abc import Collection
from datetime import datetime

from django.utils import timezone

from quanheng.access.actions.action import action
from quanheng.access.models import Account
from quanheng.kernel.refusals import Refused
from quanheng.kernel.shares import Share
from quanheng.kernel.texts import Text, text
from quanheng.meeting.core.law import MEETING_CLAUSE, clause
from quanheng.meeting.models import BodyMember, Item, Meeting
from quanheng.meeting.queries.members import seated
from quanheng.meeting.queries.session import not_closed

_WHAT = Text("复议")


@action(
    "meeting.item.reopen",
    label="复议",
    permission="meeting.run",
    of=lambda given: given["item"].meeting.body.authority.path,
    cites=("《党政领导干部选拔任用工作条例》（2019年）第三十八条",),
    keeps=("item", "meeting"),
)
def reopen_item(
    *, by: Account, at: datetime, item: Item, meeting: Meeting, agreed: Collection[BodyMember]
) -> Item:
    """A new item in `meeting` for the same matter; the earlier decision stays as it was taken.

    Refused unless more than half of the body's members agree, for an open or deferred item (nothing to reconsider),
    for a second reopening of the same decision and for another body's meeting.
    """
    found = not_closed(meeting, what=_WHAT)
    earlier = (
        Item.objects.select_for_update(of=("self",))
        .select_related("meeting", "person", "post")
        .get(pk=item.pk)
    )
    _reconsiderable(earlier, found)
    day = timezone.localtime(at).date()
    members = list(seated(found.body, on=day))
    needed, agreeing = Share.GT_HALF.least(len(members)), [member for member in members if member in set(agreed)]
    if len(agreeing) < needed:
        raise Refused(
            _WHAT,
            why=text(
                "成员{should}人，同意复议{n}人，未超过半数（须{needed}人）",
                should=len(members),
                n=len(agreeing),
                needed=needed,
            ),
            cites=clause(MEETING_CLAUSE, on=day),
            remedy=text("再有{n}名成员同意", n=needed - len(agreeing)),
        )
    return Item.objects.create(
        meeting=found,
        number=found.items.count() + 1,
        title=earlier.title,
        case=earlier.case,
        person=earlier.person,
        post=earlier.post,
        reopens=earlier,
        reopened_by=len(agreeing),
    )


def _reconsiderable(earlier: Item, meeting: Meeting) -> None:
    if earlier.state not in ("passed", "failed"):
        raise Refused(_WHAT, why=Text("本议题尚未作出决定"), remedy=Text("缓议的事项可以重新列入议题"))
    if Item.objects.filter(reopens=earlier).exists():
        raise Refused(_WHAT, why=Text("本决定已经提起复议"), remedy=Text("查看复议的议题"))
    if earlier.meeting.body_id != meeting.body_id:
        raise Refused(
            _WHAT,
            why=text(
                "原决定由“{first}”作出，不能由“{second}”复议",
                first=earlier.meeting.body.name,
                second=meeting.body.name,
            ),
            remedy=Text("由作出原决定的会议主体复议"),
        )
