"""End somebody's seat in a body."""

from datetime import date, datetime

from quanheng.access.actions.action import action
from quanheng.access.models import Account
from quanheng.kernel.refusals import Refused
from quanheng.kernel.texts import Text, text
from quanheng.meeting.models import BodyMember


@action(
    "meeting.member.unseat",
    label="登记成员离任",
    permission="meeting.run",
    of=lambda given: given["member"].body.authority.path,
    keeps=("until_on",),
)
def unseat_member(*, by: Account, at: datetime, member: BodyMember, until_on: date) -> BodyMember:
    """The member no longer sits from `until_on` on; refused before the first day and when already recorded."""
    found = BodyMember.objects.select_for_update(of=("self",)).select_related("account").get(pk=member.pk)
    if found.until_on:
        raise Refused(
            Text("登记成员离任"),
            why=text("{name}已于{day}离任", name=found.account.name, day=found.until_on),
            remedy=Text("不必重复登记"),
        )
    if until_on <= found.from_on:
        raise Refused(
            Text("登记成员离任"),
            why=text("离任日期{day}不晚于任职日期{start}", day=until_on, start=found.from_on),
            remedy=Text("更正离任日期"),
        )
    found.until_on = until_on
    found.save(update_fields=["until_on"])
    return found
