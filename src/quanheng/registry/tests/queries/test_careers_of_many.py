"""Careers read as plain values say the same as the records themselves."""

from datetime import date

import pytest

from quanheng.registry.models import Person
from quanheng.registry.queries.careers import at_level, in_post, level_on
from quanheng.registry.queries.careers_of_many import load_careers, year_results
from quanheng.registry.queries.labels import posts_of, rank_of
from quanheng.registry.queries.people import with_careers
from quanheng.registry.tests import factories as make

pytestmark = pytest.mark.django_db


@pytest.fixture
def three():
    people = [make.person(name) for name in ("陈建国", "李红", "周志远")]
    for person in people[:2]:
        make.assignment(person, make.post(), from_on=date(2020, 5, 10), until_on=date(2023, 1, 1))
        make.assignment(person, make.post(name=f"{person.name}的职务"), from_on=date(2023, 1, 1))
        make.rank(person, "17", kind="rank", from_on=date(2023, 5, 21))
        make.year_grade(person, 2024, "1")
        make.year_grade(person, 2025, "2")
    return people


def said(people):
    return [[each(person, make.ON) for each in (posts_of, rank_of, in_post, level_on, at_level)] for person in people]


def test_lists_say_the_same_by_values_as_by_records(three):
    plain, records = Person.objects.order_by("pk"), with_careers(Person.objects.order_by("pk"))
    people = list(plain)
    load_careers(people)
    assert said(people) == said(records)
    assert any("陈建国的职务" in line[0] for line in said(people))


def test_one_asks_as_often_as_three(three, django_assert_num_queries):
    for people in (three[:1], three):
        with django_assert_num_queries(3):
            load_careers(people)
            year_results(people)


def test_results_of_some_years_or_of_all(three):
    chen, _li, zhou = three
    assert year_results(three)[chen.pk] == {2025: "2", 2024: "1"}
    assert year_results(three, years=(2025,))[chen.pk] == {2025: "2"}
    assert year_results(three)[zhou.pk] == {}
