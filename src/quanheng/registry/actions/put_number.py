"""Write identity numbers: sealed to who manages the person, or waiting to be while the house has no keys. Needs no key of the writer."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from quanheng.access.actions.seal import begin_writings
from quanheng.access.core.sealed_fields import kept, unsealed
from quanheng.access.models import DataKey
from quanheng.access.queries.keys import has_keys
from quanheng.registry.models import Person
from quanheng.registry.queries.numbers import beside, require_index


def put_number(person: Person, number: str, *, at: datetime) -> None:
    """Set the four columns of a person's number; the caller saves them. "" takes it away."""
    require_index()
    person.id_number = number or b""
    for name, value in beside(number, born_on=person.born_on, sex=person.sex).items():
        setattr(person, name, value)
    DataKey.objects.bulk_create(seal_numbers([person], at=at))


def seal_numbers(people: Iterable[Person], *, at: datetime) -> list[DataKey]:
    """Put ciphertexts in the place of numbers that are still words; the data keys made for them, to be stored with the people."""
    told = [each for each in people if isinstance(each.id_number, str)]
    if not has_keys():
        for each in told:
            each.id_number = unsealed(str(each.id_number))
        return []
    filled = [each for each in told if each.id_number]
    made = begin_writings([(each, each.authority) for each in filled], at=at)
    for each, (writing, _) in zip(filled, made, strict=True):
        each.id_number = writing.seal(
            str(each.id_number), table=each._meta.label_lower, row=each.pk, field="id_number"
        )
    return [kept for _, kept in made]


def kept_number(person: Person) -> Any:
    """A number as a version keeps it: sealed, or as words that wait to be."""
    return kept(bytes(person.id_number))
