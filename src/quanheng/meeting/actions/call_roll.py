"""Call the roll: every member at once, present or absent with the reason. It opens the meeting."""

from collections.abc import Collection, Mapping
from datetime import datetime

from django.utils import timezone

from quanheng.access.actions.action import action
from quanheng.access.models import Account
from quanheng.kernel.refusals import Refused
from quanheng.kernel.texts import Text, text
from quanheng.meeting.models import BodyMember, Expression, Meeting, RollEntry
from quanheng.meeting.queries.members import seated
from quanheng.meeting.queries.session import not_closed

_WHAT = Text("点名")


@action(
    "meeting.roll.call",
    label="点名",
    permission="meeting.run",
    of=lambda given: given["meeting"].body.authority.path,
)
def call_roll(
    *,
    by: Account,
    at: datetime,
    meeting: Meeting,
    present: Collection[BodyMember],
    absent: Mapping[BodyMember, str],
) -> Meeting:
    """Record who of those who should attend is there; may be called again between items (late arrivals).

    Refused before the day of the meeting, when a member is missing from both lists or in both, for a stranger,
    for an absence without a reason, and while members are stating their opinions on an item.
    """
    found = not_closed(meeting, what=_WHAT)
    held = timezone.localtime(found.held_at)
    if timezone.localtime(at).date() < held.date():
        raise Refused(
            _WHAT, why=text("会议定于{at}召开", at=f"{held:%Y-%m-%d %H:%M}"), remedy=Text("开会当日点名")
        )
    _no_item_under_way(found)
    members = list(seated(found.body, on=held.date()))
    _complete(members, present, absent)
    _recused_stay(found, members, present)
    found.roll.all().delete()
    RollEntry.objects.bulk_create(
        RollEntry(
            meeting=found, member=member, is_present=member in present, reason=absent.get(member, ""), at=at
        )
        for member in members
    )
    found.opened_at = found.opened_at or at
    found.save(update_fields=["opened_at"])
    return found


def _no_item_under_way(meeting: Meeting) -> None:
    under_way = (
        Expression.objects.filter(item__meeting=meeting, item__state="open").select_related("item").first()
    )
    if under_way:
        raise Refused(
            _WHAT,
            why=text("第{number}项议题正在表态，到会情况不能更改", number=under_way.item.number),
            remedy=Text("本项议题作出决定后再次点名"),
        )


def _complete(
    members: list[BodyMember], present: Collection[BodyMember], absent: Mapping[BodyMember, str]
) -> None:
    both = [member for member in members if member in present and member in absent]
    neither = [member for member in members if member not in present and member not in absent]
    strangers = [member for member in (*present, *absent) if member not in members]
    silent = [member for member, reason in absent.items() if not reason.strip()]
    for named, why in (
        (neither, "应到{n}人，未登记到会情况：{names}"),
        (both, "应到{n}人，同时登记到会和缺席：{names}"),
        (strangers, "应到{n}人，不是本次会议成员：{names}"),
        (silent, "应到{n}人，缺席未写明原因：{names}"),
    ):
        if named:
            names = "、".join(member.account.name for member in named)
            raise Refused(
                _WHAT, why=text(why, n=len(members), names=names), remedy=Text("逐人登记到会、缺席及原因")
            )


def _recused_stay(meeting: Meeting, members: list[BodyMember], present: Collection[BodyMember]) -> None:
    """A member who stepped aside from an open item stays on the roll as present."""
    aside = {recusal.member for item in meeting.items.filter(state="open") for recusal in item.recusals.all()}
    gone = [member for member in members if member in aside and member not in present]
    if gone:
        raise Refused(
            _WHAT,
            why=text(
                "已登记回避的成员不能再登记缺席：{names}",
                names="、".join(member.account.name for member in gone),
            ),
            remedy=Text("本项议题作出决定后再次点名"),
        )
