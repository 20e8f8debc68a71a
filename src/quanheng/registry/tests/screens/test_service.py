"""The lists of cohorts, care and delegates as named people open them."""

from datetime import date

import pytest
from django.test import Client
from django.urls import reverse

from quanheng.registry.models import Care, Delegateship, ServiceProgramme
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


def page_of(client, name, **asked) -> str:
    return client.get(reverse(name), {"as_of": "2026-11-21", **asked}).content.decode()


def test_cohorts_by_kind_batch_and_service(city, wang, liu):
    chen, li = make.person("陈建国", of=city), make.person("李红", of=city)
    ServiceProgramme.objects.create(
        person=chen, kind="selected_graduate", batch=2024, from_on=date(2024, 7, 1), until_on=date(2026, 7, 1), is_completed=True
    )  # fmt: skip
    ServiceProgramme.objects.create(person=li, kind="three_supports", batch=2025, from_on=date(2025, 7, 1))
    assert "陈建国" in page_of(wang, "programmes") and "李红" in page_of(wang, "programmes")  # noqa: PT018
    for asked in ({"kind": "selected_graduate"}, {"batch": "2024"}, {"state": "over"}):
        page = page_of(wang, "programmes", **asked)
        assert "陈建国" in page
        assert "李红" not in page
    running = page_of(wang, "programmes", state="running", as_of="2026-06-30")
    assert "陈建国" in running
    assert "李红" not in page_of(wang, "programmes", as_of="2025-06-30")
    assert "没有符合条件" in page_of(liu, "programmes")


def test_care_due_comes_first_and_done_apart(city, wang, liu):
    chen, li = make.person("陈建国", of=city), make.person("李红", of=city)
    Care.objects.create(person=chen, kind="leave", year=2026, days_due=15)
    Care.objects.create(person=li, kind="health_check", year=2026, done_on=date(2026, 6, 1))
    due, done = page_of(wang, "care", year="2026"), page_of(wang, "care", year="2026", state="done")
    assert ("陈建国" in due, "李红" in due) == (True, False)
    assert ("陈建国" in done, "李红" in done) == (False, True)
    assert "李红" in page_of(wang, "care", as_of="2026-05-31")
    assert "陈建国" not in page_of(wang, "care", kind="visit")
    assert "没有到期未办" in page_of(liu, "care")


def test_the_electorate_of_a_body_on_a_day(city, wang, liu):
    chen, li = (
        make.person("陈建国", of=city, pinyin="chenjianguo"),
        make.person("李红", of=city, pinyin="lihong"),
    )
    make.assignment(li, make.post(make.organisation(of=city)))
    given = {"kind": "committee_member", "body": "中共云岭市委", "term": 5}
    Delegateship.objects.create(person=chen, from_on=date(2021, 10, 1), until_on=date(2026, 3, 1), **given)
    Delegateship.objects.create(person=li, from_on=date(2021, 10, 1), **given)
    landing = page_of(wang, "delegates")
    assert "中共云岭市委" in landing
    assert "陈建国" not in landing
    now, then = (
        page_of(wang, "delegates", body="中共云岭市委", term="5", as_of=on)
        for on in ("2026-11-21", "2026-02-28")
    )
    assert ("陈建国" in now, "云岭市交通运输局副局长" in now) == (False, True)
    assert then.index("陈建国") < then.index("李红")
    assert "中共云岭市委" not in page_of(liu, "delegates")
    assert "李红" not in page_of(liu, "delegates", body="中共云岭市委")


def test_each_list_asks_as_often_for_one_as_for_three(city, wang):
    asked = {"programmes": set(), "care": set(), "delegates": set()}
    for name in ("陈建国", "李红", "周志远"):
        person = make.person(name, of=city)
        make.assignment(person)
        ServiceProgramme.objects.create(
            person=person, kind="three_supports", batch=2025, from_on=date(2025, 7, 1)
        )
        Care.objects.create(person=person, kind="leave", year=2026)
        Delegateship.objects.create(person=person, kind="deputy", body="云岭市人大", from_on=date(2024, 1, 1))
        for page, seen in asked.items():
            seen.add(queries_of(wang, reverse(page), name, year="2026", body="云岭市人大"))
    assert [len(seen) for seen in asked.values()] == [1, 1, 1]


def test_in_english_and_with_nonsense_in_the_address(wang):
    wang.cookies["django_language"] = "en"
    for name, words in (
        ("programmes", "Service programme"),
        ("care", "Care ledger"),
        ("delegates", "Delegates and members"),
    ):
        assert words in page_of(wang, name, kind="x", batch="x", year="99999", term="-1", after="x")
