"""Anchors: right on every day they claim to hold on, gone when a line changes, made anew without touching others."""

from datetime import date, timedelta
from itertools import chain

import pytest
from django.db import connection, transaction

from quanheng.access.actions.guard import as_owner
from quanheng.access.actions.scope import acting_as, as_system
from quanheng.access.models import Account
from quanheng.registry.actions.refresh_anchors import refresh_anchors
from quanheng.registry.core.column_kinds import APART
from quanheng.registry.models import (
    Anchor,
    Assignment,
    Education,
    Person,
    Post,
    Rank,
    Relative,
    Training,
    YearGrade,
)
from quanheng.registry.queries.column_anchors import work_out
from quanheng.registry.queries.fact_columns import fact_columns
from quanheng.registry.queries.facts import facts_for
from quanheng.registry.tests import factories as make

pytestmark = pytest.mark.django_db
TODAY = date(2026, 11, 21)


@pytest.fixture
def seen() -> tuple[Account, Post, list[Person]]:
    return _seen()


def _seen() -> tuple[Account, Post, list[Person]]:
    """Somebody who may see three people: a career with every kind of turn, a rank only, an empty file."""
    over = make.authority()
    unit = make.organisation(of=over)
    seat = make.post(unit, is_leading=True)
    people = [make.person(name, at=unit) for name in ("陈建国", "林晓", "赵一")]
    _career(people[0])
    make.rank(people[1], "19", kind="rank", from_on=date(2024, 2, 29))
    make.assignment(
        people[1],
        from_on=date(2012, 8, 31),
        until_on=date(2014, 1, 30),
        kind="work",
        is_grassroots=True,
        level="150",
    )
    make.assignment(people[1], from_on=date(2014, 3, 31), kind="work", is_grassroots=True, level="150")
    return make.account("王敏", "officer", over=over), seat, people


LINES = (
    (date(2010, 1, 31), date(2013, 3, 1), {"kind": "work", "is_grassroots": True, "level": "150"}),
    (date(2013, 3, 1), date(2016, 8, 31), {"level": "142", "role": "deputy", "is_leading": True}),
    (date(2016, 10, 31), date(2022, 2, 28), {"title": "主任", "organisation_text": "办公室"}),
    (date(2022, 2, 28), None, {"level": "141", "role": "chief", "is_leading": True, "is_exceptional": True}),
    (date(2026, 9, 1), None, {"kind": "concurrent", "level": "141", "probation_from_on": date(2026, 10, 1)}),
)
LEVELS = {
    "150": (date(2010, 1, 31), date(2013, 3, 1)),
    "142": (date(2013, 3, 1), date(2022, 2, 28)),
    "141": (date(2022, 2, 28), None),
}


def _career(person: Person) -> None:
    for since, until, given in LINES:
        make.assignment(person, from_on=since, until_on=until, **given)
    for code, (since, until) in LEVELS.items():
        make.rank(person, code, from_on=since, until_on=until)
    make.education(person)
    make.education(person, "11", until_on=date(2026, 12, 1))
    make.training(person, 300, from_on=date(2021, 11, 1))
    make.training(person, 280, from_on=date(2020, 2, 10), until_on=date(2020, 2, 29))
    make.training(person, 120, from_on=date(2026, 11, 15), until_on=date(2026, 12, 15))
    for year, grade in ((2022, "3"), (2023, "2"), (2024, "1"), (2025, "2")):
        make.year_grade(person, year, grade)
    make.relative(person)
    make.relative(person, "儿子", "陈小", is_abroad=True)


def _turning_days(people: list[Person]) -> list[date]:
    lines = chain(Assignment.objects.all(), Rank.objects.all(), Training.objects.all())
    days = {day for line in lines for day in (line.from_on, line.until_on) if day}
    days |= {
        day.replace(year=day.year + 5, day=min(day.day, 28))
        for day in Training.objects.values_list("until_on", flat=True)
    }
    days |= {TODAY, date(2026, 10, 1), date(2027, 1, 1), date(2028, 2, 29)}
    near = (day + timedelta(days=more) for day in days for more in (-1, 0, 1, 2))
    return sorted({*near, *(TODAY + timedelta(days=more) for more in range(-90, 90, 9))})


def test_the_kept_and_the_worked_out_say_what_the_records_say(
    seen: tuple[Account, Post, list[Person]],
) -> None:
    officer, seat, people = seen
    kept = 0
    assert refresh_anchors(on=TODAY) == 3
    for on in _turning_days(people):
        wanted = {str(key): facts for key, facts in facts_for(people, post=seat, on=on).items()}
        found = fact_columns(by=officer, post=seat, on=on, today=TODAY)
        assert {row.pop("key"): row for row in found.rows.to_dicts()} == wanted, on
        kept += 3 - found.worked_out
    assert kept > 100


def test_who_may_see_nobody_gets_no_rows(seen: tuple[Account, Post, list[Person]]) -> None:
    assert fact_columns(by=make.account("外人"), post=seen[1], on=TODAY).rows.is_empty()


def test_nothing_is_worked_out_twice(seen: tuple[Account, Post, list[Person]]) -> None:
    assert (refresh_anchors(on=TODAY), refresh_anchors(on=TODAY)) == (3, 0)
    assert fact_columns(by=seen[0], post=seen[1], on=TODAY).worked_out == 0
    assert refresh_anchors(on=TODAY + timedelta(days=15)) == 1  # an education and a class have ended since


def test_those_of_another_version_are_made_anew(seen: tuple[Account, Post, list[Person]]) -> None:
    refresh_anchors(on=TODAY)
    Anchor.objects.update(made_by=0)
    assert fact_columns(by=seen[0], post=seen[1], on=TODAY).worked_out == 3
    assert refresh_anchors(on=TODAY) == 3
    assert not Anchor.objects.filter(made_by=0).exists()


def test_different_people_give_the_same_columns(seen: tuple[Account, Post, list[Person]]) -> None:
    with transaction.atomic():
        schemas = [work_out([str(person.pk)], TODAY).schema for person in seen[2]]
    assert schemas[0] == schemas[1] == schemas[2]


def test_a_person_without_lines_has_anchors_for_ever(seen: tuple[Account, Post, list[Person]]) -> None:
    refresh_anchors(on=TODAY)
    kept = Anchor.objects.get(person=seen[2][2])
    assert (kept.holds_from, kept.holds_until) == (date.min, None)
    assert set(kept.line.split(APART)) == {"", "0"}


@pytest.mark.parametrize("table", [Assignment, Rank, Education, Training, YearGrade, Relative])
def test_any_change_of_a_line_throws_them_away(
    seen: tuple[Account, Post, list[Person]], table: type[Assignment]
) -> None:
    person, others = seen[2][0], {each.pk for each in seen[2][1:]}
    line = table.objects.filter(person=person)[0]
    for change in (line.save, line.delete, lambda: table(**_without_key(line)).save()):
        refresh_anchors(on=TODAY)
        assert Anchor.objects.count() == 3
        change()
        assert set(Anchor.objects.values_list("pk", flat=True)) == others


def test_a_line_given_to_another_person_throws_both_away(seen: tuple[Account, Post, list[Person]]) -> None:
    people = seen[2]
    refresh_anchors(on=TODAY)
    Rank.objects.filter(person=people[0]).update(person=people[1])
    assert list(Anchor.objects.values_list("pk", flat=True)) == [people[2].pk]


@pytest.mark.django_db(transaction=True)
def test_an_emptied_table_leaves_none() -> None:
    """The owner alone may empty a table."""
    with as_system(on=TODAY):
        _seen()
        refresh_anchors(on=TODAY)
        assert Anchor.objects.count() == 3
    with as_owner(), connection.cursor() as cursor:
        cursor.execute("TRUNCATE registry_yeargrade")
    with as_system(on=TODAY):
        assert not Anchor.objects.exists()


def _without_key(line: Assignment) -> dict[str, object]:
    return {
        field.attname: getattr(line, field.attname)
        for field in line._meta.concrete_fields
        if not field.primary_key
    }


def test_who_comes_under_another_authority_is_worked_out_anew(seen):
    _, _, people = seen
    refresh_anchors(on=TODAY)
    people[0].authority = make.authority(code="elsewhere")
    people[0].save()
    assert set(Anchor.objects.values_list("person", flat=True)) == {people[1].pk, people[2].pk}
    assert refresh_anchors(on=TODAY) == 1
    assert Anchor.objects.get(person=people[0]).authority_id == people[0].authority_id


def test_only_anchors_within_reach_are_seen(seen):
    officer, _, people = seen
    stranger = make.account("赵磊", "officer", over=make.authority(code="elsewhere"))
    refresh_anchors(on=TODAY)
    counts = []
    for each in (officer, stranger):
        with acting_as(each, on=TODAY):
            counts.append(Anchor.objects.count())
    assert counts == [len(people), 0]


def test_a_line_written_from_outside_the_reach_counts_too(seen):
    """A unit's officer may change the lines of somebody managed elsewhere, whose anchor is not to be seen there."""
    _, _, people = seen
    over = make.authority(code="elsewhere")
    make.assignment(people[1], from_on=date(2020, 1, 1), organisation=make.organisation("溪山县教育局", of=over))
    neighbour = make.account("赵磊", "officer", over=over)
    refresh_anchors(on=TODAY)
    with acting_as(neighbour, on=TODAY):
        assert not Anchor.objects.exists()
        assert Assignment.objects.filter(person=people[1]).update(title="x")
    assert not Anchor.objects.filter(person=people[1]).exists()
