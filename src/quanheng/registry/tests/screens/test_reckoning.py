"""Background reckonings as named people meet them: the button, the bar, the way back, and nobody else's."""

from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse

from quanheng.access.models import Account
from quanheng.access.tests import workers
from quanheng.registry.actions.run_reckonings import RECKONINGS
from quanheng.registry.models import Reckoning
from quanheng.registry.queries import selecting
from quanheng.registry.tests import factories as make
from quanheng.web.screens import clock

pytestmark = pytest.mark.django_db
TABLE = {"kind": "statistics", "query": "c=sex:is:1", "rows": "level", "columns": "sex"}


@pytest.fixture
def city():
    return make.authority("中共云岭市委", code="city")


@pytest.fixture
def wang(city) -> Account:
    make.rank(make.person("陈建国", of=city), "132")
    return make.account("王敏", "section_chief", over=city)


def signed_in(account: Account) -> Client:
    client = Client()
    client.force_login(account)
    return client


def work() -> None:
    workers.work(RECKONINGS, at=clock.now())


def test_asked_for_shown_while_it_lasts_and_back_to_the_table(wang):
    client = signed_in(wang)
    sent = client.post(reverse("reckoning_ask"), TABLE)
    page = client.get(sent.url).content.decode()
    assert "等待后台办理" in page
    row = Reckoning.objects.get()
    Reckoning.objects.update(state="running", done=12, total=64, started_at=clock.now())
    with workers.held(row):
        bar = client.get(reverse("reckoning_progress", args=[row.pk])).content.decode()
    assert "12 / 64" in bar
    Reckoning.objects.update(state="waiting")
    work()
    assert client.get(reverse("reckoning_progress", args=[row.pk])).headers["HX-Refresh"] == "true"
    table = client.get(client.get(sent.url).url).content.decode()
    assert "重新统计" in table
    assert "县处级副职" in table


def test_a_list_comes_back_page_by_page(wang):
    client = signed_in(wang)
    sent = client.post(reverse("reckoning_ask"), {"kind": "query", "query": "c=sex:is:1"})
    work()
    page = client.get(client.get(sent.url).url).content.decode()
    assert "陈建国" in page
    assert "统计时间" in page


def test_a_workbook_is_handed_out_to_its_owner_only(wang, city):
    client = signed_in(wang)
    sent = client.post(reverse("reckoning_ask"), {"kind": "export", "query": "c=sex:is:1"})
    work()
    assert "下载工作簿" in client.get(sent.url).content.decode()
    paper = reverse("reckoning_workbook", args=[Reckoning.objects.get().pk])
    assert client.get(paper).content[:2] == b"PK"
    other = signed_in(make.account("赵磊", "section_chief", over=city))
    assert [other.get(each).status_code for each in (paper, sent.url)] == [404, 404]


def test_who_may_view_nobody_is_refused(city):
    admin = signed_in(make.account("管理员", "system_admin", over=city))
    assert admin.post(reverse("reckoning_ask"), TABLE).status_code == 403
    assert not Reckoning.objects.exists()


def test_a_broken_one_says_so_and_one_nobody_takes_up_says_why(wang):
    client = signed_in(wang)
    sent = client.post(reverse("reckoning_ask"), TABLE)
    Reckoning.objects.update(asked_at=clock.now() - timedelta(minutes=1))
    assert "quanheng work" in client.get(sent.url).content.decode()
    Reckoning.objects.update(state="interrupted")
    assert "可以重新提交" in client.get(sent.url).content.decode()


def test_a_table_that_takes_too_long_offers_the_background(wang, monkeypatch):
    monkeypatch.setattr(selecting, "SECONDS", 0.001)
    page = signed_in(wang).get(reverse("statistics"), {"table": "education_level"}).content.decode()
    assert "改在后台办理" in page
