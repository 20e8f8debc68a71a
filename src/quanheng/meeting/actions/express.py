"""A member states an opinion on an item: agree, disagree or defer, one by one, the chief last."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from django.utils import timezone

from quanheng.access.actions.action import action, require
from quanheng.access.actions.seal import keep_sealed
from quanheng.access.models import Account
from quanheng.kernel.refusals import Refused
from quanheng.kernel.texts import Text, text
from quanheng.meeting.core.law import CHIEF_LAST, QUORUM, RECUSAL, attendance, refuse_if_forbidden
from quanheng.meeting.core.order import waiting_for
from quanheng.meeting.models import BodyMember, Expression, Item
from quanheng.meeting.queries.conflicts import related
from quanheng.meeting.queries.session import law_of, tally, undecided, voters

_WHAT = Text("表态")


def _path(given: Mapping[str, Any]) -> str:
    return str(given["item"].meeting.body.authority.path)


@action(
    "meeting.express",
    label="表态",
    permission=None,
    of=_path,
    cites=("《党政领导干部选拔任用工作条例》（2019年）第三十八条",),
    keeps=("item", "member"),
)
def express(
    *, by: Account, at: datetime, item: Item, stance: str, member: BodyMember | None = None, remark: str = ""
) -> Expression:
    """Each member for himself (meeting.sit); with `member=`, the meeting's recorder enters what that member said aloud.

    Refused without a quorum, for an absent, recused or conflicted member, twice, after the decision, and for the
    chief before the others.
    """
    if stance not in dict(Expression.STANCES):
        raise ValueError(f"unknown stance {stance!r}")
    speaker = _speaker(by, at, item, member)
    found = undecided(item, what=_WHAT)
    day = timezone.localtime(at).date()
    _quorate(found, day)
    _may_speak(found, speaker)
    _no_conflict(found, speaker, day)
    _in_turn(found, speaker, day)
    said = Expression(
        item=found,
        member=speaker,
        order=found.expressions.count() + 1,
        stance=stance,
        remark=remark,
        entered_by=by,
        at=at,
    )
    keep_sealed(said, at=at)
    return said


def _speaker(by: Account, at: datetime, item: Item, member: BodyMember | None) -> BodyMember:
    if member is None or member.account_id == by.pk:
        require(by, "meeting.sit", path=_path({"item": item}), at=at, what=_WHAT.template)
        own = (
            BodyMember.objects.filter(attendances__meeting=item.meeting_id, account=by)
            .select_related("account")
            .first()
        )
        if own is None:
            raise Refused(
                _WHAT,
                why=text("{name}不是本次会议成员", name=by.name),
                remedy=Text("由会议成员本人表态，不得代他人表态"),
            )
        return own
    require(by, "meeting.run", path=_path({"item": item}), at=at, what=_WHAT.template)
    if item.meeting.recorder_id != by.pk:
        raise Refused(
            _WHAT,
            why=text("{name}不是本次会议记录人，不得代他人表态", name=by.name),
            remedy=text(
                "由成员本人表态，或由记录人{recorder}录入其口头意见", recorder=item.meeting.recorder.name
            ),
        )
    return member


def _quorate(item: Item, day: date) -> None:
    figures = tally(item)
    refuse_if_forbidden(
        QUORUM,
        attendance(figures),
        on=day,
        law=law_of(item, day),
        what=_WHAT,
        why=text(
            "应到{should}人，实到{present}人，不足三分之二（须{quorum}人）",
            should=figures.base,
            present=figures.attending,
            quorum=figures.quorum,
        ),
        remedy=text("再有{n}名成员到会，或另行召集会议", n=figures.quorum - figures.attending),
    )


def _may_speak(item: Item, member: BodyMember) -> None:
    name = member.account.name
    entry = item.meeting.roll.filter(member=member).first()
    if entry is None:
        raise Refused(
            _WHAT,
            why=text("{name}不是本次会议成员", name=name),
            remedy=Text("由会议成员本人表态，不得代他人表态"),
        )
    if not entry.is_present:
        raise Refused(
            _WHAT,
            why=text("{name}未到会（{reason}）", name=name, reason=entry.reason),
            remedy=Text("缺席成员不表态，也不得委托他人表态"),
        )
    aside = item.recusals.filter(member=member).first()
    if aside:
        raise Refused(
            _WHAT,
            why=text("{name}已就本议题回避（{ground}）", name=name, ground=Text(aside.get_ground_display())),
            remedy=Text("回避的成员不参加本议题的讨论和表决"),
        )
    said = item.expressions.filter(member=member).first()
    if said:
        raise Refused(
            _WHAT,
            why=text("{name}已表态：{stance}", name=name, stance=Text(said.get_stance_display())),
            remedy=Text("每名成员对一项议题表态一次"),
        )


def _no_conflict(item: Item, member: BodyMember, day: date) -> None:
    ground = related(item.person, [member]).get(member)
    if ground:
        refuse_if_forbidden(
            RECUSAL,
            {"has_related_attendee": True},
            on=day,
            law=law_of(item, day),
            what=_WHAT,
            why=text(
                "{name}与本议题有利害关系（{ground}），应当回避", name=member.account.name, ground=ground.word
            ),
            remedy=text("先登记{name}回避，回避后不参加本议题的讨论和表决", name=member.account.name),
        )


def _in_turn(item: Item, member: BodyMember, day: date) -> None:
    present = voters(item)
    chief = next((each for each in present if each.is_chief), None)
    expressed = set(item.expressions.values_list("member_id", flat=True))
    waiting = waiting_for(
        member.pk,
        voters=[each.pk for each in present],
        expressed=expressed,
        chief=chief.pk if chief else None,
    )
    if not waiting:
        return
    names = "、".join(each.account.name for each in present if each.pk in waiting)
    refuse_if_forbidden(
        CHIEF_LAST,
        {"is_chief_last": False},
        on=day,
        law=law_of(item, day),
        what=_WHAT,
        why=text(
            "主要负责人{name}须最后表态，尚有{n}人未表态：{names}",
            name=member.account.name,
            n=len(waiting),
            names=names,
        ),
        remedy=Text("待其他成员逐一表态后再表态"),
    )
