"""Calling the roll."""

from datetime import timedelta

import pytest

from quanheng.kernel.refusals import Refused
from quanheng.meeting.actions.call_roll import call_roll
from quanheng.meeting.actions.convene import convene
from quanheng.meeting.actions.recuse import recuse
from quanheng.meeting.tests.factories import HELD_AT, committee, matter, sitting, speak

pytestmark = pytest.mark.django_db
THREE = ("周正清", "李慧", "张卫东")


def _call(of, meeting, present, absent=None, at=HELD_AT):
    return call_roll(
        by=of.recorder,
        at=at,
        meeting=meeting,
        present=[of.seat(name) for name in present],
        absent={of.seat(name): reason for name, reason in (absent or {}).items()},
    )


@pytest.fixture
def of():
    return committee(THREE)


@pytest.fixture
def meeting(of):
    return convene(
        by=of.recorder, at=HELD_AT - timedelta(days=2), body=of.body, held_at=HELD_AT, place="三楼"
    )


def test_every_member_is_on_the_roll_and_the_meeting_is_open(of, meeting):
    opened = _call(of, meeting, ["周正清", "李慧"], {"张卫东": "住院"})
    roll = [(entry.member.account.name, entry.is_present, entry.reason) for entry in opened.roll.all()]
    assert roll == [("周正清", True, ""), ("李慧", True, ""), ("张卫东", False, "住院")]
    assert opened.opened_at == HELD_AT


@pytest.mark.parametrize(
    ("present", "absent", "why"),
    [
        (["周正清"], {"李慧": "出差"}, "应到3人，未登记到会情况：张卫东"),
        (["周正清", "李慧", "张卫东"], {"李慧": "出差"}, "应到3人，同时登记到会和缺席：李慧"),
        (["周正清", "李慧"], {"张卫东": " "}, "应到3人，缺席未写明原因：张卫东"),
    ],
)
def test_an_incomplete_roll_is_refused_by_name(of, meeting, present, absent, why):
    with pytest.raises(Refused) as refused:
        _call(of, meeting, present, absent)
    assert str(refused.value.why) == why
    assert not meeting.roll.exists()


def test_a_stranger_is_refused(of, meeting):
    other = committee(("韩冬",))
    with pytest.raises(Refused, match="不是本次会议成员：韩冬"):
        call_roll(
            by=of.recorder,
            at=HELD_AT,
            meeting=meeting,
            present=[*of.members.values(), other.seat("韩冬")],
            absent={},
        )


def test_not_before_the_day_of_the_meeting(of, meeting):
    with pytest.raises(Refused, match="会议定于2026-11-13 14:30召开"):
        _call(of, meeting, THREE, at=HELD_AT - timedelta(days=1))


def test_a_late_arrival_is_recorded_between_items(of, meeting):
    _call(of, meeting, ["周正清", "李慧"], {"张卫东": "途中"})
    later = HELD_AT + timedelta(minutes=20)
    assert _call(of, meeting, THREE, at=later).opened_at == HELD_AT
    assert meeting.roll.filter(is_present=True).count() == 3


def test_not_while_members_state_their_opinions():
    of = committee(THREE)
    meeting = sitting(of)
    item = matter(of, meeting)
    speak(of, item, agree=["李慧"])
    with pytest.raises(Refused, match="第1项议题正在表态，到会情况不能更改"):
        _call(of, meeting, ["周正清", "李慧"], {"张卫东": "离席"})


def test_a_member_who_stepped_aside_cannot_become_absent():
    of = committee(THREE)
    meeting = sitting(of)
    recuse(by=of.recorder, at=HELD_AT, item=matter(of, meeting), member=of.seat("李慧"), ground="relative")
    with pytest.raises(Refused, match="已登记回避的成员不能再登记缺席：李慧"):
        _call(of, meeting, ["周正清", "张卫东"], {"李慧": "离席"})
