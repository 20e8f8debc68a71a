"""A member's own page."""

import pytest
from django.urls import reverse

from quanheng.meeting.tests.factories import HELD_AT, committee, matter, sitting

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _day(settings):
    settings.DEMONSTRATION_DATE = HELD_AT.date()


def test_a_member_answers_once(client):
    of = committee()
    meeting = sitting(of)
    item = matter(of, meeting)
    client.force_login(of.account("李慧"))
    address = reverse("meeting_seat", args=[meeting.pk])
    assert 'value="agree"' in client.get(address).content.decode()
    assert client.post(address, {"item": "1", "stance": "disagree", "remark": "基层经历偏少"}).url == address
    words = client.get(address).content.decode()
    assert "您已表态" in words
    assert 'value="agree"' not in words
    again = client.post(address, {"item": "1", "stance": "agree"})
    assert (again.status_code, item.expressions.get().stance) == (409, "disagree")
    assert "李慧已表态：不同意" in again.content.decode()


def test_the_chief_is_told_whom_he_waits_for(client):
    of = committee(("周正清", "李慧", "张卫东"))
    meeting = sitting(of)
    matter(of, meeting)
    client.force_login(of.account("周正清"))
    words = client.get(reverse("meeting_seat", args=[meeting.pk])).content.decode()
    assert "李慧、张卫东" in words
    assert 'value="agree"' not in words


def test_a_member_steps_aside(client):
    of = committee()
    meeting = sitting(of)
    item = matter(of, meeting)
    client.force_login(of.account("赵敏"))
    client.post(reverse("meeting_seat", args=[meeting.pk]), {"item": "1", "stance": "recuse"})
    assert item.recusals.get().member == of.seat("赵敏")


def test_an_absent_member_only_reads(client):
    of = committee()
    meeting = sitting(of, absent=["赵敏"])
    matter(of, meeting)
    client.force_login(of.account("赵敏"))
    assert "您未到会" in client.get(reverse("meeting_seat", args=[meeting.pk])).content.decode()


def test_the_recorder_has_no_seat(client):
    of = committee()
    client.force_login(of.recorder)
    assert client.get(reverse("meeting_seat", args=[sitting(of).pk])).status_code == 403
