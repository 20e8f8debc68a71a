"""The any-field query and the statistics as named people open them."""

from datetime import date
from io import BytesIO

import pytest
from django.db import connection
from django.test import Client
from django.urls import reverse
from python_calamine import CalamineWorkbook

from quanheng.access.models import JournalEntry
from quanheng.kernel.refusals import Refused
from quanheng.registry.models import SavedQuery
from quanheng.registry.queries.selecting import within_time
from quanheng.registry.tests import factories as make
from quanheng.registry.tests.counting import queries_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def city():
    return make.authority("中共云岭市委", code="city")


def signed_in(account) -> Client:
    client = Client()
    client.force_login(account)
    return client


@pytest.fixture
def wang(city):
    return signed_in(make.account("王敏", "section_chief", over=city))


@pytest.fixture
def liu(city):
    county = make.authority("中共青石县委", parent=city, code="qingshi")
    return signed_in(make.account("刘县", "officer", over=county))


@pytest.fixture
def chen(city):
    return seated("陈建国", city, id_number="999001198503010019")


def seated(name, city, **given):
    person = make.person(name, of=city, **{"ethnic_group": "汉族", **given})
    make.assignment(person, make.post(make.organisation(of=city)))
    make.rank(person, "132")
    make.education(person, "大学")
    return person


def text_of(response) -> str:
    return response.content.decode()


def test_conditions_of_the_address_find_people_and_say_themselves(city, wang, chen):
    seated("李红", city, sex="2", born_on=date(1970, 5, 1))
    page = text_of(wang.get("/query/?c=age:between:36,45&c=level:is:132&as_of=2026-11-21"))
    assert "陈建国" in page
    assert "李红" not in page
    assert "年龄 介于 36、45岁，并且职务层次 为 县处级副职" in page


def test_what_the_form_sends_becomes_an_address(wang, chen):
    sent = {
        "build": "1",
        "f0": "age",
        "o0": "between",
        "v0": "36",
        "w0": "45",
        "f1": "sex",
        "o1": "is",
        "v1": "2",
        "drop": "1",
    }
    assert wang.get("/query/", sent).headers["Location"] == "/query/?c=age:between:36,45"
    added = {**sent, "add": "grade"}
    del added["drop"]
    assert (
        wang.get("/query/", added).headers["Location"] == "/query/?c=age:between:36,45&c=sex:is:2&c=grade:is"
    )


def test_a_wrong_condition_is_named_and_nobody_is_listed(wang, chen):
    page = text_of(wang.get("/query/?c=sex:is:1&c=age:least:forty"))
    assert "第2个条件（年龄）不能用" in page
    assert "“forty”不是整数" in page
    assert "陈建国" not in page


def test_nobody_out_of_sight_is_found(liu, chen):
    assert "陈建国" not in text_of(liu.get("/query/?c=name:has:陈"))


def test_a_sensitive_condition_is_refused_without_the_right(city, chen):
    make.sanction(chen)
    zhao = signed_in(make.account("赵磊", "supervisor", over=city))
    page = text_of(zhao.get("/query/?c=sanction:is:P1"))
    assert "这是敏感信息，您没有“查阅敏感信息”权限" in page
    assert "陈建国" not in page
    assert "受过的处分处理" not in text_of(zhao.get("/query/"))


def test_a_cadre_may_not_open_the_query(city, chen):
    me = signed_in(make.account("陈建国", "cadre", over=city, person_key=chen.key))
    assert [me.get(each).status_code for each in ("/query/", "/statistics/", "/queries/")] == [403] * 3


def test_the_query_asks_as_often_for_one_as_for_three(city, wang):
    asked = set()
    for name in ("陈建国", "李红", "周志远"):
        seated(name, city)
        asked.add(queries_of(wang, reverse("query"), name, c="sex:is:1"))
    assert len(asked) == 1


def test_the_export_is_a_workbook_with_the_number_masked_unless_right(city, wang, chen):
    response = wang.post("/query/export/", {"conditions": "c=name:has:建国&c=level:is:132"})
    lines = CalamineWorkbook.from_filelike(BytesIO(response.content)).get_sheet_by_index(0).to_python()
    assert lines[1][0] == "陈建国"
    assert lines[1][6] == "999001198503010019"
    entry = JournalEntry.objects.get(action="registry.export_query")
    assert (entry.facts["conditions"], entry.facts["count"]) == ("c=name:has:%E2%80%A6&c=level:is:132", 1)
    zhao = signed_in(make.account("赵磊", "supervisor", over=city))
    masked = zhao.post("/query/export/", {"conditions": "c=level:is:132"})
    line = CalamineWorkbook.from_filelike(BytesIO(masked.content)).get_sheet_by_index(0).to_python()[1]
    assert line[6] == "999**************9"


def test_an_empty_export_is_refused(wang, chen):
    response = wang.post("/query/export/", {"conditions": "c=age:least:99"})
    assert response.status_code == 409
    assert "没有符合条件的干部" in text_of(response)


def test_a_query_is_kept_shared_opened_renamed_and_deleted(city, wang, liu, chen):
    wang.post("/query/save/?c=age:least:40", {"name": "四十岁以上", "shared_with": "city"})
    row = SavedQuery.objects.get()
    assert "四十岁以上" in text_of(liu.get("/queries/"))
    assert "陈建国" in text_of(wang.get(f"/query/?saved={row.pk}"))
    assert liu.post(f"/queries/{row.pk}/", {"delete": "1"}).status_code == 409
    wang.post(f"/queries/{row.pk}/", {"name": "四十岁及以上", "shared_with": ""})
    assert (SavedQuery.objects.get().name, liu.get(f"/queries/{row.pk}/").status_code) == (
        "四十岁及以上",
        404,
    )
    wang.post(f"/queries/{row.pk}/", {"delete": "1"})
    assert not SavedQuery.objects.exists()


def test_the_table_adds_up_and_every_number_opens_its_people(city, wang, chen):
    seated("李红", city, sex="2", born_on=date(1970, 5, 1))
    make.person("王未定", of=city, born_on=date(1990, 1, 1))
    page = wang.get("/statistics/?rows=level&columns=age&as_of=2026-11-21")
    table = page.context["table"]
    assert [line["label"] for line in table["body"]] == ["县处级副职", "未登记"]
    assert table["whole"] == 3
    for line in [*table["body"], table["total"]]:
        assert sum(cell["number"] for cell in line["cells"]) == line["total"]["number"]
        for cell in [*line["cells"], line["total"]]:
            if cell["number"]:
                found = wang.get(f"{cell['url']}&as_of=2026-11-21")
                assert found.context["page"].count == cell["number"]


def test_statistics_state_their_definition_scope_and_day(wang, chen):
    page = text_of(wang.get("/statistics/?table=women_level&as_of=2026-11-21"))
    for words in ("中共云岭市委", "口径", "2026-11-21", "人员管理状态 为 现职人员", "data-chart"):
        assert words in page


def test_statistics_refuse_a_wrong_condition(wang, chen):
    assert "不能用" in text_of(wang.get("/statistics/?rows=level&c=age:least:x"))


def test_the_pages_in_english(wang, chen):
    wang.cookies["django_language"] = "en"
    assert "Query by any field" in text_of(wang.get("/query/?c=age:least:30"))
    assert "Women by level" in text_of(wang.get("/statistics/"))
    assert "Saved queries" in text_of(wang.get("/queries/"))


def test_a_query_that_takes_too_long_is_refused_and_frees_the_server(monkeypatch):
    monkeypatch.setattr("quanheng.registry.queries.selecting.SECONDS", 0.05)
    with pytest.raises(Refused, match="查询没有做完"), within_time(), connection.cursor() as cursor:
        cursor.execute("SELECT pg_sleep(5)")


def test_who_is_not_met_in_haste_is_found_all_the_same(wang, chen, monkeypatch):
    monkeypatch.setattr("quanheng.registry.screens.query.HASTE", 0.001)
    page = text_of(wang.get("/query/?c=age:least:30"))
    assert "陈建国" in page
    assert "查询没有做完" not in page


def test_the_limits_of_a_query_end_with_it():
    names = ("enable_hashjoin", "statement_timeout", "work_mem")
    before = [setting(name) for name in names]
    with within_time(2, is_walking=True):
        assert [setting(name) for name in names] == ["off", "2s", "64MB"]
    assert [setting(name) for name in names] == before


def setting(name: str) -> str:
    with connection.cursor() as cursor:
        cursor.execute("SELECT current_setting(%s)", [name])
        return str(cursor.fetchone()[0])
