"""Persons as somebody may see them: the list with its filters and search; one whole file is in `file`.

`on` is the day whose rights count (today); `as_of` the day whose facts are shown. Looking at the past gives no right.
"""

from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.db import connection
from django.db.models import Prefetch, Q, QuerySet
from django.db.models.expressions import RawSQL

from quanheng.access.models import Account
from quanheng.access.permissions.rights import rights_of
from quanheng.access.queries.composed import answers, one_of
from quanheng.kernel.texts import Text, text
from quanheng.registry.core import identity
from quanheng.registry.models import Assignment, Person, Rank, Relative
from quanheng.registry.models.person import LEVELLED
from quanheng.registry.queries.careers import LOADED
from quanheng.registry.queries.names import typed
from quanheng.registry.queries.numbers import index_of
from quanheng.registry.queries.selecting_values import value_of
from quanheng.registry.queries.sight import authorities_seen, seen
from quanheng.registry.queries.words import begins, written
from quanheng.registry.queries.workforce import of_workforce

SORTS = {
    "name": ("pinyin", "name", "key"),
    "-name": ("-pinyin", "-name", "-key"),
    "age": ("-born_on", "-key"),
    "-age": ("born_on", "key"),
    "level": ("level_order", "pinyin", "name", "key"),
    "-level": ("-level_order", "-pinyin", "-name", "-key"),
}
"""Each runs one way in all its columns, ends in the key, and has an index of `Person` that answers it."""

FEW = 1_000
"""Lines at a level on a past day up to which their people are gathered; where there are more, going by name soon meets some."""

NEAR = 10_000
"""People one may see up to which each is looked at for the level of a past day, and not all who held it anywhere."""

FEW_FOUND = 1_001
"""One more than the few that lists gather and sort (`web/screens/keyset.py`): then they ask for many in the other way."""


@dataclass(frozen=True)
class Filters:
    """What a list of persons is narrowed to; empty means everybody one may see."""

    words: str = ""
    organisation: str = ""
    level: str = ""
    sex: str = ""
    status: str = ""
    authority: str = ""
    workforce: str = ""
    """As `workforce.of_workforce` takes it."""


def people(
    *,
    by: Account,
    on: date,
    as_of: date | None = None,
    filters: Filters | None = None,
    sort: str = "name",
    are_many: bool = False,
) -> QuerySet[Person]:
    """Persons `by` may see, one query for any number of them; the lines of the careers come with `with_careers`.

    `are_many` asks for the same people in the way that is quick when the words fit thousands.
    """
    wanted, day = filters or Filters(), as_of or on
    rows: QuerySet[Any] = _visible(by=by, on=on).annotate(level_order=LEVELLED).filter(_narrowed(wanted))
    if words := wanted.words.strip():
        is_plain = are_many or identity.is_valid(words)
        rows = rows.filter(spoken(words) if is_plain else _said(wanted, by=by, on=on, is_today=day == on))
    if wanted.level:
        is_near = day != on and _sees_few(by=by, on=on)
        rows = rows.filter(level_order=wanted.level) if day == on else _at_level(rows, wanted.level, day, on, is_near=is_near)
    return (
        rows.select_related("authority", "organisation")
        .defer(*_LONG)
        .order_by(*order_of(sort, on=on, as_of=as_of))
    )


def order_of(sort: str, *, on: date, as_of: date | None = None) -> tuple[str, ...]:
    """The columns a list is ordered by. The level is kept for today only: the list of another day goes by name instead."""
    is_today = as_of is None or as_of == on
    named = sort if is_today or not sort.endswith("level") else "name"
    return SORTS.get(named, SORTS["name"])


def with_careers(rows: QuerySet[Person]) -> QuerySet[Person]:
    """The same rows with their career lines and ranks: two more queries, whatever the number of rows.

    They are read through `careers` (`lines_of` and the rest), which knows where they are kept; `.all()` would ask again.
    """
    careers, ranks = Assignment.objects.order_by("from_on", "pk"), Rank.objects.order_by("from_on")
    return rows.prefetch_related(
        Prefetch("assignments", careers, to_attr=LOADED["assignments"]),
        Prefetch("ranks", ranks, to_attr=LOADED["ranks"]),
    )


def named(keys: list[UUID]) -> list[tuple[UUID, str, str]]:
    """Key, name and present post of people a page speaks of anyhow; only of those whose records the reader may see."""
    return answers(_named, keys=keys) if keys else []


def _named(*, keys: list[UUID]) -> QuerySet[Person, Any]:
    return Person.objects.filter(one_of(keys, "pk", "uuid")).order_by().values_list("pk", "name", "current_post")


def photo_of(*, by: Account, on: date, key: UUID) -> bytes | None:
    """The photo of a person `by` may see; None when there is none or the person is out of sight."""
    person = _visible(by=by, on=on).filter(key=key).only("photo").first()
    return bytes(person.photo) if person and person.photo else None


def related(*, by: Account, on: date, person: Person) -> list[tuple[Person, Text]]:
    """Persons with files of their own who are family of `person`, as recorded on either side: (person, relation)."""
    said_here = {line.other_id: line.relation for line in person.relatives.all() if line.other_id}
    said_there = dict(answers(_said_of, other=person.pk))
    if not said_here and not said_there:
        return []
    kin = _visible(by=by, on=on).filter(key__in=said_here.keys() | said_there.keys()).defer(*_LONG)
    return [
        (other, _relation(said_here.get(other.key), said_there.get(other.key)))
        for other in kin.order_by("pinyin")
    ]


def _said_of(*, other: UUID) -> QuerySet[Relative, Any]:
    return Relative.objects.filter(other=other).order_by("order", "pk").values_list("person_id", "relation")


def _relation(here: str | None, there: str | None) -> Text:
    return text("{relation}", relation=here) if here else text("对方填本人为其{relation}", relation=there)


_LONG = ("photo", "resume", "awards", "appraisals", "form_extra")


def _visible(*, by: Account, on: date) -> QuerySet[Person]:
    shown = seen("registry.view", by=by, on=on)
    if shown and by.person_key and rights_of(by, on=on).may("registry.own"):
        shown |= Q(key=by.person_key)
    return Person.objects.filter(shown)


def _sees_few(*, by: Account, on: date) -> bool:
    """Whether one sees so few people that looking at each is quicker than finding all there are."""
    among_these, asked = authorities_seen("registry.view", by=by, on=on), ("sees few", on)
    if among_these is None:
        return False
    memo = {} if by.rights_memo is None else by.rights_memo
    if asked not in memo:
        memo[asked] = _told("registry_are_few(%s::bigint[], %s)", list(among_these), NEAR)
    return bool(memo[asked])


def _said(wanted: Filters, *, by: Account, on: date, is_today: bool) -> Q:
    """The same as `spoken`, found by the indexes over words, which only the owner's function may use below the policies.

    It is told all the conditions, so that the first few it gives are few of these; the level of another day and the workforce it cannot be told.
    """
    words, is_own = wanted.words.strip(), rights_of(by, on=on).may("registry.own")
    among = authorities_seen("registry.view", by=by, on=on)
    given = [words, typed(words) or "", None if among is None else list(among), by.person_key if is_own else None]
    given += [wanted.organisation, wanted.authority, wanted.sex, wanted.status, wanted.level if is_today else ""]
    is_told = not wanted.workforce and (is_today or not wanted.level)
    most = FEW_FOUND if is_told else None
    return Q(key__in=RawSQL("SELECT registry_people_said(%s, %s, %s::bigint[], %s, %s, %s, %s, %s, %s, %s)", [*given, most]))


def _narrowed(wanted: Filters) -> Q:
    condition = Q()
    if wanted.organisation:
        condition &= Q(organisation__code=wanted.organisation)
    if wanted.authority:
        condition &= Q(authority__code=wanted.authority)
    if wanted.sex:
        condition &= Q(sex=wanted.sex)
    if wanted.status:
        condition &= Q(status=wanted.status)
    return condition & of_workforce(wanted.workforce) if wanted.workforce else condition


def spoken(words: str) -> Q:
    """Name, full pinyin, initials, post; an identity number only when it is whole and valid. Of each person in turn, no index asked.

    A single character is looked for where a name begins: it is in the post of every second person.
    """
    if identity.is_valid(words):
        return Q(number_index=index_of(words))
    letters = typed(words)
    begun = begins("pinyin", letters) | begins("initials", letters) if letters else Q()
    if len(words) == 1:
        return begun | begins("name", words)
    return begun | written("name", "current_post", words=words, are_many=True)


def _at_level(rows: QuerySet[Person], level: str, day: date, today: date, *, is_near: bool) -> QuerySet[Person]:
    """Who held the level on a day. Of a rare level the people of its few lines are asked, of a common one all in order.

    Who sees few people has each of them looked at: the lines of a level are those of the whole province.
    """
    running = Q(from_on__lte=day) & (Q(until_on__isnull=True) | Q(until_on__gt=day))
    spells = Rank.objects.filter(running, kind="level", code=level).order_by().values("person")
    posts = Assignment.objects.filter(running, kind="main", level=level).order_by().values("person")
    levelled = rows.alias(level_then=value_of("level", day, today=today)).filter(level_then=level)
    if is_near or not _told("registry_level_is_rare(%s, %s, %s)", level, day, FEW):
        return levelled
    return levelled.filter(key__in=spells.union(posts))


def _told(function: str, *given: Any) -> bool:
    """Yes or no from one of the owner's functions, which see what the policies hide and tell no more."""
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT {function}", given)
        return bool(cursor.fetchone()[0])
