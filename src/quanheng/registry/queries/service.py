"""Lists across people of what they serve as beside a post: programme cohorts, care due and done, delegates of a body.

`on` is the day whose rights count, `as_of` the day whose facts are shown.
"""

from dataclasses import dataclass
from datetime import date

from django.db.models import Count, Q, QuerySet

from quanheng.access.models import Account
from quanheng.registry.models import Care, Delegateship, Person, ServiceProgramme
from quanheng.registry.queries.people import with_careers
from quanheng.registry.queries.sight import seen

MOST = 3_000
"""Delegates of one body and term that one list shows; a congress of a province has under a thousand."""


@dataclass(frozen=True)
class Body:
    """一个机构（大会）的一届: how many delegates or members it has on the day."""

    body: str
    term: int | None
    kind: str
    number: int


def programmes(
    *, by: Account, on: date, as_of: date, kind: str = "", batch: int | None = None, state: str = ""
) -> QuerySet[ServiceProgramme]:
    """Spells begun by the day; `state` running, or over: the service has ended."""
    rows = ServiceProgramme.objects.filter(seen("registry.view", by=by, on=on, field="person__authority"))
    rows = rows.filter(from_on__lte=as_of)
    if kind:
        rows = rows.filter(kind=kind)
    if batch is not None:
        rows = rows.filter(batch=batch)
    running = Q(until_on__isnull=True) | Q(until_on__gt=as_of)
    if state:
        rows = rows.filter(running if state == "running" else ~running)
    return rows.select_related("person")


def care(
    *, by: Account, on: date, as_of: date, year: int, kind: str = "", is_done: bool = False
) -> QuerySet[Care]:
    """Entitlements of a year that were done by the day, or were still due."""
    rows = Care.objects.filter(seen("registry.view", by=by, on=on, field="person__authority"), year=year)
    if kind:
        rows = rows.filter(kind=kind)
    due = Q(done_on__isnull=True) if as_of >= on else Q(done_on__isnull=True) | Q(done_on__gt=as_of)
    return rows.filter(Q(done_on__lte=as_of) if is_done else due).select_related("person")


def delegates(
    *, by: Account, on: date, as_of: date, body: str, term: int | None = None, kind: str = ""
) -> list[Delegateship]:
    """Delegates or members of one body on the day, by electoral unit and name; each person with the career loaded."""
    rows = _serving(by=by, on=on, as_of=as_of).filter(body=body)
    if term is not None:
        rows = rows.filter(term=term)
    if kind:
        rows = rows.filter(kind=kind)
    lines = list(rows.order_by("electoral_unit", "pk")[:MOST])
    people = with_careers(
        Person.objects.filter(pk__in={line.person_id for line in lines}).defer("photo", "resume")
    )
    by_key = {person.pk: person for person in people}
    for line in lines:
        line.person = by_key[line.person_id]
    return sorted(
        lines, key=lambda line: (line.electoral_unit, line.person.pinyin, line.person.name, line.pk)
    )


def bodies(*, by: Account, on: date, as_of: date, limit: int = 200) -> list[Body]:
    """Every body and term with delegates or members on the day."""
    rows = (
        _serving(by=by, on=on, as_of=as_of).values_list("body", "term", "kind").annotate(number=Count("pk"))
    )
    return [Body(*row) for row in rows.order_by("body", "-term", "kind")[:limit]]


def _serving(*, by: Account, on: date, as_of: date) -> QuerySet[Delegateship]:
    running = Q(until_on__isnull=True) | Q(until_on__gt=as_of)
    sight = seen("registry.view", by=by, on=on, field="person__authority")
    return Delegateship.objects.filter(running, sight, from_on__lte=as_of)
