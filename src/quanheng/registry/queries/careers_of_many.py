"""The careers of a page of people, as plain values: records with their people cost a list more than all else it asks."""

from collections.abc import Collection
from datetime import date
from typing import Any, NamedTuple
from uuid import UUID

from django.db.models import Q, QuerySet

from quanheng.access.queries.composed import answers, one_of
from quanheng.registry.models import Assignment, Person, Rank, YearGrade
from quanheng.registry.queries.careers import LOADED


class Seat(NamedTuple):
    """经历一行: of an `Assignment` what lists show and clocks count."""

    person_id: UUID
    pk: int
    kind: str
    organisation_text: str
    title: str
    level: str
    role: str
    is_leading: bool
    from_on: date
    until_on: date | None
    counted_from_on: date | None

    def __str__(self) -> str:
        return f"{self.organisation_text}{self.title}"


class Spell(NamedTuple):
    """层次、职级一行: of a `Rank` the same."""

    person_id: UUID
    kind: str
    code: str
    from_on: date
    until_on: date | None


_EVERY = Q()


def load_careers(people: Collection[Person], *, lines: Q = _EVERY, ranks: Q = _EVERY) -> None:
    """What `careers` reads of these people, kept where `with_careers` keeps it: two questions, narrowed to `lines` and `ranks`."""
    keys = [person.pk for person in people]
    _keep(people, "assignments", [Seat._make(row) for row in answers(_seats, lines, people=keys)])
    _keep(people, "ranks", [Spell._make(row) for row in answers(_spells, ranks, people=keys)])


def _seats(which: Q, *, people: list[UUID]) -> QuerySet[Assignment, Any]:
    return Assignment.objects.filter(one_of(people, "person", "uuid"), which).order_by("from_on", "pk").values_list(*Seat._fields)


def _spells(which: Q, *, people: list[UUID]) -> QuerySet[Rank, Any]:
    return Rank.objects.filter(one_of(people, "person", "uuid"), which).order_by("from_on").values_list(*Spell._fields)


def year_results(people: Collection[Person], *, years: Collection[int] | None = None) -> dict[UUID, dict[int, str]]:
    """The result of each year as it is on file, by person; of all years or of some."""
    keys = [person.pk for person in people]
    rows = answers(_results, people=keys) if years is None else answers(_results_of, people=keys, years=tuple(years))
    found: dict[UUID, dict[int, str]] = {key: {} for key in keys}
    for person, year, grade in rows:
        found[person][year] = grade
    return found


def _results(*, people: list[UUID]) -> QuerySet[YearGrade, Any]:
    return YearGrade.objects.filter(one_of(people, "person", "uuid")).order_by("-year").values_list("person", "year", "grade")


def _results_of(*, people: list[UUID], years: tuple[int, ...]) -> QuerySet[YearGrade, Any]:
    return _results(people=people).filter(year__in=years)


def _keep(people: Collection[Person], name: str, found: list[Seat] | list[Spell]) -> None:
    by_person: dict[UUID, list[Seat | Spell]] = {person.pk: [] for person in people}
    for row in found:
        by_person[row.person_id].append(row)
    for person in people:
        setattr(person, LOADED[name], by_person[person.pk])
