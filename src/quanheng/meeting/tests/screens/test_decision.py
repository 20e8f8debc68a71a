"""The decision sheet."""

from datetime import timedelta

import pytest
from django.urls import reverse

from quanheng.meeting.actions.decide_item import decide_item
from quanheng.meeting.queries.papers import sheet
from quanheng.meeting.tests.factories import HELD_AT, NAMES, committee, matter, sitting, speak

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _day(settings):
    settings.DEMONSTRATION_DATE = HELD_AT.date()


def _decided(of):
    item = matter(of, sitting(of, absent=NAMES[8:]))
    speak(of, item, agree=NAMES[1:6], disagree=NAMES[6:8])
    speak(of, item, agree=NAMES[:1])
    return decide_item(by=of.recorder, at=HELD_AT + timedelta(minutes=30), item=item)


def test_it_shows_the_figures_and_prints(client):
    of = committee()
    item = _decided(of)
    client.force_login(of.account("李慧"))
    page = client.get(reverse("decision", args=[item.meeting_id, 1])).content.decode()
    assert "应到9人，实到8人，法定6人，回避0人。" in page
    paper = client.get(reverse("decision_pdf", args=[item.meeting_id, 1]))
    assert (paper["Content-Type"], paper.content[:5]) == ("application/pdf", b"%PDF-")


def test_the_paper_lists_every_member_in_the_order_of_speaking():
    item = _decided(committee())
    table = next(block for block in sheet(item).blocks if hasattr(block, "rows"))
    assert [row[1] for row in table.rows] == [*NAMES[1:8], NAMES[0], NAMES[8]]
    assert table.rows[-1] == ["—", "王岚", "缺席", "—", "因公出差"]
    assert [row[3] for row in table.rows].count("同意") == 6


def test_the_paper_names_the_regulations_once():
    words = "".join(getattr(block, "text", "") for block in sheet(_decided(committee())).blocks)
    assert "依据：《党政领导干部选拔任用工作条例》（2019年）第三十八条、第三十九条、第五十三条。" in words
    assert (
        "应到9人，实到8人，法定6人，回避0人。口头表决：同意6人，不同意2人，缓议0人，通过须5人同意。" in words
    )


def test_an_open_item_has_none(client):
    of = committee()
    item = matter(of, sitting(of))
    client.force_login(of.account("李慧"))
    assert client.get(reverse("decision", args=[item.meeting_id, 1])).status_code == 404
