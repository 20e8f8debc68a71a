"""One person's whole file as somebody may see it: every page about a person begins with it, so its questions are composed once."""

from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any
from uuid import UUID

from django.db.models import Model, Q, QuerySet

from quanheng.access.models import Account
from quanheng.access.models.planned import planned
from quanheng.access.permissions.rights import rights_of
from quanheng.access.queries.composed import records
from quanheng.registry.models import Person
from quanheng.registry.queries.careers import LOADED
from quanheng.registry.queries.held import hold
from quanheng.registry.queries.sight import among_composed, authorities_seen


@dataclass(frozen=True)
class File:
    """One person's whole file, and what of it the reader may see."""

    person: Person
    may_see_sensitive: bool
    may_edit: bool
    is_own: bool


def file_of(*, by: Account, on: date, key: UUID) -> File | None:
    """One person's file, in no more queries than there are kinds of line; None when `by` may not see the person."""
    found = cover_of(by=by, on=on, key=key)
    if found is not None:
        for lines, loaded in LOADED.items():
            setattr(found.person, loaded, _lines(found.person, lines))
        _load_lines(found.person)
    return found


def _load_lines(person: Person) -> None:
    """Of the kinds that most files lack, which have lines is asked once, and only those are fetched."""
    with planned() as cursor:
        cursor.execute(_kinds_in_use(), {"key": person.pk})
        used = {name for (name,) in cursor.fetchall()} | _USUAL
    known: dict[str, Any] = vars(person).setdefault("_prefetched_objects_cache", {})
    known |= {each: _empty(each) for each in _LINES if each not in used}
    for each in _LINES:
        if each in used:
            hold(person, each, records(_lines_of, each, person=person.pk))


def _lines(person: Person, lines: str) -> list[Any]:
    found = records(_lines_of, lines, person=person.pk)
    for line in found:
        line.person = person
    return found


def _lines_of(lines: str, *, person: UUID) -> QuerySet[Any]:
    return _own(lines).filter(person=person)


def _empty(lines: str) -> QuerySet[Any]:
    """Known to be empty: even `none()` would be compiled before it says so."""
    rows = _model_of(lines)._default_manager.none()
    rows._result_cache = []
    return rows


@cache
def _kinds_in_use() -> str:
    return " UNION ALL ".join(
        f"SELECT '{each}' WHERE EXISTS (SELECT 1 FROM {_model_of(each)._meta.db_table} WHERE person_id = %(key)s)"  # noqa: S608  names of our own tables
        for each in _LINES
        if each not in _USUAL
    )


_LINES = (
    "educations", "trainings", "year_grades", "rewards", "sanctions", "titles", "gaps",
    "delegateships", "programmes", "outside_posts", "intakes", "talks", "care", "relatives",
)  # fmt: skip


_USUAL = {"educations", "trainings", "year_grades", "relatives"}


def _own(lines: str) -> QuerySet[Any]:
    """One kind of line of one person, in the order of its table but for the person: no join to sort a single name by."""
    model = _model_of(lines)
    usual = [name for name in model._meta.ordering or () if name != "person"]
    rows = model._default_manager.order_by(*_ORDER.get(lines, usual))
    return rows.select_related("other") if lines == "relatives" else rows


_ORDER = {"assignments": ("from_on", "pk"), "ranks": ("from_on",), "relatives": ("order", "pk")}


def _model_of(lines: str) -> type[Model]:
    model = Person._meta.get_field(lines).related_model
    assert isinstance(model, type)
    assert issubclass(model, Model)
    return model


def cover_of(*, by: Account, on: date, key: UUID) -> File | None:
    """The same without the dated lines of the file: one query, for pages that show only the person's own fields."""
    mine = authorities_seen("registry.view", by=by, on=on)
    own = (
        (by.person_key,)
        if mine is not None and by.person_key and rights_of(by, on=on).may("registry.own")
        else ()
    )
    found: list[Person] = records(_person, mine is None, mine=list(mine or ()), own=own, key=key)
    if not found:
        return None
    person = found[0]
    rights, path = rights_of(by, on=on), person.authority.path
    return File(
        person=person,
        may_see_sensitive=rights.may("registry.sensitive", path),
        may_edit=rights.may("registry.edit", path),
        is_own=by.person_key == person.key,
    )


def _person(is_all: bool, *, mine: list[int], own: tuple[UUID, ...], key: UUID) -> QuerySet[Person]:
    """One, where the reader may see everybody, its authority, or oneself."""
    shown = Q() if is_all else among_composed(is_all, mine, "authority") | Q(key__in=own)
    return Person.objects.filter(shown, key=key).select_related("authority", "organisation")
