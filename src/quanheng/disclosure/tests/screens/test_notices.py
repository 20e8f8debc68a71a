"""The staff's pages of notices."""

from datetime import date

import pytest
from django.urls import reverse

from quanheng.disclosure.queries.papers import notice_content
from quanheng.disclosure.tests.factories import desk, notice
from quanheng.registry.tests import factories as registry

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _day(settings):
    settings.DEMONSTRATION_DATE = date(2025, 11, 20)


def test_the_list_says_how_far_each_has_come(client):
    who = desk()
    notice(who)
    client.force_login(who.supervisor)
    row = client.get(reverse("notices")).context["rows"][0]
    assert (row["person"], str(row["progress"]), row["waiting"]) == ("陈建国", "第4个工作日，共5个", 0)


def test_somebody_from_another_city_sees_none(client):
    made = notice()
    client.force_login(registry.account("韩冬", "officer", over=registry.authority("青泽市委")))
    assert client.get(reverse("notices")).context["rows"] == []
    assert client.get(reverse("notice", args=[made.pk])).status_code == 404


def test_one_notice_lists_its_items_in_their_order(client):
    who = desk()
    made = notice(who)
    made.refresh_from_db()
    client.force_login(who.supervisor)
    facts = client.get(reverse("notice", args=[made.pk])).context["facts"]
    assert [fact["label"] for fact in facts[:4]] == ["姓名", "性别", "民族", "出生年月"]


def test_taking_down_on_the_fourth_day_is_refused_on_the_page_and_done_after_the_fifth(client, settings):
    who = desk()
    made = notice(who)
    client.force_login(who.minister)
    page = client.post(reverse("notice", args=[made.pk]))
    assert page.status_code == 409
    assert "现在是第4个工作日" in page.content.decode()
    assert "2025-11-21 17:00起可以撤下" in page.content.decode()
    settings.DEMONSTRATION_DATE = date(2025, 11, 22)
    assert client.post(reverse("notice", args=[made.pk])).status_code == 302
    made.refresh_from_db()
    assert made.taken_down_at


def test_the_supervisor_has_no_button_and_no_right(client):
    who = desk()
    made = notice(who)
    client.force_login(who.supervisor)
    assert "撤下公示" not in client.get(reverse("notice", args=[made.pk])).content.decode()
    assert client.post(reverse("notice", args=[made.pk])).status_code == 409


def test_the_paper(client):
    who = desk()
    made = notice(who)
    client.force_login(who.minister)
    assert client.get(reverse("notice_pdf", args=[made.pk])).content[:5] == b"%PDF-"
    paper = notice_content(made)
    rows = next(block.rows for block in paper.blocks if hasattr(block, "rows"))
    assert ["出生年月", "1985.03"] in rows
    assert any(
        "2025年11月17日至2025年11月21日（5个工作日）" in getattr(block, "text", "") for block in paper.blocks
    )


def test_three_notices_take_as_many_queries_as_one(client, django_assert_num_queries):
    who = desk()
    notice(who)
    client.force_login(who.minister)
    client.get(reverse("notices"))
    with django_assert_num_queries(5 + 8) as first:  # eight to state what may be seen, and to leave it again
        client.get(reverse("notices"))
    for name in ("林涛", "秦月"):
        notice(who, person=registry.person(name, of=who.authority))
    with django_assert_num_queries(len(first.captured_queries)):
        assert len(client.get(reverse("notices")).context["rows"]) == 3
