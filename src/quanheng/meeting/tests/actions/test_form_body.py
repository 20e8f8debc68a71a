"""Setting up a deciding body."""

import pytest

from quanheng.kernel.refusals import Refused
from quanheng.meeting.actions.form_body import form_body
from quanheng.meeting.models import Body
from quanheng.meeting.tests.factories import HELD_AT, committee
from quanheng.registry.tests import factories as registry

pytestmark = pytest.mark.django_db


def test_a_body_keeps_recused_members_in_the_base_by_default():
    made = committee().body
    assert (made.name, made.kind, made.keeps_recused) == ("市委常委会", "standing_committee", True)


def test_a_second_body_of_the_same_name_is_refused():
    first = committee()
    with pytest.raises(Refused, match="“中共云岭市委”已有“市委常委会”"):
        form_body(
            by=first.recorder,
            at=HELD_AT,
            authority=first.authority,
            name="市委常委会",
            kind="standing_committee",
        )
    assert Body.objects.count() == 1


def test_a_member_may_not_set_up_a_body():
    first = committee()
    with pytest.raises(Refused, match="李慧没有“组织会议”权限"):
        form_body(
            by=first.account("李慧"), at=HELD_AT, authority=first.authority, name="部务会", kind="department"
        )


def test_an_officer_of_another_city_may_not():
    first = committee()
    stranger = registry.account("韩冬", "section_chief", over=registry.authority("青泽市委"))
    with pytest.raises(Refused, match="不在其管理权限内"):
        form_body(by=stranger, at=HELD_AT, authority=first.authority, name="部务会", kind="department")
