"""The authority that stands with ranks and leading lines: right whatever a row is saved with, and taken along when a person moves."""

from datetime import date

import pytest
from django.db import transaction

from quanheng.registry.actions.refresh_day_values import refresh_day_values
from quanheng.registry.models import Assignment, DayValue, Person, Rank
from quanheng.registry.queries.people import Filters, people
from quanheng.registry.tests import factories as make

pytestmark = pytest.mark.django_db
DAY = date(2020, 1, 1)


@pytest.fixture
def city():
    return make.authority("中共云岭市委", code="city")


@pytest.fixture
def other():
    return make.authority("中共河湾市委", code="other")


@pytest.fixture
def chen(city) -> Person:
    return make.person("陈建国", of=city)


def owners(model) -> list[int | None]:
    return list(model.objects.order_by("pk").values_list("authority", flat=True))


def test_every_rank_and_leading_line_has_it(city, chen):
    li = make.person("李红", of=city)
    Rank.objects.bulk_create(Rank(person=who, kind="rank", code="19", from_on=DAY) for who in (chen, li))
    make.assignment(chen, from_on=DAY, is_leading=True)
    make.assignment(chen, from_on=DAY, is_leading=False)
    assert owners(Rank) == [city.pk] * 2
    assert owners(Assignment) == [city.pk, None]


def test_what_a_row_is_saved_with_does_not_count(city, other, chen):
    rank = make.rank(chen, "132", from_on=DAY)
    assert Rank(person=chen, kind="rank", code="19", from_on=DAY, authority=other).save() is None
    Rank.objects.filter(pk=rank.pk).update(authority=other)
    assert owners(Rank) == [city.pk] * 2
    rank.authority = None
    rank.save()
    assert owners(Rank) == [city.pk] * 2


def test_a_line_that_becomes_leading_gets_it_and_loses_it_again(city, chen):
    line = make.assignment(chen, from_on=DAY, is_leading=False)
    for is_leading, owner in ((True, city.pk), (False, None)):
        Assignment.objects.filter(pk=line.pk).update(is_leading=is_leading)
        assert owners(Assignment) == [owner]


def test_a_line_that_becomes_anothers_changes_with_the_person(other, chen):
    rank = make.rank(chen, "132", from_on=DAY)
    Rank.objects.filter(pk=rank.pk).update(person=make.person("李红", of=other))
    assert owners(Rank) == [other.pk]


def test_who_moves_takes_the_lines_along_and_no_line_has_changed(other, chen):
    make.rank(chen, "132", from_on=DAY)
    make.assignment(chen, from_on=DAY, is_leading=True)
    make.assignment(chen, from_on=DAY, is_leading=False)
    refresh_day_values()
    with transaction.atomic():
        Person.objects.filter(pk=chen.pk).update(authority=other)
    assert (owners(Rank), owners(Assignment)) == ([other.pk], [other.pk, None])
    assert not DayValue.objects.get().is_stale
    make.rank(chen, "131", from_on=date(2024, 1, 1))
    assert DayValue.objects.get().is_stale


@pytest.mark.parametrize("words", ["建国", "陈", "chenjian", "cjg", "局长"])
def test_words_are_looked_for_among_ones_own_people(city, other, chen, words):
    """Of two cities with the same words each sees its own person, and whoever moves is found by the new one."""
    make.person("陈建国", of=other)
    Person.objects.update(current_post="教育局局长", pinyin="chenjianguo", initials="cjg")
    seers = {place: make.account(f"王{place.pk}", "section_chief", over=place) for place in (city, other)}

    def found(place) -> set[object]:
        return {person.authority for person in people(by=seers[place], on=make.ON, filters=Filters(words=words))}

    assert (found(city), found(other)) == ({city}, {other})
    Person.objects.filter(pk=chen.pk).update(authority=other)
    assert (found(city), found(other)) == (set(), {other})
