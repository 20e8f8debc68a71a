"""What anybody may open."""

from datetime import date

import pytest
from django.urls import reverse

from quanheng.disclosure.models import Objection
from quanheng.disclosure.tests.factories import REPORT, desk, notice, profile

pytestmark = pytest.mark.django_db


@pytest.fixture
def on_day(settings):
    def choose(day):
        settings.DEMONSTRATION_DATE = date(2025, 11, day)

    choose(19)
    return choose


def test_the_list_shows_who_hangs_now_and_nobody_afterwards(client, on_day):
    notice()
    assert "陈建国" in client.get(reverse("public_notices")).content.decode()
    on_day(22)
    assert "陈建国" not in client.get(reverse("public_notices")).content.decode()


def test_the_page_shows_the_notice_without_sign_in(client, on_day):
    made = notice()
    page = client.get(reverse("public_notice", args=[made.slug]))
    words = page.content.decode()
    assert "第3个工作日，共5个" in words
    assert "主持国道改建工程" in words
    assert "12380" in words
    assert (page["Cache-Control"], page["X-Robots-Tag"]) == ("no-store", "noindex, noarchive")


def test_after_the_period_nothing_personal_is_left(client, on_day):
    made = notice()
    on_day(22)
    words = client.get(reverse("public_notice", args=[made.slug])).content.decode()
    assert "公示期已满" in words
    for personal in ("陈建国", "1985", "交通运输局", "国道"):
        assert personal not in words
    assert (
        client.post(reverse("public_notice", args=[made.slug]), {"content": REPORT}).context.get("form")
        is None
    )
    assert not Objection.objects.exists()


def test_before_the_period_there_is_no_page(client, on_day):
    made = notice()
    on_day(16)
    assert client.get(reverse("public_notice", args=[made.slug])).status_code == 404
    assert client.get(reverse("public_notice", args=["nothing"])).status_code == 404


def test_a_report_is_received_with_a_receipt(client, on_day):
    made = notice()
    page = client.post(reverse("public_notice", args=[made.slug]), {"content": REPORT}, follow=True)
    report = Objection.objects.get()
    assert (report.is_named, report.channel) == (False, "web")
    assert f"回执号{report.receipt}" in page.content.decode()


def test_too_short_a_report_is_kept_in_the_form(client, on_day):
    page = client.post(reverse("public_notice", args=[notice().slug]), {"content": "不合适", "name": "马德"})
    assert 'value="马德"' in page.content.decode()
    assert not Objection.objects.exists()


def test_the_photo_is_shown_only_while_the_notice_hangs(client, on_day):
    who = desk()
    who.person.photo = b"\xff\xd8\xff\xe0 jpeg"
    who.person.save()
    made = notice(who, profile=profile(has_photo=True))
    address = reverse("public_notice_photo", args=[made.slug])
    assert client.get(address).content == b"\xff\xd8\xff\xe0 jpeg"
    on_day(22)
    assert client.get(address).status_code == 404


def test_the_page_is_there_in_english(client, on_day):
    words = client.get(
        reverse("public_notice", args=[notice().slug]), headers={"accept-language": "en"}
    ).content.decode()
    assert "Working day 3 of 5" in words
    assert "How to report" in words
