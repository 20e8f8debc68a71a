"""Lines of a file that were read by a question composed once, held as if they had been prefetched."""

from typing import Any
from uuid import UUID

from django.db.models import QuerySet

from quanheng.registry.models import Person


def hold(person: Person, lines: str, found: list[Any]) -> None:
    """`person.<lines>.all()` answers with them, in this order; each knows its person."""
    for line in found:
        line.person = person
    rows: QuerySet[Any] = getattr(person, lines).all()
    rows._result_cache = found
    vars(person).setdefault("_prefetched_objects_cache", {})[lines] = rows


def is_held(person: Person, lines: str) -> bool:
    """Whether they need not be read."""
    return lines in vars(person).get("_prefetched_objects_cache", ())


def by_person(persons: list[Person], lines: list[Any]) -> dict[UUID, list[Any]]:
    """The lines of each, in their order."""
    found: dict[UUID, list[Any]] = {person.pk: [] for person in persons}
    for line in lines:
        found[line.person_id].append(line)
    return found
