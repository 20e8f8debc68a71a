"""The warnings and the forecast as named people open them."""

from datetime import date
from io import BytesIO
from urllib.parse import urlencode

import pytest
from django.urls import reverse
from django.utils.html import escape
from python_calamine import CalamineWorkbook

from quanheng.access.models import JournalEntry
from quanheng.establishment.models import Contract, KeyPost
from quanheng.establishment.queries.warnings_rows import soon
from quanheng.registry.models import AgencyFact, Delegateship
from quanheng.registry.tests import factories as make
from quanheng.registry.tests.counting import queries_of, signed_in

pytestmark = pytest.mark.django_db
DAY = "2026-11-21"


@pytest.fixture
def wang_account(city):
    return make.account("王敏", "section_chief", over=city)


@pytest.fixture
def wang(wang_account):
    return signed_in(wang_account)


@pytest.fixture
def liu(city):
    county = make.authority("中共青石县委", parent=city, code="qingshi")
    return signed_in(make.account("刘县", "officer", over=county))


def seated(
    name, city, *, from_on=date(2024, 5, 10), kind="政府", role="deputy", level="132", line=None, **given
):
    """A person in office in a leading post."""
    person = make.person(name, of=city, **given)
    post = make.post(make.organisation(of=city, kind=kind), level=level, role=role)
    make.assignment(person, post, from_on=from_on, **(line or {}))
    return person


def names(client, kind, **asked):
    page = client.get(reverse("warnings"), {"kind": kind, "as_of": DAY, **asked})
    return [(row["name"], str(row["due_on"])) for row in page.context["rows"]]


def test_retirement_by_the_gradual_ages_the_earliest_first(city, wang):
    seated("赵六六", city, born_on=date(1966, 7, 1))
    seated("钱六五", city, born_on=date(1965, 1, 5))
    seated("孙女科", city, level="141", born_on=date(1971, 7, 1), sex="2")
    seated("李女县", city, born_on=date(1971, 7, 1), sex="2")
    make.person("周退休", of=city, born_on=date(1960, 1, 1), status="离退人员")
    assert names(wang, "retirement") == [
        ("钱六五", "2025-02-01"),
        ("孙女科", "2026-12-01"),
        ("赵六六", "2026-12-01"),
    ] or names(wang, "retirement") == [
        ("钱六五", "2025-02-01"),
        ("赵六六", "2026-12-01"),
        ("孙女科", "2026-12-01"),
    ]


def test_a_window_of_days_leaves_out_what_is_overdue(city, wang):
    seated("赵六六", city, born_on=date(1966, 7, 1))
    seated("钱六五", city, born_on=date(1965, 1, 5))
    asked = {"from": "2026-12-01", "until": "2026-12-31"}
    assert names(wang, "retirement", **asked) == [("赵六六", "2026-12-01")]


def test_probation_that_ends_and_one_that_is_concluded(city, wang):
    begun = {"probation_from_on": date(2025, 12, 1)}
    seated("陈试用", city, line=begun)
    seated("李已转", city, line={**begun, "probation_result": "胜任"})
    assert names(wang, "probation") == [("陈试用", "2026-11-30")]


def test_ten_years_in_one_post_of_a_government_only(city, wang):
    for name, kind in (("陈县长", "政府"), ("李局长", "交通运输部门")):
        seated(name, city, from_on=date(2016, 12, 1), kind=kind)
    assert names(wang, "rotation") == [("陈县长", "2026-12-01")]
    assert names(wang, "rotation", months="1") == [("陈县长", "2026-12-01")]
    assert names(wang, "rotation", as_of="2026-03-01") == []


def test_a_key_post_by_its_own_months(city, wang):
    person = seated("陈管钱", city, from_on=date(2023, 12, 10))
    KeyPost.objects.create(
        post=person.assignments.get().post,
        kind="money",
        basis="清单",
        months_at_most=36,
        from_on=date(2020, 1, 1),
    )
    seated("李普通", city, from_on=date(2010, 1, 1))
    assert names(wang, "key_post") == [("陈管钱", "2026-12-10")]


def test_fifteen_years_at_a_level(city, wang):
    make.rank(seated("陈老副", city), "132", from_on=date(2012, 1, 10))
    make.rank(seated("李新副", city), "132", from_on=date(2015, 1, 10))
    assert names(wang, "level") == [("陈老副", "2027-01-10")]


def test_terms_and_contracts_end_on_recorded_days(city, wang):
    person = seated("陈委员", city)
    Delegateship.objects.create(
        person=person,
        kind="committee_member",
        body="云岭市委",
        from_on=date(2021, 12, 1),
        until_on=date(2026, 12, 1),
    )
    Contract.objects.create(
        person=person,
        organisation=make.organisation(of=city),
        kind="short",
        signed_on=date(2024, 1, 1),
        from_on=date(2024, 1, 1),
        until_on=date(2027, 1, 1),
    )
    assert names(wang, "term") == [("陈委员", "2026-12-01")]
    assert names(wang, "contract") == [("陈委员", "2027-01-01")]


def test_audits_from_the_first_day_or_the_last_audit_and_on_leaving(city, wang):
    audited = seated("陈已审", city, role="chief", from_on=date(2020, 1, 1))
    AgencyFact.objects.create(
        person=audited,
        agency="audit",
        on=date(2024, 2, 1),
        matter="任中审计",
        document="审〔2024〕1号",
    )
    seated("李未审", city, role="chief", from_on=date(2023, 12, 1))
    seated("周离任", city, role="chief", from_on=date(2025, 1, 1), line={"until_on": date(2027, 1, 1)})
    assert names(wang, "audit") == [("李未审", "2026-12-01"), ("陈已审", "2027-02-01")]
    assert names(wang, "audit_leaving") == [("周离任", "2027-01-01")]


def test_the_scope_and_who_is_out_of_sight(city, wang, liu):
    seated("赵六六", city, born_on=date(1966, 7, 1))
    assert names(liu, "retirement") == []
    assert names(wang, "retirement", authority="city.qingshi") == []
    assert names(wang, "retirement", level="131") == []
    assert len(names(wang, "retirement", authority="city", level="132", leading="1")) == 1


def test_a_cadre_may_not_open_them(city):
    me = signed_in(make.account("陈建国", "cadre", over=city))
    assert [me.get(reverse(each)).status_code for each in ("warnings", "forecast")] == [403, 403]


def test_they_ask_as_often_for_one_as_for_three(city, wang):
    asked, forecasts = set(), set()
    for name in ("赵六六", "钱六六", "孙六六"):
        seated(name, city, born_on=date(1966, 7, 1))
        asked.add(queries_of(wang, reverse("warnings"), name, kind="retirement"))
        forecasts.add(queries_of(wang, reverse("forecast"), "2035"))
    assert (len(asked), len(forecasts)) == (1, 1)


def test_the_workbook_and_its_line_in_the_journal(city, wang):
    seated("赵六六", city, born_on=date(1966, 7, 1))
    response = wang.post(f"{reverse('warnings_export')}?kind=retirement&months=6&as_of={DAY}")
    line = CalamineWorkbook.from_filelike(BytesIO(response.content)).get_sheet_by_index(0).to_python()[1]
    assert (line[0], line[3]) == ("赵六六", "2026-12-01")
    facts = JournalEntry.objects.get(action="establishment.export_warnings").facts
    assert (facts["kind"], facts["count"], facts["day"]) == ("retirement", 1, DAY)
    assert wang.post(f"{reverse('warnings_export')}?kind=contract").status_code == 409


def test_the_feed_of_the_home_page(city, wang_account, liu):
    seated("赵六六", city, born_on=date(1966, 7, 1))
    assert [(kind.name, number) for kind, number in soon(by=wang_account, on=date(2026, 11, 21))] == [
        ("retirement", 1)
    ]
    assert soon(by=make.account("无权", "cadre", over=city), on=date(2026, 11, 21)) == []


def test_the_home_page_fetches_the_feed_after_itself(settings, city, wang):
    settings.DEMONSTRATION_DATE = date(2026, 11, 21)
    seated("赵六六", city, born_on=date(1966, 7, 1))
    assert f'hx-get="{reverse("warnings_soon")}"' in wang.get(reverse("home")).content.decode()
    (row,) = wang.get(reverse("warnings_soon"), headers={"HX-Request": "true"}).context["rows"]
    assert (row["count"], row["url"]) == ("1", f"{reverse('warnings')}?kind=retirement&months=1")
    assert wang.get(reverse("warnings_soon")).url == f"{reverse('warnings')}?months=1"


def test_the_numbers_of_the_other_kinds_come_after_the_page_and_are_kept_for_a_while(city, wang):
    seated("赵六六", city, born_on=date(1966, 7, 1), line={"probation_from_on": date(2025, 12, 1)})
    asked = {"kind": "retirement", "months": "6", "as_of": DAY}
    first = wang.get(reverse("warnings"), asked)
    assert [chip["count"] for chip in first.context["chips"][:2]] == [1, None]
    url = first.context["counts_url"]
    assert f'hx-get="{escape(url)}"' in first.content.decode()
    chips = wang.get(url, headers={"HX-Request": "true"}).context["chips"]
    assert [(chip["count"], chip["is_current"]) for chip in chips[:2]] == [(1, True), (1, False)]
    again = wang.get(reverse("warnings"), asked)
    assert ([chip["count"] for chip in again.context["chips"][:2]], again.context["counts_url"]) == (
        [1, 1],
        "",
    )
    assert wang.get(url).url == f"{reverse('warnings')}?{urlencode(asked)}"


def test_the_numbers_are_counted_for_their_own_reader_and_conditions(city, wang, liu):
    seated("赵六六", city, born_on=date(1966, 7, 1))
    numbers = {}
    for name, client, months in (("wang", wang, "6"), ("liu", liu, "6"), ("today", wang, "1")):
        url = f"{reverse('warnings_counts')}?as_of=2026-10-21&months={months}"
        numbers[name] = client.get(url, headers={"HX-Request": "true"}).context["chips"][0]["count"]
    assert numbers == {"wang": 1, "liu": 0, "today": 0}


def test_the_forecast_counts_by_year_and_each_number_opens_its_people(city, wang):
    seated("赵六六", city, born_on=date(1966, 7, 1))
    seated("钱六六", city, born_on=date(1966, 9, 1))
    seated("孙年轻", city, born_on=date(1990, 9, 1), level="141")
    page = wang.get(reverse("forecast"), {"as_of": DAY})
    lines = page.context["lines"]
    assert [line["retiring"]["number"] for line in lines[:3]] == [1, 1, 0]
    for line, who in zip(lines[:2], ("赵六六", "钱六六"), strict=True):
        found = wang.get(line["retiring"]["url"], {}).context["rows"]
        assert [row["name"] for row in found] == [who]
    assert "推算假定" in page.content.decode()


def test_the_pages_in_english(city, wang):
    seated("赵六六", city, born_on=date(1966, 7, 1))
    wang.cookies["django_language"] = "en"
    assert "Retirement" in wang.get(reverse("warnings")).content.decode()
    assert "Assumptions" in wang.get(reverse("forecast")).content.decode()
