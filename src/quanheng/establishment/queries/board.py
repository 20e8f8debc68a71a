"""The quota board of the units somebody may see, in a constant number of queries; and the seats of one post."""

from collections.abc import Collection, Iterable
from datetime import date
from typing import Any, NamedTuple

from django.db.models import Q, QuerySet

from quanheng.access.models import Account
from quanheng.access.queries.composed import answers, one_of, varied
from quanheng.establishment.core.board import Cell, Row, board
from quanheng.establishment.models import PostQuota
from quanheng.establishment.permissions.seats import approved_for, seat_rows, seats_from, seats_of
from quanheng.kernel.dates import add_months
from quanheng.registry.models import Assignment, Organisation, Post
from quanheng.registry.queries.sight import among_composed, authorities_seen

SOON = 12
"""Months ahead that count as "about to fall vacant"."""


def boards(
    *,
    by: Account,
    on: date,
    as_of: date | None = None,
    organisation: Organisation | None = None,
    units: Collection[Organisation] | None = None,
) -> list[Row]:
    """A row per unit, level and role under the authorities where `by` may view quotas; of one unit, or of some, if given.

    Only leading posts are counted; `on` is the day of the reader's rights, `as_of` the day of the board.
    """
    day = as_of or on
    mine = authorities_seen("establishment.view", by=by, on=on)
    keys = [unit.pk for unit in units or ()] + ([organisation.pk] if organisation else [])
    shape = mine is None, organisation is None and units is None
    values: dict[str, Any] = {"day": day, "mine": list(mine or ()), "units": keys}
    ask_quotas, ask_seats = (_all_quotas, _all_seats) if shape[1] else (_quotas, _seats)
    approved = {Cell(*cell): number for *cell, number in answers(ask_quotas, *shape, **values)}
    return board(approved, seats_from(answers(ask_seats, *shape, **values)), on=day, until=_a_year_from(day))


def _quotas(is_all: bool, has_all: bool, *, day: date, mine: list[int], units: list[int]) -> QuerySet[PostQuota, Any]:
    rows = PostQuota.objects.filter(_here(is_all, has_all, "organisation", mine, units), _running(day))
    return rows.order_by("from_on").values_list("organisation_id", "level", "role", "number")


def _seats(is_all: bool, has_all: bool, *, day: date, mine: list[int], units: list[int]) -> QuerySet[Assignment, Any]:
    here = _here(is_all, has_all, "post__organisation", mine, units)
    return seat_rows(Assignment.objects.filter(here, _running(day), post__is_leading=True))


@varied
def _all_quotas(is_all: bool, has_all: bool, *, day: date, mine: list[int], units: list[int]) -> QuerySet[PostQuota, Any]:
    """Of every unit: a county's few read by themselves, a province's all."""
    return _quotas(is_all, has_all, day=day, mine=mine, units=units)


@varied
def _all_seats(is_all: bool, has_all: bool, *, day: date, mine: list[int], units: list[int]) -> QuerySet[Assignment, Any]:
    return _seats(is_all, has_all, day=day, mine=mine, units=units)


def _running(day: date) -> Q:
    return Q(from_on__lte=day) & (Q(until_on__isnull=True) | Q(until_on__gt=day))


def _here(is_all: bool, has_all: bool, field: str, mine: list[int], units: list[int]) -> Q:
    return among_composed(is_all, mine, f"{field}__authority") & (Q() if has_all else one_of(units, field, "bigint"))


def _a_year_from(day: date) -> date:
    """The end of "soon"; the calendar itself has an end."""
    return add_months(day, SOON) if day.year < date.max.year else date.max


def by_organisation(rows: Iterable[Row]) -> dict[int, list[Row]]:
    """The rows of each unit, for a page that shows many units."""
    found: dict[int, list[Row]] = {}
    for row in rows:
        found.setdefault(row.cell.organisation, []).append(row)
    return found


class Quota(NamedTuple):
    """An approved number of a unit, with its document and its time."""

    level: str
    role: str
    number: int
    document: str
    from_on: date
    until_on: date | None


def quotas(*, by: Account, on: date, organisation: Organisation) -> list[Quota]:
    """Every quota of a unit, past ones included, the newest first."""
    mine = authorities_seen("establishment.view", by=by, on=on)
    return [Quota(*row) for row in answers(_quotas_of, mine is None, unit=organisation.pk, mine=list(mine or ()))]


def _quotas_of(is_all: bool, *, unit: int, mine: list[int]) -> QuerySet[PostQuota, Any]:
    rows = PostQuota.objects.filter(among_composed(is_all, mine, "organisation__authority"), organisation=unit)
    return rows.order_by("level", "role", "-from_on").values_list(*Quota._fields)


def seat_facts(post: Post, *, on: date) -> dict[str, object]:
    """The law's facts about a post's seats on a day: quota_seats (None where none is approved) and held_seats."""
    held = {seat.person for seat in seats_of(post, on) if seat.period.contains(on)}
    return {"quota_seats": approved_for(post, on), "held_seats": len(held)}
