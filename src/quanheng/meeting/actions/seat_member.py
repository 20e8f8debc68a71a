"""Seat somebody in a body from a day on."""

from datetime import date, datetime

from quanheng.access.actions.action import action
from quanheng.access.models import Account
from quanheng.kernel.refusals import Refused
from quanheng.kernel.texts import Text, text
from quanheng.meeting.models import Body, BodyMember
from quanheng.meeting.queries.members import seated


@action(
    "meeting.member.seat",
    label="登记会议成员",
    permission="meeting.run",
    of=lambda given: given["body"].authority.path,
    keeps=("body", "account", "is_chief", "from_on"),
)
def seat_member(
    *,
    by: Account,
    at: datetime,
    body: Body,
    account: Account,
    from_on: date,
    is_chief: bool = False,
    order: int = 0,
) -> BodyMember:
    """A member from `from_on`; refused for somebody who already sits there and for a second chief."""
    Body.objects.select_for_update().get(pk=body.pk)
    sitting = list(seated(body, on=from_on))
    chief = next((member for member in sitting if member.is_chief), None)
    if any(member.account_id == account.pk for member in sitting):
        raise Refused(
            Text("登记会议成员"),
            why=text("{name}已是“{body}”成员", name=account.name, body=body.name),
            remedy=Text("不必重复登记"),
        )
    if is_chief and chief:
        raise Refused(
            Text("登记会议成员"),
            why=text("“{body}”的主要负责人是{name}，只能有一名", body=body.name, name=chief.account.name),
            remedy=Text("先登记现任主要负责人的离任日期"),
        )
    return BodyMember.objects.create(
        body=body, account=account, from_on=from_on, is_chief=is_chief, order=order
    )
