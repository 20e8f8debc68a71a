"""Sealed values of a person's file opened in memory, for one page. The rows that come out of here are never saved again."""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from functools import reduce
from operator import or_
from typing import Any
from uuid import UUID

from django.apps import apps
from django.db.models import Model, Q, QuerySet

from quanheng.access.core.key_tree import Ring
from quanheng.access.core.sealed_fields import Place, from_json, waiting_words
from quanheng.access.models import DataKey, from_version, kept_fields, record_name, sealed_names
from quanheng.access.queries.keys import open_values
from quanheng.access.queries.sealed_rows import waits
from quanheng.kernel.refusals import Refused
from quanheng.registry.core.lines import BY_NOUN
from quanheng.registry.models import Person, Relative, Revision
from quanheng.registry.queries.lines import model_of


def open_lines(ring: Ring | None, person: Person, lines: Iterable[Model]) -> int:
    """Put the words in the place of the sealed values; how many stay sealed because the reader's keys do not reach them.

    Words that wait to be sealed are told without a key: nobody could hold one for them.
    """
    found = [
        (line, name, place_of(line, name))
        for line in lines for name in sealed_names(line) if getattr(line, name)
    ]  # fmt: skip
    words = _opened(ring, person, [(place, getattr(line, name)) for line, name, place in found])
    for (line, name, _), said in zip(found, words, strict=True):
        if said is not None:
            setattr(line, name, said)
    return words.count(None)


def open_revisions(ring: Ring | None, person: Person, revisions: Iterable[Revision]) -> int:
    """The same for the versions kept of corrected lines."""
    found = [
        (state, name, place_in(revision, name), sealed)
        for revision in revisions for state, name, sealed in sealed_in(revision)
    ]  # fmt: skip
    words = _opened(ring, person, [(place, sealed) for _, _, place, sealed in found])
    for (state, name, _, _), said in zip(found, words, strict=True):
        if said is not None:
            state[name] = said
    return words.count(None)


def open_kept(person: Person, revisions: Iterable[Revision]) -> None:
    """Basic fields under the installation's key, which whoever may read the person reads; what does not open stays masked."""
    fields = kept_fields(Person)
    for state in (each for revision in revisions for each in (revision.before, revision.after) if each):
        for name in fields.keys() & state.keys():
            if (sealed := from_version(state[name])) is not None:
                with suppress(Refused):
                    state[name] = fields[name].opened(person, sealed)


def _opened(ring: Ring | None, person: Person, values: Sequence[tuple[Place, bytes]]) -> list[str | None]:
    if ring is None or not values:
        return [waiting_words(sealed) for _, sealed in values]
    return open_values(ring, record_name(person), values)


def sealed_in(revision: Revision) -> Iterator[tuple[dict[str, Any], str, bytes]]:
    """(state before or after, field, sealed value) of a version."""
    for state in (revision.before, revision.after):
        for name, kept in (state or {}).items():
            sealed = from_json(kept)
            if state is not None and sealed is not None:
                yield state, name, sealed


def sealed_of_noun(noun: str) -> tuple[str, ...]:
    """The sealed fields of a kind of lines, by the word the versions keep it under."""
    model = _model_of_noun(noun)
    return tuple(sealed_names(model)) if model else ()


def place_of(line: Model, name: str) -> Place:
    """Where a value stands; its owner is told by its data key."""
    return Place(table=line._meta.label_lower, row=str(line.pk), field=name, owner="")


def place_in(revision: Revision, name: str) -> Place:
    """Where the value stood that a version keeps."""
    model = _model_of_noun(revision.noun)
    assert model is not None
    return Place(table=model._meta.label_lower, row=revision.line, field=name, owner="")


def _model_of_noun(noun: str) -> type[Model] | None:
    """The table of a kind of lines; the basic fields are the person's own."""
    if noun == Person._meta.model_name:
        return Person
    return model_of(BY_NOUN[noun]) if noun in BY_NOUN else None


def sealed_rows(person: Person) -> Iterator[Model]:
    """Every row of this room of one person with a sealed column, the person's own first."""
    yield from Person.objects.filter(pk=person.pk)
    for model in _of_persons():
        yield from model._default_manager.filter(person=person).order_by("pk")


def waiting_people() -> QuerySet[Person]:
    """Whose number waits to be sealed."""
    return Person.objects.filter(waits("id_number")).select_related("authority").order_by("pk")


def waiting_family() -> QuerySet[Relative]:
    """Family lines with words that wait to be sealed, file by file."""
    return Relative.objects.filter(_waits(Relative)).order_by("person", "pk")


def waiting_lines() -> set[UUID]:
    """Whose lines, but for family, have words that wait to be sealed."""
    found: set[UUID] = set()
    for model in _of_persons():
        if model is Relative:
            continue
        found |= set(model._default_manager.filter(_waits(model)).order_by().values_list("person", flat=True))
    return found


def _waits(model: type[Model]) -> Q:
    return reduce(or_, (waits(name) for name in sealed_names(model)))


def _of_persons() -> list[type[Model]]:
    models = apps.get_app_config("registry").get_models()
    return [model for model in models if model is not Person and sealed_names(model)]


def kept_elsewhere(person: Person) -> int:
    """Data keys of the file that are still sealed to an authority that managed the person before."""
    return DataKey.objects.filter(record=record_name(person)).exclude(owner=person.authority_id).count()
