"""Correcting dated lines: a version each time, and the refusals."""

from datetime import date

import pytest

from quanheng.kernel.refusals import Refused
from quanheng.registry.actions.correct_line import correct_line
from quanheng.registry.actions.correct_person import correct_person
from quanheng.registry.models import Assignment, Person, Revision, YearGrade
from quanheng.registry.queries.lines import mark_of
from quanheng.registry.tests import factories as make

pytestmark = pytest.mark.django_db


@pytest.fixture
def city():
    return make.authority("中共云岭市委", code="city")


@pytest.fixture
def wang(city):
    return make.account("王敏", "section_chief", over=city)


@pytest.fixture
def seat(city):
    return make.post(make.organisation("云岭市交通运输局", of=city), "副局长")


@pytest.fixture
def chen(city):
    return make.person("陈建国", of=city, id_number="999001198503010019")


def correct(by, line, reason="干部档案认定", seen="", **changes):
    return correct_line(by=by, at=make.AT, line=line, changes=changes, reason=reason, seen=seen)


def test_the_row_changes_and_the_former_state_is_kept(wang, chen):
    grade = make.year_grade(chen, 2025, "2")
    correct(wang, grade, grade="1")
    kept = Revision.objects.get()
    assert (YearGrade.objects.get().grade, kept.before["grade"], kept.after["grade"]) == ("1", "2", "1")
    assert (kept.reason, kept.by, kept.at, kept.person_id) == ("干部档案认定", wang, make.AT, chen.pk)


@pytest.mark.parametrize(
    ("given", "why"),
    [
        ({"grade": "1", "reason": "  "}, "没有写明更正理由"),
        ({"grade": "2"}, "没有可更正的内容"),
        ({"year": 2027}, "尚未到"),
        ({"year": 2024}, "已有相同的年度考核记录"),
        ({"person_id": 1}, "不能在此更正"),
        ({"grade": "1", "seen": "0000"}, "已被更正或撤回"),
    ],
)
def test_refusals_leave_everything_as_it_was(wang, chen, given, why):
    make.year_grade(chen, 2024, "3")
    grade = make.year_grade(chen, 2025, "2")
    with pytest.raises(Refused, match=why):
        correct(wang, grade, **given)
    assert YearGrade.objects.get(year=2025).grade == "2"
    assert not Revision.objects.exists()


def test_the_mark_of_what_was_seen_lets_one_of_two_through(wang, chen):
    grade = make.year_grade(chen, 2025, "2")
    seen = mark_of(grade)
    correct(wang, grade, grade="1", seen=seen)
    with pytest.raises(Refused, match="已被更正或撤回"):
        correct(wang, grade, grade="3", seen=seen)
    assert YearGrade.objects.get().grade == "1"


def test_a_seat_held_may_be_corrected(wang, chen, seat):
    line = make.assignment(chen, seat, from_on=date(2020, 5, 10))
    correct(wang, line, from_on=date(2020, 4, 10), document="云任〔2020〕3号")
    now = Assignment.objects.get()
    assert (now.from_on, now.document, now.post) == (date(2020, 4, 10), "云任〔2020〕3号", seat)
    assert Person.objects.get(pk=chen.pk).current_post == "云岭市交通运输局副局长"


def test_but_not_taken_by_correcting(wang, chen, seat):
    over = make.assignment(chen, seat, from_on=date(2015, 1, 1), until_on=date(2018, 1, 1))
    acting = make.assignment(chen, seat, from_on=date(2020, 5, 10), kind="acting")
    clerk = make.assignment(
        chen, from_on=date(2019, 1, 1), organisation_text="云岭市交通运输局", title="科员"
    )
    for line, changes in (
        (over, {"until_on": None}),
        (acting, {"kind": "main"}),
        (clerk, {"title": "副局长"}),
    ):
        with pytest.raises(Refused, match=r"在任职务|时间重叠"):
            correct(wang, line, **changes)
    assert not Revision.objects.exists()


def test_a_longer_stay_asks_the_guards_of_appointment(wang, chen, seat):
    line = make.assignment(chen, seat, from_on=date(2020, 5, 10), until_on=date(2027, 1, 1))
    with pytest.raises(Refused, match="没有核定职数"):
        correct(wang, line, until_on=None)


def test_dates_of_a_line(wang, chen):
    line = make.assignment(chen, from_on=date(2010, 1, 1), until_on=date(2012, 1, 1))
    with pytest.raises(Refused, match="早于任职时间"):
        correct(wang, line, until_on=date(2009, 1, 1))
    with pytest.raises(Refused, match="早于出生日期"):
        correct(wang, line, from_on=date(1985, 2, 1))


def test_correcting_a_person_keeps_a_version_too(wang, chen):
    correct_person(
        by=wang, at=make.AT, person=chen, changes={"name": "陈健国", "id_number": None}, reason="户籍更正"
    )
    kept = Revision.objects.get()
    assert (kept.noun, kept.before, kept.after) == (
        "person",
        {"name": "陈建国", "id_number": "999001198503010019"},
        {"name": "陈健国", "id_number": None},
    )
