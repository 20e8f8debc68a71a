"""Record that a member steps aside from an item."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from quanheng.access.actions.action import action, require
from quanheng.access.models import Account
from quanheng.kernel.refusals import Refused
from quanheng.kernel.texts import Text, text
from quanheng.meeting.models import BodyMember, Item, Recusal
from quanheng.meeting.queries.session import undecided

_WHAT = Text("登记回避")


def _path(given: Mapping[str, Any]) -> str:
    return str(given["item"].meeting.body.authority.path)


@action(
    "meeting.recuse",
    label="登记回避",
    permission=None,
    of=_path,
    cites=("《党政领导干部选拔任用工作条例》（2019年）第五十三条",),
    keeps=("item", "member"),
)
def recuse(*, by: Account, at: datetime, item: Item, member: BodyMember, ground: str) -> Recusal:
    """A member steps aside himself (meeting.sit), or whoever runs the meeting records it (meeting.run).

    Refused for an absent member, twice, and after the member has stated an opinion on the item.
    """
    own = member.account_id == by.pk
    require(
        by, "meeting.sit" if own else "meeting.run", path=_path({"item": item}), at=at, what=_WHAT.template
    )
    if ground not in dict(Recusal.GROUNDS):
        raise ValueError(f"unknown ground {ground!r}")
    found = undecided(item, what=_WHAT)
    name = member.account.name
    if not found.meeting.roll.filter(member=member, is_present=True).exists():
        raise Refused(_WHAT, why=text("{name}未到会，不必回避", name=name), remedy=Text("核对点名记录"))
    if found.recusals.filter(member=member).exists():
        raise Refused(_WHAT, why=text("{name}已登记回避", name=name), remedy=Text("不必重复登记"))
    if found.expressions.filter(member=member).exists():
        raise Refused(
            _WHAT,
            why=text("{name}已就本议题表态", name=name),
            remedy=Text("本议题暂缓表决，另行召集会议并事先登记回避"),
        )
    return Recusal.objects.create(item=found, member=member, ground=ground, recorded_by=by, at=at)
