"""Seal what was written before the house had keys: run once after `quanheng keys found` on a database with rows in it."""

from datetime import datetime
from uuid import UUID

from django.db.models import Q

from quanheng.access.actions.action import action
from quanheng.access.actions.seal import Writing, begin_writing
from quanheng.access.core.sealed_fields import as_json, waiting_words
from quanheng.access.models import Account, sealed_names
from quanheng.registry.actions.record_line import locked
from quanheng.registry.core.lines import BY_NOUN
from quanheng.registry.models import Person, Revision
from quanheng.registry.queries.unsealed import place_in, sealed_of_noun, sealed_rows


@action("registry.person.seal_waiting", label="加密原有内容", permission=None)
def seal_waiting(*, by: Account | None, at: datetime) -> int:
    """How many values were sealed. Anybody may: no word is changed, none is shown, and sealing needs no key."""
    done = 0
    for key in sorted(_owners()):
        owner = locked(Person.objects.select_related("authority").get(pk=key))
        writing = begin_writing(owner, owner=owner.authority, at=at)
        done += _seal_rows(owner, writing) + _seal_revisions(owner, writing)
    return done


def count_waiting() -> int:
    """Files with values that wait to be sealed."""
    return len(_owners())


def _owners() -> set[UUID]:
    found = {row.person_id for row in sealed_rows() if _waiting(row)}  # type: ignore[attr-defined]
    nouns = [noun for noun in BY_NOUN if sealed_of_noun(noun)]
    rows = Revision.objects.filter(Q(person__isnull=False), noun__in=nouns)
    return found | {row.person_id for row in rows.iterator() if row.person_id and _plain(row)}


def _seal_rows(owner: Person, writing: Writing) -> int:
    done = 0
    for row in sealed_rows(owner):
        for name, words in _waiting(row).items():
            setattr(row, name, writing.seal(words, table=row._meta.label_lower, row=row.pk, field=name))
            row.save(update_fields=[name])
            done += 1
    return done


def _seal_revisions(owner: Person, writing: Writing) -> int:
    done = 0
    for revision in Revision.objects.filter(person=owner):
        found = _plain(revision)
        for state, name in found:
            place = place_in(revision, name)
            state[name] = as_json(writing.seal(str(state[name]), table=place.table, row=place.row, field=name))
        if found:
            revision.save(update_fields=["before", "after"])
            done += len(found)
    return done


def _waiting(row: object) -> dict[str, str]:
    """The words of a row that are not sealed yet, by column."""
    said = {name: waiting_words(getattr(row, name)) for name in sealed_names(row)}  # type: ignore[arg-type]
    return {name: words for name, words in said.items() if words}


def _plain(revision: Revision) -> list[tuple[dict[str, object], str]]:
    """(state, field) of every word a version still keeps in plain."""
    names = sealed_of_noun(revision.noun)
    states = [state for state in (revision.before, revision.after) if state]
    return [(state, name) for state in states for name in names if isinstance(state.get(name), str) and state[name]]
