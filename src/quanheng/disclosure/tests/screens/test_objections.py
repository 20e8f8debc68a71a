"""The desk for objections."""

from datetime import date

import pytest
from django.urls import reverse

from quanheng.disclosure.actions.record_objection import record_objection
from quanheng.disclosure.models import Objection
from quanheng.disclosure.tests.factories import REPORT, desk, moment, notice

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _day(settings):
    settings.DEMONSTRATION_DATE = date(2025, 11, 20)


def test_a_letter_is_entered_checked_and_concluded(client):
    who = desk()
    made = notice(who)
    client.force_login(who.supervisor)
    typed = {"channel": "letter", "received_at": "2025-11-19T10:00", "content": REPORT, "name": "马德"}
    client.post(reverse("objection_record", args=[made.pk]), typed)
    report = Objection.objects.get()
    assert (report.channel, report.received_at, report.is_named) == ("letter", moment(19, 10), True)
    assert [str(row["state"]) for row in client.get(reverse("objections")).context["rows"]] == ["待核查"]
    answer = {"is_specific": "1", "conclusion": "经查不属实。", "affects_appointment": "0"}
    assert client.post(reverse("objection", args=[report.pk]), answer).url == reverse("objections")
    report.refresh_from_db()
    assert (report.is_specific, report.affects_appointment, report.checked_by) == (
        True,
        False,
        who.supervisor,
    )


def test_a_refusal_keeps_what_was_typed(client):
    who = desk()
    report = record_objection(by=None, at=moment(18, 20), notice=notice(who), content=REPORT)
    client.force_login(who.supervisor)
    page = client.post(
        reverse("objection", args=[report.pk]),
        {"is_specific": "0", "conclusion": "没有线索。", "affects_appointment": "1"},
    )
    assert page.status_code == 409
    assert "不能据以认定影响任职" in page.content.decode()
    assert "没有线索。</textarea>" in page.content.decode()


def test_a_letter_from_before_the_period_is_refused(client):
    who = desk()
    made = notice(who)
    client.force_login(who.supervisor)
    typed = {"channel": "letter", "received_at": "2025-11-16T10:00", "content": REPORT}
    page = client.post(reverse("objection_record", args=[made.pk]), typed)
    assert "公示期为2025-11-17至2025-11-21" in page.content.decode()
    assert not Objection.objects.exists()


def test_the_publisher_may_not_read_reports(client):
    who = desk()
    report = record_objection(by=None, at=moment(18, 20), notice=notice(who), content=REPORT)
    client.force_login(who.minister)
    assert client.get(reverse("objections")).status_code == 403
    assert client.get(reverse("objection", args=[report.pk])).status_code == 403
    assert REPORT not in client.get(reverse("notice", args=[report.notice_id])).content.decode()
