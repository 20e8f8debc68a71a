"""The tree of units and their posts as somebody may see them, on a day."""

from datetime import date

import pytest

from quanheng.registry.queries.organisations import organisation, organisation_tree, parents_of, posts
from quanheng.registry.queries.structure import structure
from quanheng.registry.tests import factories as make

pytestmark = pytest.mark.django_db
ON = make.ON


@pytest.fixture
def city():
    return make.authority("中共云岭市委", code="city")


def test_a_county_sees_its_own_units_at_the_top(city):
    county = make.authority("中共青石县委", parent=city, code="qingshi")
    government = make.organisation("云岭市人民政府", of=city)
    make.organisation("云岭市交通运输局", of=city, parent=government)
    make.organisation("青石县交通运输局", of=county, parent=government)
    wang, liu = make.account("王敏", "section_chief", over=city), make.account("刘县", "officer", over=county)
    tree = organisation_tree(by=wang, on=ON)
    assert [(node.organisation.name, len(node.children)) for node in tree] == [("云岭市人民政府", 2)]
    assert [node.organisation.name for node in organisation_tree(by=liu, on=ON)] == ["青石县交通运输局"]


def test_an_abolished_unit_is_seen_on_the_days_it_existed(city):
    make.organisation("云岭市交通局", of=city, code="old", until_on=date(2019, 3, 20))
    wang = make.account("王敏", "section_chief", over=city)
    assert organisation(by=wang, on=ON, code="old") is None
    assert organisation(by=wang, on=ON, as_of=date(2019, 3, 19), code="old") is not None


def test_posts_come_with_their_holders_of_the_day(city, django_assert_num_queries):
    unit = make.organisation(of=city)
    wang = make.account("王敏", "section_chief", over=city)
    for name in ("陈建国", "李红", "周志远"):
        make.assignment(make.person(name, of=city), make.post(unit), from_on=date(2024, 1, 1))
    make.post(unit)
    with django_assert_num_queries(4):
        seats = list(posts(by=wang, on=ON))
    assert sorted(len(seat.holders) for seat in seats) == [0, 1, 1, 1]
    assert [len(seat.holders) for seat in posts(by=wang, on=ON, as_of=date(2023, 1, 1))] == [0] * 4


def test_the_staircase_of_units_above(city):
    top = make.organisation("云岭市", of=city)
    middle = make.organisation("云岭市人民政府", of=city, parent=top)
    unit = make.organisation(of=city, parent=middle)
    wang = make.account("王敏", "section_chief", over=city)
    assert [each.name for each in parents_of(unit, by=wang, on=ON)] == ["云岭市", "云岭市人民政府"]


def test_structure_counts_everybody_once_at_the_highest_level(city):
    unit = make.organisation(of=city)
    chen = make.person("陈建国", at=unit, born_on=date(1985, 3, 1))
    make.assignment(chen, make.post(unit))
    make.assignment(chen, make.post(unit, "办公室主任", level="141"), kind="concurrent")
    make.assignment(
        make.person("李红", at=unit, sex="2", born_on=date(1991, 11, 1)), make.post(unit, "科长", level="141")
    )
    found = structure(by=make.account("王敏", "section_chief", over=city), on=ON, unit=unit)
    assert (found.levels, found.people) == ({"132": 1, "141": 1}, 2)
    assert (found.men, found.women) == ([0, 0, 1, 0, 0, 0], [1, 0, 0, 0, 0, 0])
