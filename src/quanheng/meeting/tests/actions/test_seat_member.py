"""Seating members, and ending their seats."""

from datetime import date

import pytest

from quanheng.kernel.refusals import Refused
from quanheng.meeting.actions.seat_member import seat_member
from quanheng.meeting.actions.unseat_member import unseat_member
from quanheng.meeting.queries.members import seated
from quanheng.meeting.tests.factories import HELD_AT, committee
from quanheng.registry.tests import factories as registry

pytestmark = pytest.mark.django_db
ON = date(2026, 11, 13)


def _names(of, on):
    return [member.account.name for member in seated(of.body, on=on)]


def test_members_sit_in_order_from_their_first_day():
    of = committee(("周正清", "李慧"))
    newcomer = registry.account("冯晓", "committee_member", over=of.authority)
    seat_member(by=of.recorder, at=HELD_AT, body=of.body, account=newcomer, from_on=ON, order=5)
    assert (_names(of, date(2026, 11, 12)), _names(of, ON)) == (
        ["周正清", "李慧"],
        ["周正清", "李慧", "冯晓"],
    )


def test_nobody_sits_twice():
    of = committee(("周正清", "李慧"))
    with pytest.raises(Refused, match="李慧已是“市委常委会”成员"):
        seat_member(by=of.recorder, at=HELD_AT, body=of.body, account=of.account("李慧"), from_on=ON)


def test_there_is_one_chief_and_the_refusal_names_him():
    of = committee(("周正清", "李慧"))
    newcomer = registry.account("冯晓", "committee_chief", over=of.authority)
    with pytest.raises(Refused, match="主要负责人是周正清，只能有一名"):
        seat_member(by=of.recorder, at=HELD_AT, body=of.body, account=newcomer, from_on=ON, is_chief=True)
    unseat_member(by=of.recorder, at=HELD_AT, member=of.seat("周正清"), until_on=ON)
    made = seat_member(by=of.recorder, at=HELD_AT, body=of.body, account=newcomer, from_on=ON, is_chief=True)
    assert made.is_chief
