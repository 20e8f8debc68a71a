"""Bodies and members as somebody may see them."""

from datetime import date

import pytest

from quanheng.meeting.queries.members import authorities_to_run, bodies, bodies_to_run, sitters
from quanheng.meeting.tests.factories import HELD_AT, committee
from quanheng.registry.tests import factories as registry

pytestmark = pytest.mark.django_db
ON = HELD_AT.date()


def test_members_view_the_body_and_only_organisers_run_it():
    of = committee(("周正清", "李慧"))
    member = of.account("李慧")
    assert (list(bodies(by=member, on=ON)), list(bodies_to_run(by=member, on=ON))) == ([of.body], [])
    assert list(bodies_to_run(by=of.recorder, on=ON)) == [of.body]


def test_an_organiser_sets_up_bodies_at_and_below_his_authority():
    of = committee(("周正清",))
    county = registry.authority("平湖县委", parent=of.authority)
    registry.authority("青泽市委")
    assert list(authorities_to_run(by=of.recorder, on=ON)) == [of.authority, county]


def test_a_grant_that_has_ended_gives_no_seat():
    of = committee(("周正清",))
    former = registry.account("许安", over=of.authority)
    registry.grant(former, "committee_member", over=of.authority, until_on=date(2026, 11, 13))
    assert [account.name for account in sitters(by=of.recorder, on=ON, body=of.body)] == ["周正清"]
    assert [account.name for account in sitters(by=of.account("周正清"), on=ON, body=of.body)] == []
