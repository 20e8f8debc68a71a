"""The seats of some units on a day and those that fall vacant by another, in three or four questions whatever the number of units."""

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from functools import partial
from typing import Any
from uuid import UUID

from django.db.models import Q, QuerySet

from quanheng.access.queries.composed import answers, one_of
from quanheng.establishment.core.board import Cell, Seat
from quanheng.establishment.core.leaving import Leaving, first_each
from quanheng.establishment.core.retiring import retirement, youngest_due
from quanheng.establishment.permissions.seats import SEATED
from quanheng.kernel.dates import add_months
from quanheng.kernel.periods import Period
from quanheng.registry.models import Assignment, Delegateship
from quanheng.registry.queries.sight import among_composed
from quanheng.regulation.core.derived import probation_until
from quanheng.regulation.core.instruments import NotInForce

_FIELDS = (
    "post__organisation", "post__level", "post__role", "person", "person__name", "post__name", "from_on", "until_on",
    "person__born_on", "person__sex", "probation_from_on", "probation_result", "post__mode", "post__organisation__name", "post",
)  # fmt: skip
FEW = 1000
"""As many people as a question names by their keys."""

COUNTY = "140"
"""Codes of levels below this one are of county level and above."""


def seats_and_leavings(
    of: str, place: int, *, mine: tuple[int, ...] | None, on: date, until: date
) -> tuple[list[Seat], list[Leaving]]:
    """Who sits on the day in leading posts, and who is expected to have left by `until` (that day included).

    `of` names the field of a post that is `place`: its unit, or the unit's authority; that is one of `mine` (None: any).
    """
    is_all, keys = mine is None, list(mine or ())
    found = answers(_sitting, is_all, of, place=place, mine=keys, on=on)
    rows = [dict(zip(_FIELDS, row, strict=True)) for row in found]
    seats, in_turn = [_seat(row) for row in rows], [row for row in rows if row["post__mode"] == "elected"]
    same = partial(_held, is_all, of, place, keys, on)
    moved = _by_person(_of_people(rows, same, _moves, _moves_of_few, on, until))
    terms = _ends(_of_people(in_turn, partial(same, post__mode="elected"), _terms, _terms_of_few, on, until))
    pairs = zip(rows, seats, strict=True)
    leavings = [each for row, seat in pairs for each in _leavings(row, seat, on, until, moved, terms)]
    return seats, first_each(leavings)


def _held(is_all: bool, of: str, place: int, mine: list[int], on: date, **also: str) -> QuerySet[Assignment]:
    running = Q(from_on__lte=on) & (Q(until_on__isnull=True) | Q(until_on__gt=on))
    here = among_composed(is_all, mine, "post__organisation__authority") & Q(**{f"post__{of}": place})
    return Assignment.objects.filter(here, running, kind__in=SEATED, post__is_leading=True, **also)


def _sitting(is_all: bool, of: str, *, place: int, mine: list[int], on: date) -> QuerySet[Assignment, Any]:
    return _held(is_all, of, place, mine, on).order_by("post__order", "from_on").values_list(*_FIELDS)


def _of_people(
    rows: list[dict[str, Any]],
    same: Callable[[], QuerySet[Assignment]],
    ask: Callable[..., Any],
    of_few: Callable[..., Any],
    on: date,
    until: date,
) -> Iterable[tuple[Any, ...]]:
    """Lines of whoever is in the rows: a few by their keys, which is the quicker question; many by asking for them once more."""
    people = list({row["person"] for row in rows})
    if not people:
        return ()
    if len(people) <= FEW:
        return answers(of_few, people=people, on=on, until=until)
    return list(ask(Q(person__in=same().order_by().values("person")), on, until))


def _seat(row: Mapping[str, Any]) -> Seat:
    cell = Cell(row["post__organisation"], row["post__level"], row["post__role"])
    return Seat(
        cell,
        str(row["person"]),
        row["person__name"],
        row["post__name"],
        Period(row["from_on"], row["until_on"]),
    )


def _leavings(
    row: Mapping[str, Any],
    seat: Seat,
    on: date,
    until: date,
    moved: Mapping[Any, Any],
    terms: Mapping[Any, date],
) -> Iterable[Leaving]:
    ends = row["until_on"]
    if ends is not None and ends <= until:
        yield Leaving(seat, ends, "removal")
    for day, post in moved.get(row["person"], ()):
        if post != row["post"]:
            yield Leaving(seat, day, "moving")
    if due := _retires(row, on, until):
        yield Leaving(seat, due, "retirement")
    term = terms.get((row["person"], row["post__organisation__name"]))
    if term is not None and row["post__mode"] == "elected":
        yield Leaving(seat, term, "term")
    if probation := _on_probation(row, on, until):
        yield Leaving(seat, probation, "probation")


def _retires(row: Mapping[str, Any], on: date, until: date) -> date | None:
    """The month of the statutory age when it lies not after `until`: the law is asked only of those near it."""
    is_county = row["post__level"] < COUNTY
    latest = youngest_due(sex=row["person__sex"], is_county=is_county, by=until, on=on)
    if latest is None or row["person__born_on"] >= add_months(latest, 1):
        return None
    found = retirement(born_on=row["person__born_on"], sex=row["person__sex"], is_county=is_county, on=on)
    return found.value if found and isinstance(found.value, date) else None


def _on_probation(row: Mapping[str, Any], on: date, until: date) -> date | None:
    began = row["probation_from_on"]
    if began is None or row["probation_result"] or began > on:
        return None
    try:
        ends = probation_until(began)
    except NotInForce:
        return None
    return ends if on <= ends <= until else None


def _moves(people: Q, on: date, until: date) -> QuerySet[Assignment, Any]:
    """Main posts that begin later: who has one leaves the present seat."""
    rows = Assignment.objects.filter(people, kind="main", from_on__gt=on, from_on__lte=until)
    return rows.values_list("person", "from_on", "post")


def _moves_of_few(*, people: list[UUID], on: date, until: date) -> QuerySet[Assignment, Any]:
    return _moves(one_of(people, "person", "uuid"), on, until)


def _by_person(rows: Iterable[tuple[Any, ...]]) -> dict[Any, list[tuple[date, Any]]]:
    found: dict[Any, list[tuple[date, Any]]] = {}
    for person, day, post in rows:
        found.setdefault(person, []).append((day, post))
    return found


def _terms(people: Q, on: date, until: date) -> QuerySet[Delegateship, Any]:
    """The ends of terms on record."""
    rows = Delegateship.objects.filter(people, until_on__gt=on, until_on__lte=until)
    return rows.values_list("person", "body", "until_on")


def _terms_of_few(*, people: list[UUID], on: date, until: date) -> QuerySet[Delegateship, Any]:
    return _terms(one_of(people, "person", "uuid"), on, until)


def _ends(rows: Iterable[tuple[Any, ...]]) -> dict[tuple[Any, str], date]:
    """By person and the body elected to."""
    return {(person, body): day for person, body, day in rows if day is not None}
