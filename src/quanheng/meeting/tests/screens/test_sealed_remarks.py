"""Remarks beside votes as named people see them: masked, opened for a purpose with a key, in no dump, not on paper without a key."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from quanheng.access.actions.scope import as_system
from quanheng.access.actions.seal_rows import seal_waiting_rows
from quanheng.access.models import JournalEntry
from quanheng.access.tests.keyed import equip, house, ring, unlock
from quanheng.meeting.actions.decide_item import decide_item
from quanheng.meeting.actions.express import express
from quanheng.meeting.actions.recuse import recuse
from quanheng.meeting.models import Item
from quanheng.meeting.queries.papers import SHUT, sheet
from quanheng.meeting.tests.factories import HELD_AT, NAMES, committee, matter, sitting
from quanheng.registry.tests import factories as registry
from quanheng.registry.tests.actions.test_sealed import dump

pytestmark = pytest.mark.django_db
REMARK = "基层经历偏少金丝雀甲"
PURPOSE = {"purpose": "整理会议纪要"}


@pytest.fixture(autouse=True)
def _day(settings):
    settings.DEMONSTRATION_DATE = HELD_AT.date()


@pytest.fixture
def shares():
    return house()


@pytest.fixture
def of(shares):
    of = committee()
    for name in ("李慧", "张卫东"):
        equip(of.account(name), shares)
    return of


def decided(of, *, remarks: int = 1, aside: str = "", later: int = 0) -> Item:
    at = HELD_AT + timedelta(hours=later)
    bureau = of.candidate.organisation
    person = registry.person("李红", of=of.authority, at=bureau) if later else None
    item = matter(of, sitting(of, held_at=at), person)
    if aside:
        recuse(by=of.recorder, at=at, item=item, member=of.seat(aside), ground="other")
    speakers = [name for name in (*NAMES[1:], NAMES[0]) if name != aside]
    for index, name in enumerate(speakers):
        remark = REMARK if index < remarks else ""
        express(by=of.account(name), at=at, item=item, stance="agree", remark=remark)
    return decide_item(by=of.recorder, at=at + timedelta(minutes=30), item=item)


def browser(account) -> Client:
    client = Client()
    client.force_login(account)
    return client


def address(item) -> str:
    return reverse("decision", args=[item.meeting_id, item.number])


def test_li_reads_them_with_an_open_key_for_a_purpose_on_record(of):
    item, client = decided(of), unlock(browser(of.account("李慧")), of.account("李慧"))
    pages = [
        address(item),
        reverse("meeting", args=[item.meeting_id]),
        reverse("meeting_seat", args=[item.meeting_id]),
    ]
    assert [REMARK in client.get(page).content.decode() for page in pages] == [False, False, False]
    shown = client.post(address(item), PURPOSE).content.decode()
    assert REMARK in shown
    assert "没有打开" not in shown
    entry = JournalEntry.objects.first()
    assert (entry.action, entry.by_name, entry.facts) == ("meeting.item.open_remarks", "李慧", PURPOSE)


def test_with_the_key_shut_the_page_and_the_paper_say_so(of):
    item, client = decided(of), browser(of.account("李慧"))
    shown = client.post(address(item), PURPOSE).content.decode()
    assert REMARK not in shown
    assert "有1项涉密内容没有打开" in shown
    assert _remarks(item, None).count(SHUT) == 1
    assert _remarks(item, ring(of.account("李慧"))).count(REMARK) == 1


def _remarks(item, held) -> list[str]:
    table = next(block for block in sheet(item, ring=held).blocks if hasattr(block, "rows"))
    return [row[4] for row in table.rows]


def test_who_stepped_aside_and_who_does_not_sit_there_do_not_read_them(of):
    item = decided(of, aside="张卫东")
    page = unlock(browser(of.account("张卫东")), of.account("张卫东")).post(address(item), PURPOSE)
    assert (page.status_code, REMARK in page.content.decode()) == (409, False)
    assert "已回避" in page.content.decode()
    teller = registry.account("苏晴", "teller", over=of.authority)
    assert browser(teller).post(address(item), PURPOSE).status_code == 403
    assert not JournalEntry.objects.filter(action="meeting.item.open_remarks").exists()


@pytest.mark.django_db(transaction=True)
def test_a_remark_is_in_no_dump() -> None:
    with as_system(on=HELD_AT.date()):
        house()
        item = decided(committee())
    kept = dump()
    assert item.title in kept
    assert REMARK not in kept
    assert REMARK.encode().hex() not in kept


def test_in_a_house_without_keys_they_wait_and_are_sealed_later():
    of = committee()
    item = decided(of, remarks=2)
    assert REMARK in browser(of.account("李慧")).post(address(item), PURPOSE).content.decode()
    shares = house()
    assert seal_waiting_rows(by=None, at=HELD_AT) == 2
    assert _remarks(item, None).count(SHUT) == 2
    assert _remarks(item, ring(equip(of.account("李慧"), shares))).count(REMARK) == 2


def test_opening_asks_as_often_for_one_remark_as_for_three(of):
    client, asked = unlock(browser(of.account("李慧")), of.account("李慧")), set()
    items = [decided(of, remarks=1), decided(of, remarks=3, later=2)]
    for item in items:
        client.post(address(item), PURPOSE)
        with CaptureQueriesContext(connection) as seen:
            assert REMARK in client.post(address(item), PURPOSE).content.decode()
        asked.add(len(seen))
    assert len(asked) == 1
