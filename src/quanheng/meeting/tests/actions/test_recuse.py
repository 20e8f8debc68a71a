"""Stepping aside."""

import pytest

from quanheng.kernel.refusals import Refused
from quanheng.meeting.actions.recuse import recuse
from quanheng.meeting.tests.factories import HELD_AT, committee, matter, sitting, speak

pytestmark = pytest.mark.django_db


def test_a_member_steps_aside_himself_or_is_recorded():
    of = committee()
    item = matter(of, sitting(of))
    own = recuse(by=of.account("赵敏"), at=HELD_AT, item=item, member=of.seat("赵敏"), ground="relative")
    entered = recuse(by=of.recorder, at=HELD_AT, item=item, member=of.seat("钱立"), ground="other")
    assert (own.recorded_by.name, own.get_ground_display(), entered.recorded_by.name) == (
        "赵敏",
        "亲属",
        "何静",
    )


def test_one_member_may_not_send_another_away():
    of = committee()
    item = matter(of, sitting(of))
    with pytest.raises(Refused, match="李慧没有“组织会议”权限"):
        recuse(by=of.account("李慧"), at=HELD_AT, item=item, member=of.seat("赵敏"), ground="relative")


def test_twice_is_refused():
    of = committee()
    item = matter(of, sitting(of))
    recuse(by=of.recorder, at=HELD_AT, item=item, member=of.seat("赵敏"), ground="relative")
    with pytest.raises(Refused, match="赵敏已登记回避"):
        recuse(by=of.recorder, at=HELD_AT, item=item, member=of.seat("赵敏"), ground="relative")


def test_an_absent_member_has_nothing_to_leave():
    of = committee()
    item = matter(of, sitting(of, absent=["赵敏"]))
    with pytest.raises(Refused, match="赵敏未到会，不必回避"):
        recuse(by=of.recorder, at=HELD_AT, item=item, member=of.seat("赵敏"), ground="relative")


def test_not_after_having_spoken():
    of = committee()
    item = matter(of, sitting(of))
    speak(of, item, agree=["赵敏"])
    with pytest.raises(Refused, match="赵敏已就本议题表态"):
        recuse(by=of.recorder, at=HELD_AT, item=item, member=of.seat("赵敏"), ground="relative")
