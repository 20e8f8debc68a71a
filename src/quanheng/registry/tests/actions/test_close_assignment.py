"""Ending a line of a career."""

from datetime import date

import pytest

from quanheng.kernel.refusals import Refused
from quanheng.registry.actions.close_assignment import close_assignment
from quanheng.registry.models import Assignment, Person
from quanheng.registry.tests import factories as make

pytestmark = pytest.mark.django_db


@pytest.fixture
def scene():
    city = make.authority("中共云岭市委", code="city")
    chen = make.person("陈建国", of=city, current_post="云岭市交通运输局副局长")
    return make.account("王敏", "section_chief", over=city), make.assignment(
        chen, make.post(), from_on=date(2020, 5, 10)
    )


def test_the_day_the_document_and_the_words(scene):
    wang, line = scene
    close_assignment(
        by=wang, at=make.AT, assignment=line, until_on=date(2026, 11, 20), document="云任〔2026〕30号"
    )
    line.refresh_from_db()
    assert (line.until_on, line.removal_document) == (date(2026, 11, 20), "云任〔2026〕30号")
    assert Person.objects.get(pk=line.person_id).current_post == ""


def test_a_second_time_is_refused_and_the_first_day_stands(scene):
    wang, line = scene
    close_assignment(by=wang, at=make.AT, assignment=line, until_on=date(2026, 11, 20))
    with pytest.raises(Refused) as refused:
        close_assignment(by=wang, at=make.AT, assignment=line, until_on=date(2026, 11, 21))
    assert "已于2026-11-20免去" in str(refused.value.why)
    assert Assignment.objects.get(pk=line.pk).until_on == date(2026, 11, 20)


def test_not_before_it_began(scene):
    wang, line = scene
    with pytest.raises(Refused) as refused:
        close_assignment(by=wang, at=make.AT, assignment=line, until_on=date(2020, 5, 9))
    assert str(refused.value.why) == "免职时间2020-05-09早于任职时间2020-05-10"


def test_a_supervisor_may_not(scene):
    line = scene[1]
    zhao = make.account("赵磊", "supervisor", over=line.person.authority)
    with pytest.raises(Refused):
        close_assignment(by=zhao, at=make.AT, assignment=line, until_on=date(2026, 11, 20))
    assert Assignment.objects.get(pk=line.pk).until_on is None
