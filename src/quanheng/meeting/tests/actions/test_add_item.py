"""Putting a matter on the agenda."""

from datetime import timedelta

import pytest

from quanheng.kernel.refusals import Refused
from quanheng.kernel.texts import Text
from quanheng.meeting.actions.add_item import add_item
from quanheng.meeting.actions.close_meeting import close_meeting
from quanheng.meeting.actions.decide_item import decide_item
from quanheng.meeting.actions.postpone_item import postpone_item
from quanheng.meeting.queries import agenda
from quanheng.meeting.tests.factories import HELD_AT, NAMES, committee, matter, sitting, speak
from quanheng.procedure.models import Case
from quanheng.registry.tests import factories as registry

pytestmark = pytest.mark.django_db
LATER = HELD_AT + timedelta(days=7)


def _again(of, item, meeting, **given):
    return add_item(by=of.recorder, at=LATER, meeting=meeting, person=item.person, post=item.post, **given)


def _case(of):
    return Case.objects.create(
        number="云选〔2026〕1号",
        title="市交通运输局副局长",
        procedure="promotion",
        procedure_since=HELD_AT.date(),
        authority=of.authority,
        opened_at=HELD_AT,
        opened_by=of.recorder,
    )


def test_items_are_numbered_and_titled():
    of = committee()
    meeting = sitting(of)
    first, second = (
        matter(of, meeting),
        matter(of, meeting, registry.person("林涛", of=of.authority, at=of.candidate.organisation)),
    )
    assert (first.number, second.number) == (1, 2)
    assert first.title == "陈建国拟任云岭市交通运输局副局长"


def test_the_same_matter_twice_is_refused():
    of = committee()
    meeting = sitting(of)
    item = matter(of, meeting)
    with pytest.raises(Refused, match="已是“市委常委会会议（2026-11-13）”第1项议题"):
        _again(of, item, meeting)


def test_a_decided_matter_is_not_put_again():
    of = committee()
    meeting = sitting(of)
    item = matter(of, meeting)
    speak(of, item, agree=[*NAMES[1:], NAMES[0]])
    decide_item(by=of.recorder, at=HELD_AT + timedelta(minutes=30), item=item)
    with pytest.raises(Refused, match=r"作出决定：通过.*确需复议的，须经会议主体超过半数成员同意"):
        _again(of, item, sitting(of, held_at=LATER))


def test_a_deferred_matter_may_be_put_to_a_later_meeting():
    of = committee()
    item = matter(of, sitting(of))
    postpone_item(by=of.recorder, at=HELD_AT, item=item, reason="档案中的学历尚未查清")
    assert _again(of, item, sitting(of, held_at=LATER)).state == "open"


def test_a_closed_meeting_takes_no_items():
    of = committee()
    meeting = close_meeting(by=of.recorder, at=HELD_AT, meeting=sitting(of))
    with pytest.raises(Refused, match="会议已于2026-11-13 14:30散会"):
        matter(of, meeting)


def test_what_a_room_above_bars_does_not_come_to_the_meeting(monkeypatch):
    of = committee()
    meeting = sitting(of)
    case = _case(of)
    post = registry.post(of.candidate.organisation)
    monkeypatch.setattr(agenda, "_guards", [])
    cite = "《党政领导干部选拔任用工作条例》（2019年）第三十六条"

    @agenda.offer_guard
    def matters_open(case, person, on):
        bar = agenda.Bar(Text(f"{person.name}个人有关事项报告尚未查核"), (cite,))
        return [bar] if person.name == "陈建国" else []

    with pytest.raises(Refused, match="有不得提交会议讨论的情形：陈建国个人有关事项报告尚未查核") as refused:
        add_item(by=of.recorder, at=HELD_AT, meeting=meeting, person=of.candidate, post=post, case=case)
    assert refused.value.cites == (cite,)
    other = registry.person("林涛", of=of.authority, at=of.candidate.organisation)
    assert (
        add_item(by=of.recorder, at=HELD_AT, meeting=meeting, person=other, post=post, case=case).case == case
    )


def test_whom_the_organiser_does_not_see_is_not_put_on_the_agenda():
    """Members meet the people of an agenda: a key from elsewhere does not bring anybody in."""
    of = committee()
    meeting = sitting(of)
    item = matter(of, meeting)
    stranger = registry.person("刘远", of=registry.authority("邻市市委"))
    with pytest.raises(Refused, match="所涉对象不存在，或不在您的管理权限内"):
        add_item(by=of.recorder, at=HELD_AT, meeting=meeting, person=stranger, post=item.post)
    assert meeting.items.count() == 1
