"""The board of an authority and of a unit: sums, seats to come free and why, ranks."""

from datetime import date

import pytest

from quanheng.establishment.queries.authority_board import authorities, authority_board, rank_board
from quanheng.establishment.tests import factories as est
from quanheng.registry.models import Delegateship
from quanheng.registry.tests import factories as make

pytestmark = pytest.mark.django_db
ON = make.ON


@pytest.fixture
def city():
    return make.authority("中共云岭市委", code="city")


@pytest.fixture
def wang(city):
    return make.account("王敏", "section_chief", over=city)


def bureau(city, *names: str, number: int = 3, name: str = "云岭市交通运输局"):
    unit = make.organisation(name, of=city)
    est.quota(unit, number)
    for each in names:
        make.assignment(make.person(each, at=unit), make.post(unit))
    return unit


def causes(found) -> list[tuple[str, str, date]]:
    return [(each.seat.name, each.cause, each.on) for each in found.leavings]


def test_the_sums_of_an_authority_leave_out_those_below_it(city, wang):
    bureau(city, "陈建国"), bureau(city, "李红", "周志远", number=1, name="云岭市财政局")
    bureau(make.authority("中共青石县委", parent=city, code="qingshi"), "王一", name="青石县教育局")
    found = authority_board(by=wang, on=ON, months=12, authority=city)
    assert [(s.approved, s.held, s.over, s.short) for s in found.sums] == [(4, 3, 1, 2)]
    assert [found.units[row.cell.organisation].name for row in found.over] == ["云岭市财政局"]
    assert [each.name for each in authorities(by=wang, on=ON)] == ["中共云岭市委", "中共青石县委"]


def test_as_many_questions_for_one_unit_as_for_three(city, wang, django_assert_num_queries):
    for name in ("甲局", "乙局", "丙局"):
        bureau(city, "陈建国", name=name)
        with django_assert_num_queries(6):  # what the reader may see is asked twice, as no page keeps it; nobody holds an elected post: no question for terms
            authority_board(by=wang, on=ON, months=12, authority=city)


def test_every_way_to_fall_vacant(city, wang):
    unit = bureau(city)
    seat = lambda name, born=date(1985, 3, 1), **given: make.assignment(  # noqa: E731  short here
        make.person(name, at=unit, born_on=born),
        make.post(unit, mode=given.pop("mode", "appointed")),
        **given,
    )
    seat("留任")
    seat("已免", until_on=date(2027, 2, 1))
    seat("将退", date(1966, 11, 5))
    seat("试用", probation_from_on=date(2026, 3, 1))
    moving = seat("另任")
    make.assignment(
        moving.person, make.post(make.organisation("云岭市财政局", of=city)), from_on=date(2027, 1, 1)
    )
    elected = seat("当选", mode="elected")
    Delegateship.objects.create(person=elected.person, kind="standing_member", body=unit.name, from_on=date(2022, 1, 1), until_on=date(2027, 1, 15))  # fmt: skip
    found = authority_board(by=wang, on=ON, months=12, organisation=unit)
    assert causes(found) == [
        ("另任", "moving", date(2027, 1, 1)),
        ("当选", "term", date(2027, 1, 15)),
        ("已免", "removal", date(2027, 2, 1)),
        ("试用", "probation", date(2027, 2, 28)),
        ("将退", "retirement", date(2027, 5, 1)),
    ]
    assert [each.falling for each in found.sums] == [4]
    assert causes(authority_board(by=wang, on=ON, months=3, organisation=unit))[-1][0] == "已免"


def test_as_of_another_day(city, wang):
    unit = bureau(city)
    make.assignment(make.person(at=unit), make.post(unit), from_on=date(2027, 1, 1))
    found = authority_board(by=wang, on=ON, as_of=date(2027, 1, 1), months=12, organisation=unit)
    assert [(s.held, s.short) for s in found.sums] == [(1, 2)]
    assert authority_board(by=wang, on=ON, as_of=date(1960, 1, 1), months=12, authority=city).rows == []


def test_ranks_of_a_unit(city, wang):
    unit = bureau(city)
    est.rank_quota(unit, 2)
    for code in ("15", "15", "15", "17"):
        make.rank(make.person(at=unit), code, kind="rank")
    rows = rank_board(by=wang, on=ON, organisation=unit)
    assert [(r.rank, r.approved, r.held, r.over) for r in rows] == [("15", 2, 3, 1), ("17", None, 1, 1)]


def test_a_county_officer_sees_nothing_of_the_citys(city):
    unit = bureau(city, "陈建国")
    liu = make.account("刘县", "officer", over=make.authority("中共青石县委", parent=city, code="qingshi"))
    found = authority_board(by=liu, on=ON, months=12, organisation=unit)
    assert (found.rows, found.leavings, rank_board(by=liu, on=ON, organisation=unit)) == ([], [], [])
