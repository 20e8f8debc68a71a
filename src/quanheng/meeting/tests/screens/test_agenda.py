"""Putting a matter on the agenda by hand, and reopening a decision."""

from datetime import timedelta

import pytest
from django.urls import reverse

from quanheng.meeting.actions.decide_item import decide_item
from quanheng.meeting.models import Item
from quanheng.meeting.tests.factories import HELD_AT, NAMES, committee, matter, sitting, speak
from quanheng.registry.tests import factories as registry

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _day(settings):
    settings.DEMONSTRATION_DATE = HELD_AT.date()


def test_find_choose_add(client):
    of = committee(("周正清", "李慧"))
    meeting = sitting(of)
    post = registry.post(of.candidate.organisation, "总工程师")
    client.force_login(of.recorder)
    address = reverse("meeting_agenda", args=[meeting.pk])
    found = client.get(address, {"person_q": "陈建", "post_q": "交通 总工"})
    assert (found.context["persons"], found.context["posts"]) == ([of.candidate], [post])
    assert client.post(address, {"person": of.candidate.pk, "post": post.pk}).url == reverse(
        "meeting", args=[meeting.pk]
    )
    assert Item.objects.get().title == "陈建国拟任云岭市交通运输局总工程师"


def test_people_of_another_city_are_not_found(client):
    of = committee(("周正清", "李慧"))
    registry.person("陈建业", of=registry.authority("青泽市委"))
    client.force_login(of.recorder)
    found = client.get(reverse("meeting_agenda", args=[sitting(of).pk]), {"person_q": "陈建"})
    assert found.context["persons"] == [of.candidate]


def test_nothing_chosen_is_refused(client):
    of = committee(("周正清", "李慧"))
    client.force_login(of.recorder)
    page = client.post(reverse("meeting_agenda", args=[sitting(of).pk]), {"person": "x", "post": "y"})
    assert page.status_code == 409
    assert "没有选定拟任人选和拟任职务" in page.content.decode()


def test_a_decision_is_reopened_with_the_members_ticked(client):
    of = committee(NAMES[:3])
    item = matter(of, sitting(of))
    speak(of, item, disagree=NAMES[1:3], agree=NAMES[:1])
    decide_item(by=of.recorder, at=HELD_AT + timedelta(minutes=20), item=item)
    meeting = sitting(of, held_at=HELD_AT + timedelta(hours=2))
    client.force_login(of.recorder)
    address = reverse("meeting_agenda", args=[meeting.pk])
    one = client.post(address, {"act": "reopen", "item": item.pk, "agreed": [of.seat("李慧").pk]})
    assert "成员3人，同意复议1人，未超过半数（须2人）" in one.content.decode()
    client.post(
        address, {"act": "reopen", "item": item.pk, "agreed": [of.seat(name).pk for name in NAMES[1:3]]}
    )
    assert Item.objects.get(reopens=item).reopened_by == 2
