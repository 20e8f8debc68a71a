"""Seal the words of persons and their family lines under one data key a person, or leave them waiting where there are no keys."""

from collections.abc import Iterable
from datetime import datetime

from quanheng.access.actions.seal import Writing, begin_writings, put_sealed, words_taken
from quanheng.access.models import DataKey
from quanheng.access.queries.keys import has_keys
from quanheng.registry.models import Person, Relative


def seal_words(rows: Iterable[Person | Relative], *, at: datetime) -> list[DataKey]:
    """Ciphertexts in the place of words; the data keys made for them, to be stored with the rows. Needs no key of the writer.

    A family line has its number and its person already: a ciphertext is bound to where it stands.
    """
    told = [(row, words) for row in rows if (words := words_taken(row))]
    owners = {person.pk: person for row, _ in told for person in (_owner(row),)}
    if not owners or not has_keys():
        for row, words in told:
            put_sealed(row, words, None)
        return []
    made = begin_writings([(person, person.authority) for person in owners.values()], at=at)
    writings: dict[object, Writing] = {key: writing for key, (writing, _) in zip(owners, made, strict=True)}
    for row, words in told:
        put_sealed(row, words, writings[_owner(row).pk])
    return [kept for _, kept in made]


def _owner(row: Person | Relative) -> Person:
    return row if isinstance(row, Person) else row.person
