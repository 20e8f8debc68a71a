"""Day values: the same answers as from the lines on every day, marked when a line changes, made anew without touching others."""

from datetime import date, timedelta

import pytest
from django.db import connection

from quanheng.registry.actions.refresh_day_values import refresh_day_values
from quanheng.registry.models import DayValue, Education, Person, Rank
from quanheng.registry.queries.people import Filters, people
from quanheng.registry.queries.selecting_values import KEPT, education_words, value_of
from quanheng.registry.tests import factories as make

pytestmark = pytest.mark.django_db
TURNS = (2008, 2012, 2016, 2020, 2024)


@pytest.fixture
def city():
    return make.authority("中共云岭市委", code="city")


@pytest.fixture
def chen(city) -> Person:
    """Every kind of line, some side by side, some with a gap after them."""
    chen = make.person("陈建国", of=city)
    for year, level in zip(TURNS[:3], ("150", "142", "141"), strict=True):
        make.assignment(chen, from_on=date(year, 3, 1), until_on=date(year + 3, 3, 1), level=level)
    make.assignment(chen, from_on=date(2017, 1, 1), level="")
    make.assignment(chen, from_on=date(2018, 1, 1), level="132", until_on=date(2019, 1, 1))
    make.assignment(chen, from_on=date(2018, 6, 1), level="131", kind="concurrent")
    make.rank(chen, "141", from_on=date(2016, 5, 1), until_on=date(2021, 5, 1))
    make.rank(chen, "132", from_on=date(2020, 5, 1), until_on=date(2022, 5, 1))
    make.rank(chen, "19", kind="rank", from_on=date(2019, 6, 1), until_on=date(2023, 6, 1))
    make.education(chen, "大专", until_on=date(2006, 7, 1))
    make.education(chen, "11", until_on=date(2015, 7, 1))
    make.education(chen, "高中", until_on=None)
    return chen


def told(name: str, day: date) -> object:
    """As a query would have it, of the only person."""
    return Person.objects.annotate(told=value_of(name, day, today=date(2000, 1, 1))).values_list("told", flat=True).get()


def answers(days: list[date]) -> list[tuple[str, date, object]]:
    return [(name, day, told(name, day)) for name in KEPT for day in days]


def test_kept_or_asked_of_the_lines_the_answer_is_the_same_on_every_day(chen):
    turns = {day for row in chen.assignments.all() for day in (row.from_on, row.until_on) if day}
    turns |= {day for row in chen.ranks.all() for day in (row.from_on, row.until_on) if day}
    turns |= {row.until_on for row in chen.educations.all() if row.until_on}
    days = sorted({turn + timedelta(days=step) for turn in turns for step in (-1, 0, 1)})
    asked = answers(days)
    assert refresh_day_values() == 1
    assert answers(days) == asked
    assert {told("level", day) for day in days} == {None, "150", "142", "141", "132"}
    assert told("level_since", date(2020, 6, 1)) == date(2020, 5, 1)
    assert told("education", date(2010, 1, 1)) == 3
    assert told("education", date(2005, 1, 1)) == 1


def test_nothing_before_the_first_line_and_for_an_empty_file(city):
    make.person("赵一", of=city)
    assert refresh_day_values() == 1
    assert [told(name, date(2020, 1, 1)) for name in KEPT] == [None] * len(KEPT)


def test_marked_by_every_change_and_only_then(chen):
    refresh_day_values()
    chen.health = "良好"
    chen.save()
    assert not DayValue.objects.get().is_stale
    for change in (
        lambda: Rank.objects.filter(code="19").update(code="18"),
        lambda: make.education(chen, "13"),
        lambda: Education.objects.filter(level="13").delete(),
        lambda: make.assignment(chen, level="142"),
    ):
        change()
        assert DayValue.objects.get().is_stale
        assert refresh_day_values() == 1
    assert refresh_day_values() == 0


def test_somebody_not_worked_out_yet_is_told_of_from_the_lines(chen):
    make.rank(chen, "111", from_on=date(2025, 1, 1))
    assert DayValue.objects.get().is_stale
    assert told("level", date(2026, 1, 1)) == "111"


@pytest.mark.parametrize("is_kept", [True, False])
def test_the_list_of_a_past_day_by_level(city, chen, is_kept):
    make.rank(make.person("李红", of=city), "132", from_on=date(2010, 1, 1), until_on=date(2020, 12, 1))
    make.rank(make.person("周志远", of=city), "132", from_on=date(2021, 1, 1))
    wang = make.account("王敏", "section_chief", over=city)
    if is_kept:
        refresh_day_values()
    for day, names in ((date(2020, 6, 1), ["李红", "陈建国"]), (date(2021, 6, 1), ["周志远", "陈建国"])):
        rows = people(by=wang, on=make.ON, as_of=day, filters=Filters(level="132"))
        assert sorted(person.name for person in rows) == sorted(names)


def test_the_database_ranks_every_education_of_the_code_table():
    said = {word: rank for rank in range(1, 6) for word in education_words(rank)}
    with connection.cursor() as cursor:
        cursor.execute("SELECT w, registry_education_rank(w) FROM unnest(%s::text[]) w", [list(said)])
        known = dict(cursor.fetchall())
        cursor.execute("SELECT registry_education_rank('无')")
        assert cursor.fetchone() == (None,)
    assert known == said, "the code table has changed: make registry_education_rank again in a migration"


def test_the_authority_goes_with_the_person(chen):
    other = make.authority("中共河湾市委", code="other")
    assert DayValue.objects.get().authority_id == chen.authority_id
    Person.objects.filter(pk=chen.pk).update(authority=other)
    assert DayValue.objects.get().authority == other
