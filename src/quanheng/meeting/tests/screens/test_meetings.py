"""The list of meetings and the form that convenes one."""

import pytest
from django.urls import reverse

from quanheng.meeting.models import Meeting
from quanheng.meeting.tests.factories import HELD_AT, committee, matter, sitting
from quanheng.registry.tests import factories as registry

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _day(settings):
    settings.DEMONSTRATION_DATE = HELD_AT.date()


def test_a_member_sees_the_meetings_of_his_committee(client):
    of = committee()
    meeting = sitting(of)
    matter(of, meeting)
    client.force_login(of.account("李慧"))
    page = client.get(reverse("meetings"))
    assert page.context["rows"][0]["title"] == "市委常委会会议（2026-11-13）"
    assert (page.context["rows"][0]["all_items"], page.context["rows"][0]["open_items"]) == (1, 1)
    assert "召集会议" not in page.content.decode()


def test_somebody_from_another_city_sees_none_and_may_not_open_one(client):
    meeting = sitting(committee())
    client.force_login(registry.account("韩冬", "committee_member", over=registry.authority("青泽市委")))
    assert client.get(reverse("meetings")).context["rows"] == []
    assert client.get(reverse("meeting", args=[meeting.pk])).status_code == 404


def test_a_teller_may_not_open_the_list(client):
    of = committee()
    client.force_login(registry.account("丁宁", "teller", over=of.authority))
    assert client.get(reverse("meetings")).status_code == 403


def test_the_recorder_convenes_and_a_second_time_is_told_why_not(client):
    of = committee()
    client.force_login(of.recorder)
    typed = {"body": of.body.pk, "held_at": "2026-11-20T09:00", "place": "三楼会议室"}
    made = client.post(reverse("meeting_convene"), typed)
    assert made.url == reverse("meeting", args=[Meeting.objects.get().pk])
    again = client.post(reverse("meeting_convene"), typed)
    assert (again.status_code, Meeting.objects.count()) == (409, 1)
    assert "“市委常委会”在2026-11-20 09:00已有一次会议" in again.content.decode()
    assert 'value="三楼会议室"' in again.content.decode()


def test_without_a_body_the_page_says_where_to_begin(client):
    city = registry.authority("青泽市委")
    client.force_login(registry.account("韩冬", "section_chief", over=city))
    assert "还没有会议主体" in client.get(reverse("meeting_convene")).content.decode()


def test_three_meetings_take_as_many_queries_as_one(client, django_assert_num_queries):
    of = committee(("周正清", "李慧"))
    client.force_login(of.account("李慧"))
    sitting(of)
    client.get(reverse("meetings"))
    with django_assert_num_queries(5 + 8) as first:  # eight to state what may be seen, and to leave it again
        client.get(reverse("meetings"))
    for day in (1, 2):
        sitting(of, held_at=HELD_AT.replace(day=13 + day))
    with django_assert_num_queries(len(first.captured_queries)):
        assert len(client.get(reverse("meetings")).context["rows"]) == 3
