"""Ending running lines."""

from datetime import date

import pytest

from quanheng.kernel.refusals import Refused
from quanheng.registry.actions.end_line import end_line
from quanheng.registry.models import Delegateship, Person, Revision
from quanheng.registry.tests import factories as make

pytestmark = pytest.mark.django_db


@pytest.fixture
def city():
    return make.authority("中共云岭市委", code="city")


@pytest.fixture
def wang(city):
    return make.account("王敏", "section_chief", over=city)


@pytest.fixture
def chen(city):
    return make.person("陈建国", of=city)


def member(person) -> Delegateship:
    return Delegateship.objects.create(
        person=person, kind="committee_member", body="中共云岭市委", term=5, from_on=date(2021, 10, 1)
    )


def test_an_end_and_its_version(wang, chen):
    line = member(chen)
    end_line(by=wang, at=make.AT, line=line, ends_on=date(2026, 11, 1), reason="调离")
    kept = Revision.objects.get()
    assert Delegateship.objects.get().until_on == date(2026, 11, 1)
    assert (kept.before["until_on"], kept.after["until_on"], kept.reason) == (None, "2026-11-01", "调离")


def test_not_before_it_began_nor_twice(wang, chen):
    line = member(chen)
    with pytest.raises(Refused, match="早于"):
        end_line(by=wang, at=make.AT, line=line, ends_on=date(2021, 9, 30))
    end_line(by=wang, at=make.AT, line=line, ends_on=date(2026, 11, 1))
    with pytest.raises(Refused, match="已写明终止时间"):
        end_line(by=wang, at=make.AT, line=line, ends_on=date(2026, 11, 2))
    assert Revision.objects.count() == 1


def test_a_seat_is_left_and_the_present_post_follows(wang, chen, city):
    line = make.assignment(chen, make.post(make.organisation(of=city)))
    end_line(by=wang, at=make.AT, line=line, ends_on=date(2026, 11, 1), document="云任〔2026〕9号")
    line.refresh_from_db()
    assert (line.until_on, line.removal_document) == (date(2026, 11, 1), "云任〔2026〕9号")
    assert Person.objects.get(pk=chen.pk).current_post == ""


def test_a_grade_does_not_run(wang, chen):
    with pytest.raises(Refused, match="没有终止时间"):
        end_line(by=wang, at=make.AT, line=make.year_grade(chen), ends_on=date(2026, 11, 1))


def test_who_may_only_read_ends_nothing(city, chen):
    with pytest.raises(Refused, match="维护干部信息"):
        end_line(
            by=make.account("赵磊", "supervisor", over=city),
            at=make.AT,
            line=member(chen),
            ends_on=date(2026, 11, 1),
        )
