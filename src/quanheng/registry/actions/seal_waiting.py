"""Seal what was written before the house had keys: run once after `quanheng keys found` on a database with rows in it."""

from collections.abc import Iterator
from datetime import datetime
from uuid import UUID

from django.db.models import Q

from quanheng.access.actions.action import action
from quanheng.access.actions.seal import Writing, begin_writing
from quanheng.access.actions.seal_rows import seal_row
from quanheng.access.core.sealed_fields import as_json, from_json, waiting_words
from quanheng.access.models import Account, DataKey
from quanheng.access.queries.keys import has_keys
from quanheng.kernel.refusals import Refused
from quanheng.kernel.texts import text
from quanheng.registry.actions.record_line import locked
from quanheng.registry.actions.seal_words import seal_words
from quanheng.registry.core.lines import BY_NOUN
from quanheng.registry.models import Person, Relative, Revision
from quanheng.registry.queries.family import SEALED
from quanheng.registry.queries.unsealed import (
    place_in,
    sealed_of_noun,
    sealed_rows,
    waiting_family,
    waiting_lines,
    waiting_people,
)

_AT_ONCE = 500
_PERSON = str(Person._meta.model_name)


@action("registry.person.seal_waiting", label="加密原有内容", permission=None)
def seal_waiting(*, by: Account | None, at: datetime) -> int:
    """How many values were sealed. Anybody may: no word is changed, none is shown, and sealing needs no key."""
    if (waiting_people().exists() or waiting_family().exists()) and not has_keys():
        raise Refused(
            text("加密原有内容"), why=text("本系统尚未建立恢复密钥"), remedy=text("由系统管理员在服务器上运行 quanheng keys found")
        )
    done = _seal_numbers(at) + _seal_family(at)
    for key in sorted(_owners()):
        owner = locked(Person.objects.select_related("authority").get(pk=key))
        writing = begin_writing(owner, owner=owner.authority, at=at)
        done += sum(seal_row(row, writing) for row in sealed_rows(owner)) + _seal_revisions(owner, writing)
    return done


def count_waiting() -> int:
    """Files with values that wait to be sealed."""
    owners = _owners()
    family = waiting_family().order_by().values("person")
    others = Person.objects.filter(Q(pk__in=waiting_people().order_by().values("pk")) | Q(pk__in=family))
    return len(owners) + others.exclude(pk__in=owners).count()


def _seal_numbers(at: datetime) -> int:
    """Everybody has one: some thousand at a time, in three statements."""
    done = 0
    while some := list(waiting_people().only("id_number", "authority").select_for_update(of=("self",))[:_AT_ONCE]):
        for each in some:
            each.id_number = waiting_words(bytes(each.id_number)) or ""
        DataKey.objects.bulk_create(seal_words(some, at=at))
        done += Person.objects.bulk_update(some, ["id_number"])
    return done


def _seal_family(at: datetime) -> int:
    """Nearly everybody has some: whole files at a time. How many values were sealed."""
    done = 0
    while some := list(waiting_family()[:_AT_ONCE].values_list("person", flat=True)):
        people = list(
            Person.objects.filter(pk__in=set(some))
            .only("authority")
            .select_related("authority")
            .select_for_update(of=("self",))
            .order_by("pk")
        )
        owners = {person.pk: person for person in people}
        lines = list(Relative.objects.filter(person__in=owners).order_by("pk"))
        for line in lines:
            line.person = owners[line.person_id]
            done += _put_waiting(line)
        DataKey.objects.bulk_create(seal_words(lines, at=at))
        Relative.objects.bulk_update(lines, SEALED)
    return done


def _put_waiting(line: Relative) -> int:
    """Words that wait are words again; how many."""
    waiting = {name: words for name in SEALED if (words := waiting_words(bytes(getattr(line, name))))}
    for name, words in waiting.items():
        setattr(line, name, words)
    return len(waiting)


def _owners() -> set[UUID]:
    """Whose lines, or versions of lines and numbers, wait: their files are gone through one by one."""
    return waiting_lines() | {row.person_id for row in _revisions() if row.person_id and _plain(row)}


def _revisions() -> Iterator[Revision]:
    nouns = [noun for noun in BY_NOUN if sealed_of_noun(noun)]
    numbered = Q(noun=_PERSON) & (Q(before__has_key="id_number") | Q(after__has_key="id_number"))
    return Revision.objects.filter(Q(noun__in=nouns) | numbered, person__isnull=False).iterator()


def _seal_revisions(owner: Person, writing: Writing) -> int:
    done = 0
    for revision in Revision.objects.filter(person=owner):
        found = _plain(revision)
        for state, name, words in found:
            place = place_in(revision, name)
            state[name] = as_json(writing.seal(words, table=place.table, row=place.row, field=name))
        if found:
            revision.save(update_fields=["before", "after"])
            done += len(found)
    return done


def _plain(revision: Revision) -> list[tuple[dict[str, object], str, str]]:
    """(state, field, words) of everything a version still keeps in plain: as words, or as a value that waits."""
    states = [state for state in (revision.before, revision.after) if state]
    found = [(state, name, _words(state.get(name))) for state in states for name in sealed_of_noun(revision.noun)]
    return [(state, name, words) for state, name, words in found if words]


def _words(kept: object) -> str:
    if isinstance(kept, str):
        return kept
    sealed = from_json(kept)
    return (waiting_words(sealed) or "") if sealed is not None else ""
