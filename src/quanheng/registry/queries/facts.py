"""The provider of law facts: what the records say of persons and a post on a day, by the catalogue's names.

A fact the records do not settle is None, never a guess. Findings and case facts come from the rooms above.
"""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import Model, QuerySet

from quanheng.access.queries.composed import one_of, records
from quanheng.registry.core.gaps import unsettled
from quanheng.registry.core.restrictions import restrictions
from quanheng.registry.models import (
    Assignment,
    Education,
    FileGap,
    Person,
    Post,
    Rank,
    Relative,
    Sanction,
    Training,
    YearGrade,
)
from quanheng.registry.queries.facts_candidacy import candidacy_facts
from quanheng.registry.queries.facts_family import family_facts
from quanheng.registry.queries.facts_person import person_facts
from quanheng.registry.queries.facts_post import post_facts
from quanheng.registry.queries.held import by_person, hold, is_held
from quanheng.registry.queries.sources import sources

Facts = dict[str, object]


def facts_for(persons: Sequence[Person], *, post: Post, on: date) -> dict[UUID, Facts]:
    """Every person's facts against the post on the day, by key. Eight queries, whatever the number of persons.

    The caller chose the persons with a query that knows the actor; nothing here widens what may be seen.
    Seats (quota_seats, held_seats) come from `establishment.queries.board.seat_facts`.
    """
    load_records(persons)
    about_post = post_facts(post, on)
    return {person.key: about_post | one_person(person, post=post, on=on) for person in persons}


def one_person(person: Person, *, post: Post, on: date) -> Facts:
    """The facts of one person whose records are loaded, without those of the post alone."""
    known = {
        **person_facts(person, on),
        **restrictions(person.sanctions.all(), on),
        **family_facts(person),
        **candidacy_facts(person, post, on),
    }
    return unsettled(known, [gap.noun for gap in person.gaps.all()], on=on)


def sources_for(person: Person, *, post: Post, on: date) -> Mapping[str, list[str]]:
    """For the page of a verdict: the lines of the file that each fact rests on; the records must be loaded."""
    return sources(person, post, on)


def load_records(persons: Sequence[Person]) -> None:
    """Fetch every record the facts rest on, once for all persons; what is loaded already is not fetched again."""
    for name in _RECORDS:
        if wanted := [person for person in persons if not is_held(person, name)]:
            found = by_person(wanted, records(_lines, name, people=[person.pk for person in wanted]))
            for person in wanted:
                hold(person, name, found[person.pk])


_RECORDS: dict[str, type[Model]] = {
    "assignments": Assignment,
    "ranks": Rank,
    "educations": Education,
    "trainings": Training,
    "year_grades": YearGrade,
    "sanctions": Sanction,
    "relatives": Relative,
    "gaps": FileGap,
}


def _lines(name: str, *, people: list[UUID]) -> QuerySet[Any]:
    """In the usual order but for the person's name before it, which would have to be asked for, and of whom we have it."""
    person, *within_one = _RECORDS[name]._meta.ordering or ()
    assert person == "person"
    return _RECORDS[name]._default_manager.filter(one_of(people, "person", "uuid")).order_by(*within_one)
