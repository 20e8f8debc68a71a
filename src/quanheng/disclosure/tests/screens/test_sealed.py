"""A report as named people see it: masked, opened for a purpose with a key, shut without one, hidden from others."""

from datetime import date

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from quanheng.access.models import JournalEntry
from quanheng.access.tests.keyed import equip, house, unlock
from quanheng.disclosure.actions.conclude_objection import conclude_objection
from quanheng.disclosure.actions.record_objection import record_objection
from quanheng.disclosure.models import Objection
from quanheng.disclosure.tests.factories import REPORT, desk, moment, notice
from quanheng.registry.tests import factories as registry

pytestmark = pytest.mark.django_db
NAME, FOUND = "马德", "经查阅招标材料，反映不属实。"
PURPOSE = {"purpose": "核查公示反映"}


@pytest.fixture(autouse=True)
def _day(settings):
    settings.DEMONSTRATION_DATE = date(2025, 11, 20)


@pytest.fixture
def shares():
    return house()


@pytest.fixture
def who(shares):
    who = desk()
    equip(who.supervisor, shares)
    return who


@pytest.fixture
def report(who):
    return record_objection(by=None, at=moment(18, 20), notice=notice(who), content=REPORT, name=NAME)


@pytest.fixture
def shen(who):
    client = Client()
    client.force_login(who.supervisor)
    return client


def address_of(report) -> str:
    return reverse("objection", args=[report.pk])


def text_of(response) -> str:
    return response.content.decode()


def test_shen_reads_it_with_an_open_key_for_a_purpose_on_record(shen, who, report):
    unlock(shen, who.supervisor)
    masked = text_of(shen.get(address_of(report)))
    assert REPORT not in masked
    assert NAME not in masked
    assert "署名" in masked
    shown = text_of(shen.post(address_of(report), PURPOSE))
    assert REPORT in shown
    assert NAME in shown
    assert "没有打开" not in shown
    entry = JournalEntry.objects.first()
    assert (entry.action, entry.by_name, entry.facts) == ("disclosure.objection.open", "沈清", PURPOSE)
    assert entry.subject == f"disclosure.objection:{report.pk}"
    assert REPORT not in text_of(shen.get(address_of(report)))


def test_with_the_key_shut_the_page_says_so_and_where_to_open_it(shen, report):
    shown = text_of(shen.post(address_of(report), PURPOSE))
    assert REPORT not in shown
    assert "有2项涉密内容没有打开" in shown
    assert reverse("keys") in shown
    assert "打开密钥" in text_of(shen.get(reverse("keys")))


def test_a_purpose_is_asked_for(shen, who, report):
    unlock(shen, who.supervisor)
    page = shen.post(address_of(report), {"purpose": "看看"})
    assert (page.status_code, "没有写明查阅用途" in text_of(page)) == (409, True)
    assert REPORT not in text_of(page)
    assert not JournalEntry.objects.filter(action="disclosure.objection.open").exists()


def test_the_conclusion_needs_no_key_and_is_opened_with_the_report(shen, who, report):
    given = {"is_specific": "1", "conclusion": FOUND, "affects_appointment": "0"}
    assert shen.post(address_of(report), given).status_code == 302
    assert FOUND not in text_of(shen.get(address_of(report)))
    unlock(shen, who.supervisor)
    shown = text_of(shen.post(address_of(report), PURPOSE))
    assert REPORT in shown
    assert FOUND in shown


def test_others_do_not_open_it(who, report):
    he = Client()
    he.force_login(who.minister)
    assert he.post(address_of(report), PURPOSE).status_code == 403
    far = Client()
    far.force_login(
        registry.account("罗平", "supervisor", over=registry.authority("中共南陵市委", code="nanling"))
    )
    assert far.post(address_of(report), PURPOSE).status_code == 404
    assert not JournalEntry.objects.filter(action="disclosure.objection.open").exists()


def test_in_a_house_without_keys_the_desk_works_as_before():
    who = desk()
    client = Client()
    client.force_login(who.supervisor)
    made = record_objection(by=None, at=moment(18, 20), notice=notice(who), content=REPORT)
    assert REPORT not in text_of(client.get(address_of(made)))
    shown = text_of(client.post(address_of(made), PURPOSE))
    assert REPORT in shown
    assert "没有打开" not in shown


def test_opening_asks_as_often_before_as_after_the_conclusion_and_the_list_for_one_as_for_three(
    shen, who, report
):
    unlock(shen, who.supervisor)
    asked, listed = set(), set()
    for n in range(3):
        listed.add(_queries(shen, "get", reverse("objections")))
        asked.add(_queries(shen, "post", address_of(report)))
        record_objection(by=None, at=moment(18, 21), notice=report.notice, content=f"{REPORT}{n}")
        if n == 0:
            said = {"is_specific": True, "conclusion": FOUND, "affects_appointment": False}
            conclude_objection(by=who.supervisor, at=moment(20, 9), objection=report, **said)
    assert Objection.objects.count() == 4
    assert (len(asked), len(listed)) == (1, 1)


def _queries(client, method: str, address: str) -> int:
    getattr(client, method)(address, PURPOSE)
    with CaptureQueriesContext(connection) as seen:
        assert getattr(client, method)(address, PURPOSE).status_code == 200
    return len(seen)
