"""Sealed values of a person's file opened in memory, for one page. The rows that come out of here are never saved again."""

from collections.abc import Iterable, Iterator
from typing import Any

from django.apps import apps
from django.db.models import Model

from quanheng.access.core.key_tree import Ring
from quanheng.access.core.sealed_fields import Place, from_json
from quanheng.access.models import DataKey, record_name, sealed_names
from quanheng.access.queries.keys import open_values
from quanheng.registry.core.lines import BY_NOUN
from quanheng.registry.models import Person, Revision
from quanheng.registry.queries.lines import model_of


def open_lines(ring: Ring | None, person: Person, lines: Iterable[Model]) -> int:
    """Put the words in the place of the sealed values; how many stay sealed because the reader's keys do not reach them."""
    found = [
        (line, name, place_of(line, name))
        for line in lines for name in sealed_names(line) if getattr(line, name)
    ]  # fmt: skip
    if ring is None or not found:
        return len(found)
    words = open_values(ring, record_name(person), [(place, getattr(line, name)) for line, name, place in found])
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
    if ring is None or not found:
        return len(found)
    words = open_values(ring, record_name(person), [(place, sealed) for _, _, place, sealed in found])
    for (state, name, _, _), said in zip(found, words, strict=True):
        if said is not None:
            state[name] = said
    return words.count(None)


def sealed_in(revision: Revision) -> Iterator[tuple[dict[str, Any], str, bytes]]:
    """(state before or after, field, sealed value) of a version."""
    for state in (revision.before, revision.after):
        for name, kept in (state or {}).items():
            sealed = from_json(kept)
            if state is not None and sealed is not None:
                yield state, name, sealed


def sealed_of_noun(noun: str) -> tuple[str, ...]:
    """The sealed fields of a kind of lines, by the word the versions keep it under."""
    kind = BY_NOUN.get(noun)
    return tuple(sealed_names(model_of(kind))) if kind else ()


def place_of(line: Model, name: str) -> Place:
    """Where a value stands; its owner is told by its data key."""
    return Place(table=line._meta.label_lower, row=str(line.pk), field=name, owner="")


def place_in(revision: Revision, name: str) -> Place:
    """Where the value stood that a version keeps."""
    return Place(
        table=model_of(BY_NOUN[revision.noun])._meta.label_lower, row=revision.line, field=name, owner=""
    )


def sealed_rows(person: Person | None = None) -> Iterator[Model]:
    """Every row of this room with a sealed column: of one person, or of everybody."""
    for model in apps.get_app_config("registry").get_models():
        if sealed_names(model):
            rows = model._default_manager.select_related("person__authority").order_by("person_id", "pk")
            yield from rows.filter(person=person) if person else rows.iterator()


def kept_elsewhere(person: Person) -> int:
    """Data keys of the file that are still sealed to an authority that managed the person before."""
    return DataKey.objects.filter(record=record_name(person)).exclude(owner=person.authority_id).count()
