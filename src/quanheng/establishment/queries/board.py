"""The quota board of the units somebody may see, in a constant number of queries; and the seats of one post."""

from collections.abc import Collection, Iterable, Mapping
from datetime import date

from django.db.models import Q, QuerySet

from quanheng.access.models import Account
from quanheng.establishment.core.board import Cell, Row, board
from quanheng.establishment.models import PostQuota
from quanheng.establishment.permissions.seats import approved_for, as_seats, seats_of
from quanheng.kernel.dates import add_months
from quanheng.registry.models import Assignment, Organisation, Post
from quanheng.registry.queries.sight import among, authorities_seen, seen

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
    running = Q(from_on__lte=day) & (Q(until_on__isnull=True) | Q(until_on__gt=day))
    mine = authorities_seen("establishment.view", by=by, on=on)
    quotas = PostQuota.objects.filter(running, among(mine, "organisation__authority"))
    lines = Assignment.objects.filter(running, among(mine, "post__organisation__authority"), post__is_leading=True)
    if organisation is not None or units is not None:
        keys = [unit.pk for unit in units or ()] + ([organisation.pk] if organisation else [])
        quotas, lines = quotas.filter(organisation__in=keys), lines.filter(post__organisation__in=keys)
    return board(_approved(quotas), as_seats(lines), on=day, until=_a_year_from(day))


def _a_year_from(day: date) -> date:
    """The end of "soon"; the calendar itself has an end."""
    return add_months(day, SOON) if day.year < date.max.year else date.max


def by_organisation(rows: Iterable[Row]) -> dict[int, list[Row]]:
    """The rows of each unit, for a page that shows many units."""
    found: dict[int, list[Row]] = {}
    for row in rows:
        found.setdefault(row.cell.organisation, []).append(row)
    return found


def quotas(*, by: Account, on: date, organisation: Organisation) -> list[PostQuota]:
    """Every quota of a unit, past ones included, the newest first."""
    shown = seen("establishment.view", by=by, on=on, field="organisation__authority")
    return list(
        PostQuota.objects.filter(shown, organisation=organisation).order_by("level", "role", "-from_on")
    )


def seat_facts(post: Post, *, on: date) -> dict[str, object]:
    """The law's facts about a post's seats on a day: quota_seats (None where none is approved) and held_seats."""
    held = {seat.person for seat in seats_of(post, on) if seat.period.contains(on)}
    return {"quota_seats": approved_for(post, on), "held_seats": len(held)}


def _approved(rows: QuerySet[PostQuota]) -> Mapping[Cell, int]:
    told = rows.order_by("from_on").values_list("organisation_id", "level", "role", "number")
    return {Cell(organisation, level, role): number for organisation, level, role, number in told}
