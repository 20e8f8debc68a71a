"""The result of a probation on the line of the career."""

from datetime import date

import pytest

from quanheng.kernel.refusals import Refused
from quanheng.registry.actions.conclude_probation import conclude_assignment_probation
from quanheng.registry.models import Assignment, Person
from quanheng.registry.queries.careers import clocks
from quanheng.registry.tests import factories as make

pytestmark = pytest.mark.django_db
BEGAN = date(2025, 11, 21)


@pytest.fixture
def line():
    chen = make.person("陈建国", of=make.authority(code="city"), current_post="云岭市交通运输局副局长")
    return make.assignment(chen, make.post(), from_on=BEGAN, probation_from_on=BEGAN)


def conclude(line: Assignment, outcome: str, role: str = "section_chief") -> Assignment:
    by = make.account("王敏", role, over=line.person.authority)
    return conclude_assignment_probation(by=by, at=make.AT, assignment=line, outcome=outcome)


def test_confirmed_keeps_the_post_and_stops_the_clock(line):
    conclude(line, "confirmed")
    row = Person.objects.get(pk=line.person_id)
    assert Assignment.objects.get(pk=line.pk).until_on is None
    assert clocks(row, make.ON).probation_from_on is None


def test_removed_ends_the_line_on_the_day_and_empties_the_words(line):
    conclude(line, "removed")
    ended = Assignment.objects.get(pk=line.pk)
    assert (ended.until_on, ended.probation_result) == (make.ON, "removed")
    assert Person.objects.get(pk=line.person_id).current_post == ""


def test_a_supervisor_may_not(line):
    with pytest.raises(Refused):
        conclude(line, "confirmed", role="supervisor")
    assert Assignment.objects.get(pk=line.pk).probation_result == ""
