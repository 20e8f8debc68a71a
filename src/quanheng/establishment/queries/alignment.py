"""Quota, post and person, one to one (实名制): what does not meet, in one unit or one authority, at most a page of each."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

from django.db.models import Count, Exists, F, IntegerField, Model, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce

from quanheng.access.models import Account, Authority
from quanheng.establishment.models import PostQuota
from quanheng.establishment.permissions.seats import SEATED
from quanheng.registry.models import Assignment, Organisation, Post
from quanheng.registry.queries.organisations import existing
from quanheng.registry.queries.sight import seen

Row = TypeVar("Row", bound=Model)

_OF_LINE = ("title", "organisation_text", "from_on", "person__name", "organisation__name")
_OF_QUOTA = ("level", "role", "number", "organisation__code", "organisation__name")

MOST = 50
"""As many of each kind as are shown; one more is asked for, to say that there are more."""


@dataclass(frozen=True)
class Misalignments:
    """不一致: leaders in no seat, in two main seats; seats with two people; posts and quotas without each other."""

    seatless: Sequence[Assignment]
    doubled: Sequence[Assignment]
    shared: Sequence[Post]
    unapproved: Sequence[Post]
    postless: Sequence[PostQuota]

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
    day = as_of or on
    running = Q(from_on__lte=day) & (Q(until_on__isnull=True) | Q(until_on__gt=day))
    mine = seen("establishment.view", by=by, on=on, field="organisation__authority")
    where = Q(organisation__authority=authority) if authority else Q(organisation=organisation)
    main = Assignment.objects.filter(running, kind="main", is_leading=True)
    here = main.filter(mine, where).select_related("person", "organisation").only(*_OF_LINE)
    posts = Post.objects.filter(mine, where, existing(day), is_leading=True)
    posts = posts.select_related("organisation").only("name", "level", "organisation__name")
    quotas = PostQuota.objects.filter(running, mine, where, number__gt=0)
    quotas = quotas.select_related("organisation").only(*_OF_QUOTA)
    return Misalignments(
        seatless=_some(here.filter(post__isnull=True).order_by("organisation__code", "pk")),
        doubled=_some(here.filter(Exists(_another(main))).order_by("person__name", "person_id", "pk")),
        shared=_some(_shared(posts, running)),
        unapproved=_some(posts.filter(~Exists(_same_cell(running))).order_by("organisation__code", "order", "pk")),
        postless=_some(_postless(quotas, day)),
    )  # fmt: skip


def _another(main: QuerySet[Assignment]) -> QuerySet[Assignment]:
    return main.filter(person=OuterRef("person")).exclude(pk=OuterRef("pk"))


def _shared(posts: QuerySet[Post], running: Q) -> QuerySet[Post]:
    people = (
        Assignment.objects.filter(running, post=OuterRef("pk"), kind__in=SEATED)
        .order_by()
        .values("post")
        .annotate(number=Count("person", distinct=True))
        .values("number")
    )
    crowded = posts.annotate(people=Coalesce(Subquery(people, output_field=IntegerField()), 0))
    return crowded.filter(people__gt=1).order_by("organisation__code", "order", "pk")


def _same_cell(running: Q) -> QuerySet[PostQuota]:
    return PostQuota.objects.filter(
        running, organisation=OuterRef("organisation"), level=OuterRef("level"), role=OuterRef("role")
    )


def _postless(quotas: QuerySet[PostQuota], day: date) -> QuerySet[PostQuota]:
    """More approved seats than posts set up for them."""
    posts = (
        Post.objects.filter(
            existing(day),
            organisation=OuterRef("organisation"),
            level=OuterRef("level"),
            role=OuterRef("role"),
            is_leading=True,
        )
        .order_by()
        .values("organisation")
        .annotate(number=Count("pk"))
        .values("number")
    )
    rows = quotas.annotate(posts=Coalesce(Subquery(posts, output_field=IntegerField()), 0))
    return rows.filter(posts__lt=F("number")).order_by("organisation__code", "level", "role", "pk")


def _some(rows: QuerySet[Row]) -> list[Row]:
    return list(rows[: MOST + 1])
