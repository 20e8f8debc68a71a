"""Withdrawing a line entered by mistake."""

import pytest

from quanheng.kernel.refusals import Refused
from quanheng.registry.actions.withdraw_line import withdraw_line
from quanheng.registry.models import Assignment, Person, Revision, Reward
from quanheng.registry.tests import factories as make

pytestmark = pytest.mark.django_db


@pytest.fixture
def city():
    return make.authority("中共云岭市委", code="city")


@pytest.fixture
def wang(city):
    return make.account("王敏", "section_chief", over=city)


def test_the_row_goes_and_all_it_held_stays_in_the_versions(city, wang):
    reward = make.reward(make.person(of=city), "三等功")
    kept = withdraw_line(by=wang, at=make.AT, line=reward, reason="系同名人员的奖励")
    assert not Reward.objects.exists()
    assert Revision.objects.get() == kept
    assert (kept.before, kept.after) == (
        {"name": "三等功", "approved_on": "2022-01-01", "approved_by": ""},
        None,
    )


def test_not_without_a_reason_and_not_twice(city, wang):
    reward = make.reward(make.person(of=city))
    with pytest.raises(Refused, match="没有写明更正理由"):
        withdraw_line(by=wang, at=make.AT, line=reward, reason="")
    withdraw_line(by=wang, at=make.AT, line=Reward.objects.get(), reason="系同名人员的奖励")
    with pytest.raises(Refused, match="已被更正或撤回"):
        withdraw_line(by=wang, at=make.AT, line=reward, reason="系同名人员的奖励")
    assert Revision.objects.count() == 1


def test_a_seat_withdrawn_is_no_longer_the_present_post(city, wang):
    chen = make.person(of=city, current_post="云岭市交通运输局副局长")
    line = make.assignment(chen, make.post(make.organisation(of=city)))
    withdraw_line(by=wang, at=make.AT, line=line, reason="重复登记")
    assert not Assignment.objects.exists()
    assert Person.objects.get().current_post == ""
