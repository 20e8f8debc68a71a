"""The registry as an import finds it: what the file speaks of, in one query a table however long the file is."""

import hashlib
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from typing import Any, cast
from uuid import UUID

from django.db import connection, models
from django.db.models import Q

from quanheng.access.models import as_found
from quanheng.establishment.models import PostQuota
from quanheng.exchange.queries.plan import RowError
from quanheng.kernel.texts import text
from quanheng.registry.models import (
    Assignment,
    Education,
    Intake,
    Organisation,
    Person,
    Post,
    ProfessionalTitle,
    Rank,
    Relative,
    Reward,
    Sanction,
    ServiceProgramme,
    Training,
    YearGrade,
)
from quanheng.registry.queries.family import require_family_index
from quanheng.registry.queries.numbers import index_of, require_index

CHILDREN: tuple[type[models.Model], ...] = (
    Rank, Assignment, Education, Intake, ProfessionalTitle, Relative, Reward, Sanction, ServiceProgramme, Training, YearGrade,
)  # fmt: skip
"""In the order in which they are written: a level of one's own goes before that of a post, so the posts find nothing to change."""
Month = tuple[str, int, int]
_PHOTOS = 100
"""In memory at once."""


@dataclass
class People:
    """Persons found by number, and by name and month of birth (干部)."""

    by_index: dict[bytes, Person] = field(default_factory=dict)
    """By the index of their numbers: the numbers themselves are sealed."""
    by_month: dict[Month, list[Person]] = field(default_factory=lambda: defaultdict(list))
    elsewhere: dict[bytes, str] = field(default_factory=dict)
    """Indexes of numbers of persons out of sight, with the authority that manages them."""
    photos: dict[UUID, bytes] = field(default_factory=dict)
    """Digests of the photographs on file, where the file brings some: `note_photos`."""

    def has_photo(self, person: Person, image: bytes) -> bool:
        """Whether this very photograph is on file; asking for the photograph itself would be a query a person."""
        return self.photos.get(person.pk) == hashlib.sha256(image).digest()

    def add(self, person: Person) -> None:
        if person.number_index:
            self.by_index[bytes(person.number_index)] = person
        self.by_month[month_key(person.name, person.born_on)].append(person)

    def numbered(self, number: str) -> Person | None:
        """Who has this number."""
        return self.by_index.get(index_of(number)) if number else None

    def known(self, number: str, name: str, born_on: date | None) -> list[Person]:
        """By the number; else everybody of that name and month who has no other number. RowError for somebody managed out of sight."""
        index = index_of(number) if number else b""
        if index in self.elsewhere:
            raise RowError("", text("由{authority}管理，不在您的管理权限内", authority=self.elsewhere[index]))
        if index in self.by_index:
            return [self.by_index[index]]
        if born_on is None:
            return []
        same = self.by_month.get(month_key(name, born_on), [])
        return [person for person in same if not number or not person.number_index]


def month_key(name: str, born_on: date) -> Month:
    """Name and month of birth."""
    return name, born_on.year, born_on.month


@dataclass
class Units:
    """Organisations by code and by name, their seats and quotas (机构)."""

    by_code: dict[str, Organisation] = field(default_factory=dict)
    by_name: dict[str, list[Organisation]] = field(default_factory=lambda: defaultdict(list))
    seats: dict[tuple[str, str], list[Post]] = field(default_factory=lambda: defaultdict(list))
    quotas: dict[str, list[PostQuota]] = field(default_factory=lambda: defaultdict(list))

    def add(self, unit: Organisation) -> None:
        self.by_code[unit.code] = unit
        self.by_name[unit.name].append(unit)

    def find(self, name: str, code: str = "") -> Organisation | None:
        """By code, else by a name that only one unit bears."""
        if code:
            return self.by_code.get(code)
        same = self.by_name.get(name, [])
        return same[0] if len(same) == 1 else None

    def posts_of(self, unit: Organisation, name: str) -> list[Post]:
        """The seats of one name, in order."""
        return self.seats.get((unit.code, name), [])


def units_now(said: Iterable[str]) -> Units:
    """Every organisation, and the seats and quotas of those the file speaks of by code or name: three queries."""
    found, spoken = Units(), list(set(said))
    these = Q(organisation__code__in=spoken) | Q(organisation__name__in=spoken)
    for unit in Organisation.objects.select_related("parent", "authority"):
        found.add(unit)
    for post in Post.objects.filter(these).order_by("order", "pk").select_related("organisation"):
        found.seats[(post.organisation.code, post.name)].append(post)
    for quota in PostQuota.objects.filter(these).order_by("from_on", "pk").select_related("organisation"):
        found.quotas[quota.organisation.code].append(quota)
    return found


def people_now(*, numbers: Iterable[str], names: Iterable[str]) -> People:
    """The persons a file may mean: one query, one for the numbers of those out of sight, one for the index itself."""
    require_index()
    indexes = sorted({index_of(number) for number in numbers if number})
    found = People(elsewhere=_elsewhere(indexes))
    rows = Person.objects.filter(Q(number_index__in=indexes) | Q(name__in=set(names))).defer("photo")
    for person in rows.select_related("authority", "organisation__authority").order_by("pk"):
        found.add(person)
    return found


def _elsewhere(indexes: list[bytes]) -> dict[bytes, str]:
    with connection.cursor() as cursor:
        cursor.execute("SELECT number_index, authority FROM registry_numbers_elsewhere(%s)", [indexes])
        return {bytes(index): authority for index, authority in cursor.fetchall()}


def note_photos(people: People) -> None:
    """The digests of everybody's photographs: one query, each opened as it passes and none kept."""
    known = {person.pk for same in people.by_month.values() for person in same}
    rows = Person.objects.filter(pk__in=known, photo__isnull=False).only("photo")
    people.photos = {row.pk: hashlib.sha256(as_found(row, "photo")).digest() for row in rows.iterator(chunk_size=_PHOTOS)}
    for same in people.by_month.values():
        for person in same:
            if person.pk not in people.photos:
                person.photo = None  # known now: nobody needs to ask for each


class Lines:
    """The dated rows of some persons by their natural keys (子集): the nth row of one key answers the nth in the file."""

    def __init__(self, model: type[models.Model], key: tuple[str, ...], rows: Iterable[Any]) -> None:
        self.model, self._key = model, key
        self._rows: dict[tuple[object, ...], list[models.Model]] = defaultdict(list)
        self.persons: set[UUID] = set()
        for row in rows:
            self._rows[(row.person_id, *(_key(getattr(row, name)) for name in key))].append(row)
            self.persons.add(row.person_id)

    def take(self, person: Person, values: dict[str, Any]) -> models.Model | None:
        """The next row with this key, or None; it knows its person."""
        rows = self._rows.get((person.pk, *(values.get(name) for name in self._key)))
        if not rows:
            return None
        found: Any = rows.pop(0)
        found.person = person
        return cast("models.Model", found)


def _key(value: Any) -> Any:
    return bytes(value) if isinstance(value, memoryview) else value


def lines_now(model: type[models.Model], key: tuple[str, ...], people: People) -> Lines:
    """Rows of one table that belong to the persons found: one query, none when nobody was found."""
    known = {person.pk for same in people.by_month.values() for person in same}
    rows: Iterable[models.Model] = model._default_manager.filter(person__in=known).order_by("pk") if known else ()
    if known and model is Assignment:
        rows = Assignment.objects.filter(person__in=known).order_by("pk").select_related("organisation", "post__organisation")
    if known and model is Relative:
        rows = family_now(known)
    return Lines(model, key, rows)


def family_now(people: Iterable[UUID]) -> list[Relative]:
    """The family lines of some persons; refused where they cannot be told from what a file says."""
    lines = list(Relative.objects.filter(person__in=list(people)).order_by("pk"))
    require_family_index(lines)
    return lines


@dataclass(frozen=True)
class Stay:
    """Somebody in a seat for a time (占用)."""

    person_id: UUID
    from_on: date
    until_on: date | None


def stays_now(posts: Iterable[int]) -> dict[int, list[Stay]]:
    """Who sat and sits in these seats: one query."""
    found: dict[int, list[Stay]] = defaultdict(list)
    rows = Assignment.objects.filter(post__in=list(posts), kind__in=("main", "concurrent"))
    for post_id, person_id, from_on, until_on in rows.values_list("post_id", "person_id", "from_on", "until_on"):
        if post_id is not None:
            found[post_id].append(Stay(person_id, from_on, until_on))
    return found
