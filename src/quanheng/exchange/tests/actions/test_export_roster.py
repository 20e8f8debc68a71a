"""Exporting a roster: who may, what is masked, what the journal keeps."""

import io
from datetime import date

import pytest
from python_calamine import CalamineWorkbook

from quanheng.access.models import JournalEntry
from quanheng.exchange.actions.export_roster import export_roster
from quanheng.exchange.queries.roster_table import Wanted
from quanheng.kernel.refusals import Refused
from quanheng.registry.tests import factories as make

pytestmark = pytest.mark.django_db
NUMBER = "999001198503010017"


@pytest.fixture
def city():
    return make.authority("中共云岭市委", code="city")


@pytest.fixture
def bureau(city):
    unit = make.organisation("云岭市交通运输局", of=city, code="001.002")
    chief = make.person("陈建国", at=unit, id_number=make.identity_number())
    make.assignment(chief, make.post(unit, "局长", level="131", role="chief"))
    make.assignment(make.person("李红", at=unit, sex="2"), make.post(unit))
    make.person("周退休", at=unit, status="退休")
    return unit


def export(by, wanted, *keys, **given):
    fixed = {"kind": "roster", "form": "xlsx", "columns": keys, "as_of": make.ON}
    return export_roster(by=by, at=make.AT, wanted=wanted, **{**fixed, **given})


def rows_of(content):
    return CalamineWorkbook.from_filelike(io.BytesIO(content)).get_sheet_by_index(0).to_python()


def names(content):
    return [row[1] for row in rows_of(content)[3:] if row[1]]


def test_those_in_post_by_level_and_those_below_the_unit(city, bureau):
    wang = make.account("王敏", "officer", over=city)
    below = make.organisation("云岭市公路中心", of=city, parent=bureau, code="001.002.001")
    make.person("王岚", at=below)
    assert names(export(wang, Wanted("001.002"), "post", "level")) == ["陈建国", "李红", "王岚"]
    assert names(export(wang, Wanted("001.002", has_below=False), "post")) == ["陈建国", "李红"]
    assert names(export(wang, Wanted("001.002", has_below=False, is_serving=False), "post")) == ["陈建国", "李红", "周退休"]


def test_an_authority_and_a_query(city, bureau):
    wang = make.account("王敏", "officer", over=city)
    assert set(names(export(wang, Wanted(authority=city.code)))) == {"陈建国", "李红"}
    assert names(export(wang, Wanted(conditions="c=sex:is:2"), kind="table")) == ["李红"]


def test_another_authority_exports_nobody(bureau):
    liu = make.account("刘县", "officer", over=make.authority("中共青石县委", code="qingshi"))
    with pytest.raises(Refused) as refused:
        export(liu, Wanted("001.002"))
    assert str(refused.value.why) == "没有符合条件的干部"


def test_identity_numbers_need_the_right_and_a_purpose(city, bureau):
    wang, zhao = make.account("王敏", "officer", over=city), make.account("赵敏", "supervisor", over=city)
    with pytest.raises(Refused) as refused:
        export(zhao, Wanted("001.002"), "identity", purpose="年度统计核对")
    assert "查阅敏感信息" in str(refused.value.why)
    with pytest.raises(Refused) as refused:
        export(wang, Wanted("001.002"), "identity", purpose="核")
    assert str(refused.value.why) == "导出身份证号没有写明用途"
    rows = rows_of(export(wang, Wanted("001.002"), "identity", purpose="年度统计核对"))
    assert rows[4][2].startswith("999001")
    assert "*" not in rows[4][2]


def test_numbers_of_people_beyond_the_right_stay_masked(city, bureau):
    county = make.authority("中共青石县委", parent=city, code="qingshi")
    wang = make.account("王敏", "supervisor", over=city)
    make.grant(wang, "officer", over=county)
    rows = rows_of(export(wang, Wanted("001.002"), "identity", purpose="年度统计核对"))
    assert rows[4][2].startswith("999***")
    assert "身份证号按权限隐去部分数字" in rows[1][0]


def test_the_journal_keeps_whose_which_columns_and_what_for(city, bureau):
    wang = make.account("王敏", "officer", over=city)
    export(wang, Wanted("001.002"), "identity", purpose="年度统计核对", form="pdf")
    entry = JournalEntry.objects.get(action="exchange.roster.export")
    assert entry.by_name == "王敏"
    assert entry.facts["purpose"] == "年度统计核对"
    assert (entry.facts["organisation"], entry.facts["columns"], entry.facts["is_open"]) == ("001.002", "name identity", True)
    assert "陈建国" not in str(entry.facts)


def test_a_past_day_shows_the_posts_of_then(city, bureau):
    wang = make.account("王敏", "officer", over=city)
    rows = rows_of(export(wang, Wanted("001.002"), "post", "age", as_of=date(2019, 1, 1)))
    assert (rows[4][2], rows[4][3]) == ("", "33")
