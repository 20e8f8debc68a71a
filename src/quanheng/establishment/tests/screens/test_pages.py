"""The pages of the room as named people open them."""

from datetime import date

import pytest
from django.urls import reverse

from quanheng.establishment.models import Vacancy
from quanheng.establishment.tests import factories as est
from quanheng.registry.tests import factories as make
from quanheng.registry.tests.counting import queries_of, signed_in

pytestmark = pytest.mark.django_db


@pytest.fixture
def wang(city):
    return signed_in(make.account("王敏", "section_chief", over=city))


@pytest.fixture
def liu(city):
    county = make.authority("中共青石县委", parent=city, code="qingshi")
    return signed_in(make.account("刘县", "officer", over=county))


def bureau(city, *names: str, number: int = 3, code: str = "001.002"):
    unit = make.organisation("云岭市交通运输局", of=city, code=code)
    est.quota(unit, number)
    for name in names:
        make.assignment(make.person(name, at=unit), make.post(unit))
    return unit


def text_of(response) -> str:
    return response.content.decode()


def test_the_tree_shows_the_sums_of_each_unit(city, wang):
    bureau(city, "陈建国", "李红", number=1)
    page = text_of(wang.get(reverse("organisations")))
    assert "核定 1 · 实有 2 · ▲ 超配 1" in page


def test_the_tree_asks_as_often_for_one_unit_as_for_three(city, wang):
    asked = set()
    for code in ("1", "2", "3"):
        bureau(city, "陈建国", code=code)
        asked.add(queries_of(wang, reverse("organisations"), f"/organisations/{code}/"))
    assert len(asked) == 1


def test_the_unit_shows_board_holders_orders_and_a_chart_with_its_table(city, wang):
    unit = bureau(city, "陈建国")
    make.post(unit, "总工程师")
    page = text_of(wang.get(reverse("organisation", args=[unit.code])))
    for words in (
        "县处级副职 · 副职",
        "缺 2",
        "陈建国",
        "云编发〔2019〕12号",
        "数据表",
        'data-chart="levels"',
        reverse("vacancy_open"),
    ):
        assert words in page


def test_the_unit_asks_as_often_for_one_holder_as_for_three(city, wang):
    unit, asked = bureau(city), set()
    for name in ("陈建国", "李红", "周志远"):
        make.assignment(make.person(name, at=unit), make.post(unit))
        asked.add(queries_of(wang, reverse("organisation", args=[unit.code]), name))
    assert len(asked) == 1


def test_a_county_officer_finds_the_citys_unit_neither_in_the_tree_nor_by_its_address(city, liu):
    unit = bureau(city, "陈建国")
    assert "云岭市交通运输局" not in text_of(liu.get(reverse("organisations")))
    assert "陈建国" not in text_of(liu.get(reverse("organisation", args=[unit.code])))
    assert liu.get(reverse("organisation", args=[unit.code])).status_code == 404


def test_who_may_not_view_quotas_is_told_so(city):
    teller = signed_in(make.account("孙丽", "teller", over=city))
    assert teller.get(reverse("organisations")).status_code == 403


def test_a_past_day_shows_the_past_board(city, wang):
    unit = make.organisation(of=city, code="001.002")
    est.quota(unit, 7, from_on=date(2010, 1, 1), until_on=date(2020, 1, 1))
    assert "核定 7 · 实有 0 · 缺 7" in text_of(wang.get(reverse("organisations"), {"as_of": "2019-06-01"}))
    assert "核定 7" not in text_of(wang.get(reverse("organisations"), {"as_of": "2026-11-21"}))


def test_reporting_a_vacancy_and_reporting_it_again(city, wang):
    post = make.post(bureau(city))
    typed = {"post": post.pk, "cause": "new", "since_on": "2026-09-01", "route": "promotion", "note": ""}
    assert wang.post(reverse("vacancy_open"), typed).status_code == 302
    again = wang.post(reverse("vacancy_open"), {**typed, "cause": "moved"})
    assert again.status_code == 409
    assert "云岭市交通运输局副局长的空缺已登记（2026-09-01起，新设职位）" in text_of(again)
    assert Vacancy.objects.count() == 1


def test_the_register_asks_as_often_for_one_as_for_three(city, wang):
    unit, asked = bureau(city), set()
    for name in ("副局长", "总工程师", "总规划师"):
        est.vacancy(make.post(unit, name))
        asked.add(queries_of(wang, reverse("vacancies"), name))
    assert len(asked) == 1


def test_closing_a_vacancy(city, wang, liu):
    vacancy = est.vacancy(make.post(bureau(city)))
    address = reverse("vacancy_close", args=[vacancy.pk])
    assert liu.post(address, {"filled_on": "2026-11-20"}).status_code == 403
    assert wang.post(address, {"filled_on": "2026-08-01"}).status_code == 409
    assert wang.post(address, {"filled_on": "2026-11-20"}).status_code == 302
    assert Vacancy.objects.get().filled_on == date(2026, 11, 20)


def test_every_page_in_english(city, wang):
    unit = bureau(city, "陈建国", number=1)
    est.vacancy(make.post(unit, "总工程师"))
    wang.cookies["django_language"] = "en"
    for name, arguments, words in (
        ("organisations", [], "Organisations and quotas"),
        ("organisation", [unit.code], "Posts and holders"),
        ("vacancies", [], "Register a vacancy"),
        ("vacancy_open", [], "Register a vacancy"),
    ):
        assert words in text_of(wang.get(reverse(name, args=arguments)))


@pytest.mark.parametrize("day", ["1960-01-01", "2190-12-31"])
def test_a_day_long_ago_or_far_ahead_shows_the_page(city, wang, day):
    unit = bureau(city, "陈建国")
    for address in (
        reverse("organisations"),
        reverse("organisation", args=[unit.code]),
        reverse("vacancies"),
    ):
        assert "职数" in text_of(wang.get(address, {"as_of": day}))
