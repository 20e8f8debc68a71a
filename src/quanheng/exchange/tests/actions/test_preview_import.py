"""A preview says what would happen, row by row, and changes nothing."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from quanheng.access.models import Account, Authority
from quanheng.exchange.models import ImportLine
from quanheng.exchange.queries.planning import forget
from quanheng.exchange.tests import books
from quanheng.kernel.refusals import Refused
from quanheng.registry.models import Assignment, Organisation, Person, Post
from quanheng.registry.tests import factories

pytestmark = pytest.mark.django_db


def test_says_what_would_be_added_and_adds_nothing(city: Authority, officer: Account) -> None:
    row = books.person(0, "陈建国")
    batch = books.preview(officer, city, books.book(row, A02职务=[books.seat(row)]))
    assert batch.counts["total"] == {"add": 7, "warn": 1}
    assert batch.counts["nouns"]["干部"] == {"add": 1, "warn": 1}
    assert [model.objects.count() for model in (Organisation, Post, Person, Assignment)] == [0, 0, 0, 0]


def test_a_rule_decides_whose_people_they_are(city: Authority, officer: Account) -> None:
    county = factories.authority("青石县委", parent=city, code="qingshi")
    county.management_rules.create(manages="县级党委管理干部", organisation_code="001.004")
    row = books.person(0, "陈建国", management_scope="县级党委管理干部")
    books.commit(officer, city, books.book(row))
    assert Person.objects.get().authority == county


def test_the_same_file_waits_only_once(city: Authority, officer: Account) -> None:
    content = books.book(books.person(0, "陈建国"))
    first = books.preview(officer, city, content)
    with pytest.raises(Refused, match="已于2026-11-21 09:00上传"):
        books.preview(officer, city, content)
    assert first.state == "previewed"
    assert ImportLine.objects.filter(batch=first).count() == first.counts["total"]["add"] + 1


def test_a_county_officer_cannot_import_the_citys_people(city: Authority, officer: Account) -> None:
    county = factories.authority("青石县委", parent=city, code="qingshi")
    outsider = factories.account("李娟", "officer", over=county)
    content = books.book(books.person(0, "陈建国"))
    books.commit(officer, city, content)
    batch = books.preview(outsider, county, content)
    assert batch.counts["nouns"]["干部"] == {"reject": 1}
    assert any("陈建国 由云岭市委管理，不在您的管理权限内" in each for each in books.said(batch, "reject"))


def test_a_county_officer_cannot_import_for_the_city(city: Authority) -> None:
    outsider = factories.account("李娟", "officer", over=factories.authority("青石县委", parent=city, code="qingshi"))
    with pytest.raises(Refused, match="没有“导入表册”权限"):
        books.preview(outsider, city, books.book(books.person(0, "陈建国")))


def test_the_number_of_queries_does_not_grow(city: Authority, officer: Account) -> None:
    few = _queries(officer, city, 1)
    assert _queries(officer, city, 2) == few  # a third would sit beyond the quota, and leave a gap to note


def _queries(officer: Account, city: Authority, count: int) -> int:
    people = [books.person(place, name) for place, name in enumerate(("陈建国", "周梅")[:count])]
    lines = {"A02职务": [books.seat(row) for row in people], "A15考核": [books.line(row, result="称职", year=2025) for row in people]}
    content = books.book(*people, **lines)
    books.commit(officer, city, content)
    forget()
    with CaptureQueriesContext(connection, ) as caught:
        books.preview(officer, city, content)
    return len(caught)


CASES = [
    ("缺列.xlsx", "A01人员  ：", "缺少必需的列：身份证号、出生年月"),
    ("日期错误.xlsx", "A01人员 3 D（出生年月）", "“198013”不是日期"),
    ("日期错误.xlsx", "A01人员 4 J（参加工作时间）", "“不详”不是日期"),
    ("日期错误.xlsx", "A01人员 5 D（出生年月）", "晚于参加工作时间"),
    ("日期错误.xlsx", "A02职务 3 J（任职时间）", "“20200230”不是日期"),
    ("日期错误.xlsx", "A02职务 4 O（免职时间）", "早于起始日期"),
    ("人员重复.xlsx", "A01人员 9 B（身份证号）", "与第3行重复"),
    ("人员重复.xlsx", "A01人员 10 B（身份证号）", "与第4行重复"),
    ("未知代码.xlsx", "A01人员 3 H（民族）", "“云岭族”不在码表"),
    ("未知代码.xlsx", "A01人员 4 L（政治面貌）", "“党员干部”不在码表"),
    ("身份证号错误.xlsx", "A01人员 3 B（身份证号）", "校验位应为"),
    ("身份证号错误.xlsx", "A01人员 4 B（身份证号）", "应为18位，现为17位"),
    ("合并单元格.xlsx", "A01人员 3 H（民族）", "是合并单元格"),
    ("公式.xlsx", "A01人员 3 D（出生年月）", "是公式"),
    ("公式.xlsx", "A01人员 5 E（籍贯）", "是错误值"),
]


@pytest.mark.parametrize(("name", "place", "reason"), CASES)
def test_every_planted_fault_is_named_by_its_place(city: Authority, officer: Account, name: str, place: str, reason: str) -> None:
    batch = books.preview(officer, city, books.bad_files()[name], name=name)
    found = books.said(batch, "reject")
    assert any(place in each and reason in each for each in found), found


def test_an_unknown_unit_is_kept_in_words(city: Authority, officer: Account) -> None:
    batch = books.preview(officer, city, books.bad_files()["未知代码.xlsx"])
    assert any("A02职务" in each and "（任职机构名称）" in each and "系统中没有“云岭市不存在局”" in each for each in books.said(batch, "warn") + books.said(batch, "reject"))


def test_what_is_no_workbook_is_refused_as_a_whole(city: Authority, officer: Account) -> None:
    with pytest.raises(Refused, match="内容不是Excel工作簿"):
        books.preview(officer, city, books.bad_files()["不是工作簿.xlsx"])


def test_faulty_forms_stop_only_themselves(city: Authority, officer: Account) -> None:
    batch = books.preview(officer, city, books.bad_files()["问题表格.zip"], "forms", "问题表格.zip")
    rejected, noted = books.said(batch, "reject"), books.said(batch, "warn")
    assert any(each.startswith("并非表格.lrmx") and "内容不是任免审批表" in each for each in rejected)
    assert any(each.startswith("实体炸弹.lrmx") and "实体声明" in each for each in rejected)
    assert any(each.startswith("日期错误.lrmx  ChuShengNianYue（出生年月）") for each in rejected)
    assert any("越界.lrmx" in each and "路径不安全" in each for each in rejected)
    assert any(each.startswith("裸与号.lrmx") and "未转义" in each for each in noted)
    assert any(each.startswith("照片损坏.lrmx  ZhaoPian（照片）") for each in noted)
    assert batch.counts["nouns"]["干部"]["add"] >= 5
