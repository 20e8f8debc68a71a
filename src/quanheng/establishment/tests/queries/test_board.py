"""The board of units somebody may see, on a day, in a constant number of queries."""

from datetime import date

import pytest

from quanheng.establishment.queries.board import boards, by_organisation, quotas, seat_facts
from quanheng.establishment.tests import factories as est
from quanheng.registry.tests import factories as make

pytestmark = pytest.mark.django_db
ON = make.ON


@pytest.fixture
def city():
    return make.authority("中共云岭市委", code="city")


def bureau(city, *names: str, number: int = 3, name: str = "云岭市交通运输局"):
    """A unit with a quota of deputies and these people in post."""
    unit = make.organisation(name, of=city)
    est.quota(unit, number)
    for each in names:
        make.assignment(make.person(each, at=unit), make.post(unit))
    return unit


def sums(rows) -> list[tuple]:
    return [(row.approved, row.held, row.short, row.over) for row in rows]


def test_approved_held_short_and_over(city):
    wang = make.account("王敏", "section_chief", over=city)
    full, crowded = bureau(city, "陈建国"), bureau(city, "李红", "周志远", number=1, name="云岭市财政局")
    rows = by_organisation(boards(by=wang, on=ON))
    assert sums(rows[full.pk]) == [(3, 1, 2, 0)]
    assert sums(rows[crowded.pk]) == [(1, 2, 0, 1)]


def test_a_county_officer_sees_nothing_of_the_citys_board(city):
    unit = bureau(city, "陈建国")
    county = make.authority("中共青石县委", parent=city, code="qingshi")
    liu = make.account("刘县", "officer", over=county)
    assert boards(by=liu, on=ON) == []
    assert quotas(by=liu, on=ON, organisation=unit) == []


def test_two_queries_and_the_rights_for_one_unit_and_for_three(city, django_assert_num_queries):
    wang = make.account("王敏", "section_chief", over=city)
    for name in ("甲局", "乙局", "丙局"):
        bureau(city, "陈建国", "李红", name=name)
        with django_assert_num_queries(4):
            boards(by=wang, on=ON)


def test_the_quota_and_the_people_of_the_day(city):
    wang = make.account("王敏", "section_chief", over=city)
    unit = make.organisation(of=city)
    est.quota(unit, 4, from_on=date(2015, 1, 1), until_on=date(2024, 1, 1))
    est.quota(unit, 2, from_on=date(2024, 1, 1))
    make.assignment(
        make.person(at=unit), make.post(unit), from_on=date(2020, 1, 1), until_on=date(2025, 1, 1)
    )
    assert sums(boards(by=wang, on=ON, as_of=date(2023, 12, 31))) == [(4, 1, 3, 0)]
    assert sums(boards(by=wang, on=ON, as_of=date(2024, 1, 1))) == [(2, 1, 1, 0)]
    assert sums(boards(by=wang, on=ON)) == [(2, 0, 2, 0)]


def test_acting_and_secondment_take_no_seat_and_concurrent_does(city):
    wang = make.account("王敏", "section_chief", over=city)
    unit = bureau(city)
    for kind in ("acting", "secondment", "concurrent"):
        make.assignment(make.person(kind, at=unit), make.post(unit), kind=kind)
    assert [(row.held, row.holders[0].name) for row in boards(by=wang, on=ON)] == [(1, "concurrent")]


def test_who_leaves_within_the_year_is_named(city):
    wang = make.account("王敏", "section_chief", over=city)
    unit = bureau(city, "李红")
    make.assignment(make.person("陈建国", at=unit), make.post(unit), until_on=date(2027, 3, 1))
    row = boards(by=wang, on=ON)[0]
    assert ([seat.name for seat in row.falling], row.soon_free) == (["陈建国"], 2)


def test_the_facts_of_a_posts_seats(city):
    unit = bureau(city, "陈建国")
    assert seat_facts(make.post(unit), on=ON) == {"quota_seats": 3, "held_seats": 1}
    assert seat_facts(make.post(unit, "局长", level="131", role="chief"), on=ON) == {
        "quota_seats": None,
        "held_seats": 0,
    }
