"""count_quality: every rule finds what it is about and nothing else; counts are kept by day and fall."""

from datetime import date, timedelta

import pytest

from quanheng.kernel.refusals import Refused
from quanheng.registry.actions.count_quality import count_quality
from quanheng.registry.core.quality import rules
from quanheng.registry.models import Person, QualityCount, QualityIssue
from quanheng.registry.queries.quality import days_counted, found_still, issues, rule_counts
from quanheng.registry.tests import factories as make

pytestmark = pytest.mark.django_db
FULL = {"ethnic_group": "01", "native_place": "云岭青石", "birth_place": "云岭青石"}


@pytest.fixture
def city():
    return make.authority("中共云岭市委", code="city")


def sound(city, name="陈建国", **given):
    """A person of whom no rule finds anything."""
    given = {"id_number": make.identity_number(), **FULL, **given}
    person = make.person(name, of=city, **given)
    make.education(person, from_on=date(2003, 9, 1))
    make.assignment(person, title="科员", from_on=date(2007, 7, 1), until_on=date(2020, 5, 10))
    make.assignment(person, title="副局长", level="132", is_leading=True, from_on=date(2020, 5, 10))
    make.rank(person, "132")
    make.relative(person), make.year_grade(person, 2025)
    return person


def found(person):
    return {rule for _key, rule in found_still([person.pk], on=make.ON)}


def mend(person, **given):
    Person.objects.filter(pk=person.pk).update(**given)


def lines(person):
    return person.assignments.order_by("from_on")


BREAKS = {
    "identity_invalid": lambda one: make.renumber(one, "999001198503010010"),
    "identity_birth": lambda one: make.renumber(one, make.identity_number(date(1985, 4, 1))),
    "identity_sex": lambda one: make.renumber(one, make.identity_number(sex="2")),
    "party_before_adult": lambda one: mend(one, party_joined_on=date(2003, 2, 28)),
    "work_too_young": lambda one: mend(one, work_started_on=date(2001, 2, 28)),
    "not_yet": lambda one: mend(one, party_joined_on=make.ON + timedelta(days=1)),
    "line_before_birth": lambda one: make.assignment(one, kind="study", from_on=date(1980, 1, 1), until_on=date(2007, 7, 1)),
    "post_before_work": lambda one: lines(one).filter(until_on=date(2020, 5, 10)).update(from_on=date(2007, 6, 1)),
    "career_gap": lambda one: lines(one).filter(until_on=None).update(from_on=date(2020, 7, 1)),
    "career_overlap": lambda one: lines(one).filter(until_on=None).update(from_on=date(2020, 4, 1)),
    "study_before_birth": lambda one: one.educations.update(until_on=date(2000, 2, 1), from_on=None),
    "study_beside_work": lambda one: one.educations.update(until_on=date(2008, 7, 1)),
    "two_levels": lambda one: make.rank(one, "131", from_on=date(2024, 1, 1)),
    "level_without_post": lambda one: lines(one).filter(until_on=None).update(until_on=date(2026, 1, 1)),
    "post_without_level": lambda one: (one.ranks.all().delete(), lines(one).update(level="")),
    "no_identity": lambda one: make.renumber(one, None),
    "no_work_start": lambda one: mend(one, work_started_on=None),
    "no_party_date": lambda one: mend(one, party_joined_on=None),
    "no_basics": lambda one: mend(one, native_place=""),
    "no_career": lambda one: (one.assignments.all().delete(), one.ranks.all().delete()),
    "no_education": lambda one: one.educations.all().delete(),
    "leader_without_family": lambda one: one.relatives.all().delete(),
    "leader_without_grade": lambda one: one.year_grades.all().delete(),
    "unread_lines": lambda one: one.gaps.create(noun="rank", source="表第3行"),
    "same_person": lambda one: sound(one.authority, born_on=date(1985, 3, 20)),
    "same_identity": lambda one: mend(one, number_index=None, number_flags="d"),  # as the migration leaves the shorter form of a number twice there
    "identity_unchecked": lambda one: (make.renumber(one, make.identity_number(date(1985, 4, 1))), mend(one, born_on=date(1985, 5, 1))),
}  # fmt: skip
BESIDES = {"post_before_work": {"study_beside_work"}}


def test_every_rule_is_tried():
    assert set(BREAKS) == set(rules())


def test_a_sound_record_is_found_by_none(city):
    assert found(sound(city)) == set()


@pytest.mark.parametrize("rule", sorted(BREAKS))
def test_each_rule_finds_its_own_matter_only(city, rule):
    person = sound(city)
    BREAKS[rule](person)
    assert found(person) == {rule, *BESIDES.get(rule, ())}


@pytest.mark.parametrize(("change", "is_found"), [
    (lambda one: mend(one, party_joined_on=date(2003, 3, 1)), False),
    (lambda one: mend(one, work_started_on=date(2001, 3, 1)), False),
    (lambda one: lines(one).filter(until_on=None).update(from_on=date(2020, 6, 30)), False),
    (lambda one: lines(one).filter(until_on=None).update(from_on=date(2020, 5, 1)), False),
    (lambda one: (make.renumber(one, make.identity_number(sex="2")), mend(one, sex="2")), False),
    (lambda one: mend(one, sex="2"), True),
    (lambda one: mend(one, born_on=date(1985, 2, 1)), True),
    (lambda one: mend(one, born_on=date(1985, 3, 9)), False),
    (lambda one: make.assignment(one, title="兼职", kind="concurrent", from_on=date(2021, 1, 1)), False),
    (lambda one: mend(one, status="2") or one.relatives.all().delete(), False),
])  # fmt: skip
def test_at_the_boundary_nothing_is_found(city, change, is_found):
    person = sound(city)
    change(person)
    assert bool(found(person)) is is_found


def test_counts_are_true_though_the_list_is_cut_and_they_fall_when_mended(city, monkeypatch):
    wang = make.account("王敏", "section_chief", over=city)
    people = [sound(city, name) for name in ("甲一", "乙二", "丙三")]
    for each in people:
        make.renumber(each, None)
    count_quality(by=wang, at=make.AT - timedelta(days=1))
    make.renumber(people[0], make.identity_number())
    assert count_quality(by=wang, at=make.AT) == 2
    days = days_counted(by=wang, on=make.ON)
    told = {each.rule.key: (each.count, each.before) for each in rule_counts(by=wang, on=make.ON, days=days)}
    assert days == [make.ON, make.ON - timedelta(days=1)]
    assert (told["no_identity"], told["no_basics"]) == ((2, 3), (0, 0))
    assert {row.person.name for row in issues(by=wang, on=make.ON, rule="no_identity")} == {"乙二", "丙三"}


def test_counted_twice_on_a_day_the_later_stands(city):
    wang = make.account("王敏", "section_chief", over=city)
    make.renumber(sound(city), None)
    assert [count_quality(by=wang, at=make.AT), count_quality(by=wang, at=make.AT)] == [1, 1]
    assert (QualityIssue.objects.count(), QualityCount.objects.count()) == (1, 2)


def test_an_officer_counts_and_sees_only_what_is_kept_by_them(city):
    county = make.authority("中共青石县委", parent=city, code="qingshi")
    liu, wang = make.account("刘县", "officer", over=county), make.account("王敏", "section_chief", over=city)
    for authority, name in ((city, "甲一"), (county, "乙二")):
        make.renumber(sound(authority, name), None)
    assert count_quality(by=liu, at=make.AT) == 1
    assert [row.authority for row in issues(by=wang, on=make.ON, rule="no_identity")] == [county]
    assert count_quality(by=wang, at=make.AT) == 2
    assert issues(by=liu, on=make.ON, rule="no_identity").count() == 1
    with pytest.raises(Refused):
        count_quality(by=make.account("郑强", "minister", over=city), at=make.AT)
