"""Write identity numbers: sealed to who manages the person, or waiting to be while the house has no keys. Needs no key of the writer."""

from datetime import datetime
from typing import Any

from quanheng.access.core.sealed_fields import kept
from quanheng.access.models import DataKey
from quanheng.registry.actions.seal_words import seal_words
from quanheng.registry.models import Person
from quanheng.registry.queries.numbers import beside, require_index


def put_number(person: Person, number: str, *, at: datetime) -> None:
    """Set the four columns of a person's number; the caller saves them. "" takes it away."""
    require_index()
    person.id_number = number or b""
    for name, value in beside(number, born_on=person.born_on, sex=person.sex).items():
        setattr(person, name, value)
    DataKey.objects.bulk_create(seal_words([person], at=at))


def kept_number(person: Person) -> Any:
    """A number as a version keeps it: sealed, or as words that wait to be."""
    return kept(bytes(person.id_number))
