"""Taking a person into a unit: within the ceiling, and the intake is on record."""

from datetime import date

import pytest

from quanheng.establishment.actions.take_in_person import take_in_person
from quanheng.establishment.tests import factories as est
from quanheng.kernel.refusals import Refused
from quanheng.registry.models import Intake
from quanheng.registry.tests import factories as make

pytestmark = pytest.mark.django_db
ON = make.ON


@pytest.fixture
def city():
    return make.authority("中共云岭市委", code="city")


@pytest.fixture
def unit(city):
    return make.organisation(of=city)


def take(person, unit, **given):
    wang = make.account("王敏", "section_chief", over=unit.authority)
    given = {"kind": "moved", "on": ON, "category": "1", **given}
    return take_in_person(by=wang, at=make.AT, person=person, organisation=unit, **given)


def test_within_the_ceiling_the_person_belongs_to_the_unit(city, unit):
    est.ceiling(unit, 1)
    person = make.person(at=make.organisation("云岭市财政局", of=city))
    intake = take(person, unit, document="云组干〔2026〕9号")
    person.refresh_from_db()
    assert (intake.from_text, intake.to_text) == ("云岭市财政局", "云岭市交通运输局")
    assert (person.organisation, person.category) == (unit, "1")


def test_a_full_ceiling_is_refused_with_the_sum(city, unit):
    est.ceiling(unit, 1)
    make.person("李红", at=unit, category="1")
    with pytest.raises(Refused) as refused:
        take(make.person(of=city), unit)
    assert str(refused.value.why) == "云岭市交通运输局行政编制核定1名，实有1名；再进1名即超编1名"
    assert Intake.objects.count() == 0


@pytest.mark.parametrize(
    ("given", "words"),
    [
        ({}, "没有核定行政编制"),
        ({"kind": "examined", "exam_year": None}, "没有填写考试年度"),
        ({"on": date(2001, 1, 1)}, "不存在"),
    ],
)
def test_what_is_refused(city, given, words):
    unit = make.organisation(of=city, from_on=date(2002, 1, 1))
    with pytest.raises(Refused) as refused:
        take(make.person(of=city), unit, **given)
    assert words in str(refused.value.why)


def test_who_is_there_already(unit):
    est.ceiling(unit)
    with pytest.raises(Refused):
        take(make.person(at=unit), unit)


def test_temporary_staff_need_no_establishment(city, unit):
    assert take(make.person(of=city), unit, category="A2").kind == "moved"


def test_the_person_must_be_ones_own_too(unit):
    est.ceiling(unit)
    with pytest.raises(Refused):
        take(make.person(of=make.authority("外市", code="far")), unit)
