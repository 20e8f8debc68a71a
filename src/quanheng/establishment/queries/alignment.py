"""Quota, post and person, one to one (实名制): what does not meet, in one unit or one authority, at most a page of each."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, NamedTuple
from uuid import UUID

from django.db.models import (
    Case,
    Count,
    Exists,
    F,
    IntegerField,
    OuterRef,
    Q,
    QuerySet,
    Subquery,
    Value,
    When,
)
from django.db.models.functions import Coalesce

from quanheng.access.models import Account, Authority
from quanheng.access.queries.composed import answers
from quanheng.establishment.models import PostQuota
from quanheng.establishment.permissions.seats import SEATED
from quanheng.registry.models import Assignment, Organisation, Post
from quanheng.registry.queries.organisations import existing
from quanheng.registry.queries.sight import among_composed, authorities_seen

MOST = 50
"""As many of each kind as are shown; one more is asked for, to say that there are more."""


class Line(NamedTuple):
    """A leader's main line: where it is, and whose."""

    person: UUID
    name: str
    title: str
    organisation: str
    """As written in the line itself, otherwise the unit's name."""
    from_on: date


class Seats(NamedTuple):
    """A leading post, and how many people sit in it where that is what does not meet."""

    pk: int
    organisation: str
    name: str
    level: str
    people: int | None


class Quota(NamedTuple):
    """An approved number, its cell and the posts that are set up for it."""

    code: str
    organisation: str
    level: str
    role: str
    number: int
    posts: int


@dataclass(frozen=True)
class Misalignments:
    """不一致: leaders in no seat, in two main seats; seats with two people; posts and quotas without each other."""

    seatless: Sequence[Line]
    doubled: Sequence[Line]
    shared: Sequence[Seats]
    unapproved: Sequence[Seats]
    postless: Sequence[Quota]

    @property
    def count(self) -> int:
        return sum(
            len(each) for each in (self.seatless, self.doubled, self.shared, self.unapproved, self.postless)
        )


def misalignments(
    *,
    by: Account,
    on: date,
    as_of: date | None = None,
    authority: Authority | None = None,
    organisation: Organisation | None = None,
) -> Misalignments:
    """Every open leading main line ↔ one post ↔ one quota; five questions whatever there is."""
    mine = authorities_seen("establishment.view", by=by, on=on)
    shape = mine is None, "organisation__authority" if authority else "organisation"
    place = authority.pk if authority else organisation.pk if organisation else 0
    values: dict[str, Any] = {"day": as_of or on, "place": place, "mine": list(mine or ())}
    return Misalignments(
        seatless=[Line(*row) for row in answers(_seatless, *shape, **values)],
        doubled=[Line(*row) for row in answers(_doubled, *shape, **values)],
        shared=[Seats(*row) for row in answers(_shared, *shape, **values)],
        unapproved=[Seats(*row) for row in answers(_unapproved, *shape, **values)],
        postless=[Quota(*row) for row in answers(_postless, *shape, **values)],
    )


def _running(day: date) -> Q:
    return Q(from_on__lte=day) & (Q(until_on__isnull=True) | Q(until_on__gt=day))


def _here(is_all: bool, of: str, place: int, mine: list[int]) -> Q:
    """The unit or authority asked for, where it is one of the reader's."""
    return among_composed(is_all, mine, "organisation__authority") & Q(**{of: place})


def _main(day: date) -> QuerySet[Assignment]:
    return Assignment.objects.filter(_running(day), kind="main", is_leading=True)


def _lines(rows: QuerySet[Assignment], *order: str) -> QuerySet[Assignment, Any]:
    written = Case(When(organisation_text="", then="organisation__name"), default="organisation_text")
    return rows.order_by(*order).values_list("person", "person__name", "title", written, "from_on")[: MOST + 1]


def _seatless(is_all: bool, of: str, *, day: date, place: int, mine: list[int]) -> QuerySet[Assignment, Any]:
    rows = _main(day).filter(_here(is_all, of, place, mine), post__isnull=True)
    return _lines(rows, "organisation__code", "pk")


def _doubled(is_all: bool, of: str, *, day: date, place: int, mine: list[int]) -> QuerySet[Assignment, Any]:
    another = _main(day).filter(person=OuterRef("person")).exclude(pk=OuterRef("pk"))
    return _lines(_main(day).filter(_here(is_all, of, place, mine), Exists(another)), "person__name", "person_id", "pk")


def _posts(is_all: bool, of: str, day: date, place: int, mine: list[int]) -> QuerySet[Post]:
    rows = Post.objects.filter(_here(is_all, of, place, mine), existing(day), is_leading=True)
    return rows.order_by("organisation__code", "order", "pk")


def _shared(is_all: bool, of: str, *, day: date, place: int, mine: list[int]) -> QuerySet[Post, Any]:
    people = Assignment.objects.filter(_running(day), post=OuterRef("pk"), kind__in=SEATED).order_by().values("post")
    number = Subquery(people.annotate(number=Count("person", distinct=True)).values("number"), output_field=IntegerField())
    crowded = _posts(is_all, of, day, place, mine).annotate(people=Coalesce(number, 0)).filter(people__gt=1)
    return crowded.values_list("pk", "organisation__name", "name", "level", "people")[: MOST + 1]


def _unapproved(is_all: bool, of: str, *, day: date, place: int, mine: list[int]) -> QuerySet[Post, Any]:
    rows = _posts(is_all, of, day, place, mine).filter(~Exists(PostQuota.objects.filter(_running(day), **_SAME_CELL)))
    none = Value(None, output_field=IntegerField())
    return rows.values_list("pk", "organisation__name", "name", "level", none)[: MOST + 1]


def _postless(is_all: bool, of: str, *, day: date, place: int, mine: list[int]) -> QuerySet[PostQuota, Any]:
    """More approved seats than posts set up for them."""
    quotas = PostQuota.objects.filter(_running(day), _here(is_all, of, place, mine), number__gt=0)
    posts = Post.objects.filter(existing(day), is_leading=True, **_SAME_CELL).order_by().values("organisation")
    number = Subquery(posts.annotate(number=Count("pk")).values("number"), output_field=IntegerField())
    rows = quotas.annotate(posts=Coalesce(number, 0)).filter(posts__lt=F("number")).order_by("organisation__code", "level", "role", "pk")
    return rows.values_list("organisation__code", "organisation__name", "level", "role", "number", "posts")[: MOST + 1]


_SAME_CELL = {each: OuterRef(each) for each in ("organisation", "level", "role")}
