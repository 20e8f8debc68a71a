"""Ending a seat."""

from datetime import date

import pytest

from quanheng.kernel.refusals import Refused
from quanheng.meeting.actions.unseat_member import unseat_member
from quanheng.meeting.queries.members import seated
from quanheng.meeting.tests.factories import HELD_AT, committee

pytestmark = pytest.mark.django_db


def test_the_last_day_is_the_one_before():
    of = committee(("周正清", "李慧"))
    unseat_member(by=of.recorder, at=HELD_AT, member=of.seat("李慧"), until_on=date(2026, 11, 13))
    assert seated(of.body, on=date(2026, 11, 12)).count() == 2
    assert [member.account.name for member in seated(of.body, on=date(2026, 11, 13))] == ["周正清"]


def test_twice_is_refused():
    of = committee(("周正清", "李慧"))
    unseat_member(by=of.recorder, at=HELD_AT, member=of.seat("李慧"), until_on=date(2026, 11, 13))
    with pytest.raises(Refused, match="李慧已于2026-11-13离任"):
        unseat_member(by=of.recorder, at=HELD_AT, member=of.seat("李慧"), until_on=date(2026, 12, 1))


def test_before_the_first_day_is_refused():
    of = committee(("周正清", "李慧"))
    with pytest.raises(Refused, match="离任日期2020-01-01不晚于任职日期2020-01-01"):
        unseat_member(by=of.recorder, at=HELD_AT, member=of.seat("李慧"), until_on=date(2020, 1, 1))
