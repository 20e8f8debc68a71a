"""Posts of one institution as of a day: its scheme, who holds which grade against it, and who is beyond the number."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import Count, Exists, OuterRef, Q, QuerySet

from quanheng.access.models import Account
from quanheng.access.queries.composed import answers, records
from quanheng.establishment.core.post_scheme import CLASSES, Grade
from quanheng.establishment.models import Contract, Engagement, PostScheme
from quanheng.establishment.permissions.institution_grades import numbers_of, running
from quanheng.establishment.permissions.institutions import institutions
from quanheng.kernel.periods import Period
from quanheng.registry.models import Organisation, Person
from quanheng.registry.queries.numbers import index_of
from quanheng.registry.queries.organisations import existing
from quanheng.registry.queries.sight import authorities_seen
from quanheng.registry.queries.sight import seen as seen_by

VIEW = "establishment.view"


@dataclass(frozen=True)
class GradeRow:
    """岗位等级一行: the approved number of one grade (None without a scheme) and the people engaged in it."""

    post_class: str
    grade: int
    approved: int | None
    held: int

    @property
    def over(self) -> int:
        return max(self.held - (self.approved or 0), 0)

    @property
    def short(self) -> int:
        return max((self.approved or 0) - self.held, 0)


@dataclass(frozen=True)
class Posts:
    """岗位情况: every scheme of a unit, the newest first; the one in force on a day, its numbers, the people by grade, and the rows of both."""

    schemes: Sequence[PostScheme]
    scheme: PostScheme | None
    numbers: dict[Grade, int]
    held: dict[Grade, int]

    @property
    def rows(self) -> list[GradeRow]:
        grades = sorted(
            self.numbers.keys() | self.held.keys(), key=lambda each: (CLASSES.index(each[0]), each[1])
        )
        return [
            GradeRow(*each, self.numbers.get(each, 0) if self.scheme else None, self.held.get(each, 0))
            for each in grades
        ]

    @property
    def over(self) -> list[GradeRow]:
        return [row for row in self.rows if row.over]


def institution_units(*, by: Account, on: date, as_of: date | None = None) -> QuerySet[Organisation]:
    """Institutions with posts by grade that exist on `as_of` and whose authority `by` may view, by code."""
    rows = Organisation.objects.filter(seen_by(VIEW, by=by, on=on), existing(as_of or on), institutions())
    return rows.select_related("authority").order_by("code")


def institution(*, by: Account, on: date, as_of: date | None = None, code: str) -> Organisation | None:
    return institution_units(by=by, on=on, as_of=as_of).filter(code=code).first()


def posts_of_unit(*, by: Account, on: date, as_of: date | None = None, unit: Organisation) -> Posts:
    """Three queries, whatever the number of people; nothing for a unit that `by` may not view."""
    if not _may_view(unit, by=by, on=on):
        return Posts([], None, {}, {})
    day = as_of or on
    schemes = records(_schemes, unit=unit.pk)
    scheme = next((each for each in schemes if Period(each.from_on, each.until_on).contains(day)), None)
    held = {(post_class, grade): people for post_class, grade, people in answers(_held, unit=unit.pk, day=day)}
    return Posts(schemes, scheme, numbers_of(scheme), held)


def _may_view(unit: Organisation, *, by: Account, on: date) -> bool:
    mine = authorities_seen(VIEW, by=by, on=on)
    return mine is None or unit.authority_id in mine


def _schemes(*, unit: int) -> QuerySet[PostScheme]:
    return PostScheme.objects.filter(organisation=unit).order_by("-from_on", "pk")


def _held(*, unit: int, day: date) -> QuerySet[Engagement, Any]:
    rows = Engagement.objects.filter(running(day), organisation=unit).order_by().values_list("post_class", "grade")
    return rows.annotate(people=Count("person", distinct=True))


def people_of(*, by: Account, on: date, as_of: date | None = None, unit: Organisation) -> tuple[int, int]:
    """People engaged in one institution, and those of them with a contract in force: one query."""
    found = answers(_counted, unit=unit.pk, day=as_of or on) if _may_view(unit, by=by, on=on) else []
    return next(((engaged, with_contract) for _unit, engaged, with_contract in found), (0, 0))


def _counted(*, unit: int, day: date) -> QuerySet[Engagement, Any]:
    with_contract = Count("person", distinct=True, filter=Exists(signed(day)))
    rows = Engagement.objects.filter(running(day), organisation=unit).order_by().values_list("organisation")
    return rows.annotate(engaged=Count("person", distinct=True), signed=with_contract)


def engaged(
    *,
    by: Account,
    on: date,
    as_of: date | None = None,
    unit: Organisation,
    grade: Grade | None = None,
    is_signed: bool | None = None,
) -> QuerySet[Engagement]:
    """People engaged in a unit on a day, the longest engaged first, each with `is_signed`: has a contract in force there."""
    seen = seen_by(VIEW, by=by, on=on, field="organisation__authority")
    rows: QuerySet[Any] = _engaged(unit=unit.pk, day=as_of or on).filter(seen)
    if grade is not None:
        rows = rows.filter(post_class=grade[0], grade=grade[1])
    if is_signed is not None:
        rows = rows.filter(is_signed=is_signed)
    return rows


def _engaged(*, unit: int, day: date) -> QuerySet[Engagement]:
    rows: QuerySet[Any] = Engagement.objects.filter(running(day), organisation=unit).annotate(is_signed=Exists(signed(day)))
    rows = rows.select_related("person").only("post_class", "grade", "title", "from_on", "person__name")
    return rows.order_by("from_on", "pk")


def engagement(*, by: Account, on: date, pk: int) -> Engagement | None:
    """One engagement that `by` may edit."""
    may = seen_by("establishment.edit", by=by, on=on, field="organisation__authority")
    return Engagement.objects.filter(may, pk=pk).select_related("person", "organisation__authority").first()


def beyond(
    *, by: Account, on: date, as_of: date | None = None, unit: Organisation, rows: Sequence[GradeRow]
) -> list[Engagement]:
    """Those engaged beyond the number of their grade: of the holders in order of engagement, the ones after the last seat."""
    over = {(row.post_class, row.grade): row.approved or 0 for row in rows if row.over}
    if not over or not _may_view(unit, by=by, on=on):
        return []
    seated: dict[Grade, set[UUID]] = {grade: set() for grade in over}
    found = []
    for row in records(_engaged_at, tuple(sorted(over)), unit=unit.pk, day=as_of or on):
        holders = seated[(row.post_class, row.grade)]
        if len(holders | {row.person_id}) > over[(row.post_class, row.grade)]:
            found.append(row)
        holders.add(row.person_id)
    return found


def _engaged_at(grades: tuple[Grade, ...], *, unit: int, day: date) -> QuerySet[Engagement]:
    wanted = Q(pk__in=[])
    for post_class, grade in grades:
        wanted |= Q(post_class=post_class, grade=grade)
    return _engaged(unit=unit, day=day).filter(wanted)


def signed(day: date) -> QuerySet[Contract]:
    """For an engagement row: the contract of its person with its unit in force on the day."""
    open_then = Q(ended_on__isnull=True) | Q(ended_on__gt=day)
    return Contract.objects.filter(
        open_then, running(day), person=OuterRef("person"), organisation=OuterRef("organisation")
    )


def staff_named(*, by: Account, on: date, unit: Organisation, said: str) -> list[Person]:
    """People `by` may see who are meant by a name, an identity number or a file's key: those of the unit first, else all; at most two."""
    seen = Person.objects.filter(seen_by("registry.view", by=by, on=on))
    words = said.strip()
    try:
        return list(seen.filter(pk=UUID(words))[:2])
    except ValueError:
        pass
    if len(words) == 18 and words[:17].isdigit():
        return list(seen.filter(number_index=index_of(words))[:2])
    named = seen.filter(name=words).order_by("pk")
    return list(named.filter(organisation=unit)[:2]) or list(named[:2])
