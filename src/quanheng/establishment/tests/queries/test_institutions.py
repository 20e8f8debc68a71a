"""Grades, coverage and contract clocks as of a day, as somebody may see them."""

from datetime import date

import pytest

from quanheng.establishment.queries.contract_clocks import contracts
from quanheng.establishment.queries.institution_coverage import coverage, coverage_by_unit, indicators, total
from quanheng.establishment.queries.institution_posts import beyond, engaged, posts_of_unit, staff_named
from quanheng.establishment.tests.institution_scene import hospital
from quanheng.kernel.verdicts import Light
from quanheng.registry.tests import factories as make

pytestmark = pytest.mark.django_db
ON = make.ON


@pytest.fixture
def scene():
    made = hospital()
    made.scheme()
    for number, name in enumerate(("陈建国", "李红", "周志远", "王岚"), start=1):
        made.engaged(name, from_on=date(2024, 3, number))
    return made


def seen(scene, **given):
    return {"by": scene.wang, "on": ON, "unit": scene.unit, **given}


def test_the_board_counts_people_against_the_numbers(scene):
    rows = {(row.post_class, row.grade): row for row in posts_of_unit(**seen(scene)).rows}
    assert [(row.approved, row.held, row.over, row.short) for row in rows.values()] == [
        (1, 0, 0, 1),
        (1, 0, 0, 1),
        (2, 0, 0, 2),
        (6, 4, 0, 2),
    ]


def test_a_smaller_scheme_shows_who_came_last(scene):
    scene.scheme({("technical", 12): 3}, from_on=date(2026, 1, 1), document="云人社岗〔2025〕9号")
    posts = posts_of_unit(**seen(scene))
    assert [(row.grade, row.over) for row in posts.over] == [(12, 1)]
    assert [row.person.name for row in beyond(**seen(scene), rows=posts.over)] == ["王岚"]
    assert posts_of_unit(**seen(scene, as_of=date(2025, 6, 1))).over == []


def test_another_authority_sees_nothing(scene):
    scene.wang = make.account("刘县", "section_chief", over=make.authority("中共青石县委", code="qingshi"))
    assert posts_of_unit(**seen(scene)).rows == []
    assert coverage(by=scene.wang, on=ON) == []
    assert not engaged(**seen(scene)).exists()


def test_coverage_counts_units_and_people_and_finds_who_is_not_signed(scene):
    make.organisation("云岭市融媒体中心", of=scene.city, kind="其他事业单位", code="001.006.005")
    make.organisation("中共云岭市委党校", of=scene.city, kind="参照公务员管理的事业单位(公益一类)")
    for row in engaged(**seen(scene))[:3]:
        scene.signed(row.person)
    found = total(coverage(by=scene.wang, on=ON))
    assert (found.units, found.with_scheme, found.with_contracts, found.engaged, found.signed) == (
        2,
        1,
        1,
        4,
        3,
    )
    assert [row.person.name for row in engaged(**seen(scene), is_signed=False)] == ["王岚"]
    units = coverage_by_unit(by=scene.wang, on=ON, authority=scene.city.code)
    assert [(unit.name, unit.with_scheme, unit.unsigned) for unit in units] == [
        ("云岭市第一人民医院", 1, 1),
        ("云岭市融媒体中心", 0, 0),
    ]
    lights = {each.rule.id.rsplit(".", 1)[1]: each.light for each in indicators(found, on=ON).findings}
    assert lights["contract_signed"] is Light.WARNING
    assert lights["posts_first_setup"] is Light.WARNING


def test_a_contract_of_another_day_does_not_count(scene):
    scene.signed(engaged(**seen(scene))[0].person)
    assert total(coverage(by=scene.wang, on=ON, as_of=date(2024, 3, 10))).signed == 1
    assert total(coverage(by=scene.wang, on=ON, as_of=date(2027, 3, 1))).signed == 0


def clock(scene, name, **given):
    return [row.person.name for row in contracts(by=scene.wang, on=ON, clock=name, **given)]


def test_the_clocks(scene):
    chen, li, zhou, wang = (row.person for row in engaged(**seen(scene)))
    scene.signed(chen, until_on=date(2027, 5, 21))
    scene.signed(li, until_on=date(2027, 5, 22))
    scene.signed(zhou, until_on=date(2026, 11, 21))
    scene.signed(
        wang, from_on=date(2026, 2, 1), until_on=date(2030, 2, 1), probation_until_on=date(2027, 2, 1)
    )
    assert clock(scene, "ending") == ["陈建国"]
    assert clock(scene, "ending", months=12) == ["陈建国", "李红"]
    assert clock(scene, "overdue") == ["周志远"]
    assert clock(scene, "trial") == ["王岚"]
    assert clock(scene, "current") == ["陈建国", "李红", "王岚"]
    assert clock(scene, "current", as_of=date(2025, 1, 1)) == ["陈建国", "李红", "周志远"]


def test_names_of_the_unit_come_first_and_two_of_one_name_are_told_apart(scene):
    other = make.person("陈建国", of=scene.city, id_number=make.identity_number())
    assert [each.organisation for each in staff_named(**seen(scene), said="陈建国")] == [scene.unit]
    assert staff_named(**seen(scene), said=make.number_words(other)) == [other]
    assert staff_named(**seen(scene), said=str(other.key)) == [other]
    scene.person("李红")
    assert len(staff_named(**seen(scene), said="李红")) == 2
