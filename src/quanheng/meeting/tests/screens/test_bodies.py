"""Setting up bodies and seating members on the page."""

import pytest
from django.urls import reverse

from quanheng.meeting.models import Body
from quanheng.meeting.queries.members import seated
from quanheng.meeting.tests.factories import HELD_AT, committee
from quanheng.registry.tests import factories as registry

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _day(settings):
    settings.DEMONSTRATION_DATE = HELD_AT.date()


def test_a_department_begins_with_a_body_and_its_first_member(client):
    city = registry.authority("中共云岭市委")
    secretary = registry.account("周正清", "committee_chief", over=city)
    client.force_login(registry.account("何静", "section_chief", over=city))
    client.post(
        reverse("bodies"),
        {"authority": city.pk, "name": "市委常委会", "kind": "standing_committee", "keeps_recused": "on"},
    )
    body = Body.objects.get()
    typed = {"account": secretary.pk, "from_on": "2026-11-01", "order": "0", "is_chief": "on"}
    client.post(reverse("body", args=[body.pk]), typed)
    assert [(member.account, member.is_chief) for member in seated(body, on=HELD_AT.date())] == [
        (secretary, True)
    ]
    again = client.post(reverse("body", args=[body.pk]), typed)
    assert "周正清已是“市委常委会”成员" in again.content.decode()


def test_only_those_who_may_sit_are_offered(client):
    of = committee(("周正清",))
    registry.account("丁宁", "teller", over=of.authority)
    registry.account("韩冬", "committee_member", over=registry.authority("青泽市委"))
    client.force_login(of.recorder)
    form = client.get(reverse("body", args=[of.body.pk])).context["form"]
    assert [account.name for account in form.fields["account"].queryset] == ["周正清"]


def test_the_form_is_empty_and_without_complaint_at_first(client):
    of = committee(("周正清",))
    client.force_login(of.recorder)
    form = client.get(reverse("body", args=[of.body.pk])).context["form"]
    assert (form.is_bound, form.initial["from_on"]) == (False, HELD_AT.date())


def test_a_seat_ends_today(client):
    of = committee(("周正清", "李慧"))
    client.force_login(of.recorder)
    client.post(reverse("body", args=[of.body.pk]), {"act": "unseat", "member": of.seat("李慧").pk})
    assert [member.account.name for member in seated(of.body, on=HELD_AT.date())] == ["周正清"]


def test_a_member_may_not_open_it(client):
    of = committee(("周正清", "李慧"))
    client.force_login(of.account("李慧"))
    assert client.get(reverse("bodies")).status_code == 403
