"""Cadres without a leading post as a group of their own: who belongs to it on a day, and how a unit's year was graded."""

from datetime import date

import pytest
from django.urls import reverse

from quanheng.registry.tests import factories as make
from quanheng.registry.tests.counting import queries_of, signed_in

pytestmark = pytest.mark.django_db


@pytest.fixture
def city():
    return make.authority("中共云岭市委", code="city")


@pytest.fixture
def bureau(city):
    return make.organisation("云岭市交通运输局", of=city, code="yl-jt")


@pytest.fixture
def wang(city):
    return signed_in(make.account("王敏", "section_chief", over=city))


def clerk(name, unit, *grades, **given):
    person = make.person(name, at=unit, **{"category": "1", "pinyin": name, **given})
    make.rank(person, "17", kind="rank", from_on=date(2023, 5, 21))
    for year, grade in grades:
        make.year_grade(person, year, grade)
    return person


def page_of(client, **asked) -> str:
    return client.get(reverse("non_leading"), {"as_of": "2026-11-21", **asked}).content.decode()


def test_who_leads_nothing_on_the_day(bureau, wang):
    clerk("李科员", bureau)
    leader = clerk("张局长", bureau)
    make.assignment(leader, make.post(bureau, "局长", role="chief"), from_on=date(2024, 3, 1))
    clerk("退休者", bureau, status="离退人员")
    clerk("企业者", bureau, category="A4")
    now, then = page_of(wang), page_of(wang, as_of="2024-02-29")
    assert [name in now for name in ("李科员", "张局长", "退休者", "企业者")] == [True, False, False, False]
    assert "一级主任科员" in now
    assert "3年6个月" in now
    assert "张局长" in then


def test_the_year_of_a_unit_by_grade_and_the_people_behind(bureau, wang):
    clerk("李优秀", bureau, (2025, "1"))
    clerk("周称职", bureau, (2025, "称职"), (2024, "1"))
    clerk("吴无果", bureau)
    clerk("外单位", make.organisation("别的局", of=bureau.authority), (2025, "1"))
    page = page_of(wang, organisation="yl-jt")
    assert "云岭市交通运输局：2025年考核结果" in page
    for cells in ('<td class="number">1</td><td class="number">33.3%</td>',):
        assert cells in page.replace("\n", "").replace("  ", "")
    excellent = page_of(wang, organisation="yl-jt", grade="excellent")
    assert ("李优秀" in excellent, "周称职" in excellent, "外单位" in excellent) == (True, False, False)
    without = page_of(wang, organisation="yl-jt", grade="")
    assert ("吴无果" in without, "李优秀" in without) == (True, False)
    before = page_of(wang, organisation="yl-jt", year="2024", grade="excellent")
    assert ("周称职" in before, "李优秀" in before) == (True, False)


def test_nobody_beyond_ones_authority_and_nonsense_asks_for_nothing(city, bureau, wang):
    clerk("李科员", bureau)
    liu = signed_in(
        make.account("刘县", "officer", over=make.authority("中共青石县委", parent=city, code="qingshi"))
    )
    assert "李科员" not in page_of(liu)
    assert "没有符合条件的干部" in page_of(liu, organisation="yl-jt")
    assert "李科员" in page_of(wang, year="x", grade="x")
    wang.cookies["django_language"] = "en"
    assert "Cadres without a leading post" in page_of(wang)


def test_as_many_questions_for_one_as_for_three(bureau, wang):
    asked = set()
    for name in ("甲", "乙", "丙"):
        clerk(f"科员{name}", bureau, (2025, "2"))
        asked.add(
            queries_of(wang, reverse("non_leading"), f"科员{name}", organisation="yl-jt", as_of="2026-11-21")
        )
    assert len(asked) == 1
