"""The quota board of one management authority, or of one unit, on a day and months ahead; ranks of a unit beside it."""

from dataclasses import dataclass
from datetime import date
from typing import Any, NamedTuple

from django.db.models import Q, QuerySet

from quanheng.access.models import Account, Authority
from quanheng.access.permissions.rights import rights_of
from quanheng.access.queries.composed import answers, one_of
from quanheng.establishment.core.board import Cell, Row, board
from quanheng.establishment.core.leaving import Leaving, Sum, sums
from quanheng.establishment.models import PostQuota, RankQuota
from quanheng.establishment.queries.leaving import seats_and_leavings
from quanheng.kernel.dates import add_months
from quanheng.registry.models import Organisation, Rank
from quanheng.registry.queries.sight import among_composed, authorities_seen


class Unit(NamedTuple):
    """The code and the name of a unit."""

    code: str
    name: str


@dataclass(frozen=True)
class AuthorityBoard:
    """职数总表: sums by level and role, the rows of single units, the seats that fall vacant; names of the units."""

    sums: list[Sum]
    rows: list[Row]
    leavings: list[Leaving]
    units: dict[int, Unit]

    @property
    def over(self) -> list[Row]:
        return [row for row in self.rows if row.over or row.approved is None]

    @property
    def short(self) -> list[Row]:
        return [row for row in self.rows if row.short]


@dataclass(frozen=True)
class RankRow:
    """职级职数一行: holders of one rank in a unit against the approved number."""

    rank: str
    approved: int | None
    held: int

    @property
    def over(self) -> int:
        return max(self.held - (self.approved or 0), 0)


def authorities(*, by: Account, on: date) -> list[Authority]:
    """The authorities where `by` may view quotas, topmost first."""
    paths = rights_of(by, on=on).paths("establishment.view")
    condition = Q(pk__in=[])
    for path in paths:
        condition |= Q(path__startswith=path)
    return list(Authority.objects.filter(condition).order_by("path")[:500])


def authority_board(
    *,
    by: Account,
    on: date,
    as_of: date | None = None,
    months: int,
    authority: Authority | None = None,
    organisation: Organisation | None = None,
) -> AuthorityBoard:
    """Of the units that the authority itself manages, or of one unit; the same questions for one unit and for many."""
    day = as_of or on
    until = add_months(day, months) if day.year < date.max.year - 10 else date.max
    mine = authorities_seen("establishment.view", by=by, on=on)
    of = "organisation__authority" if authority else "organisation"
    place = authority.pk if authority else organisation.pk if organisation else 0
    seats, leavings = seats_and_leavings(of, place, mine=mine, on=day, until=until)
    cells = answers(_quotas, mine is None, of, place=place, mine=list(mine or ()), day=day)
    approved = {Cell(unit, level, role): number for unit, level, role, number in cells}
    rows = board(approved, seats, on=day, until=until)
    return AuthorityBoard(sums(rows, leavings), rows, leavings, _units(rows, organisation))


def rank_board(
    *, by: Account, on: date, as_of: date | None = None, organisation: Organisation
) -> list[RankRow]:
    """A row for every rank of the unit with an approved number or a holder on the day, the highest first."""
    day = as_of or on
    mine = authorities_seen("establishment.view", by=by, on=on)
    values: dict[str, Any] = {"unit": organisation.pk, "mine": list(mine or ()), "day": day}
    approved: dict[str, int] = dict(answers(_approved_ranks, mine is None, **values))
    held: dict[str, set[object]] = {}
    for rank, person in answers(_held_ranks, mine is None, **values):
        held.setdefault(rank, set()).add(person)
    return [
        RankRow(rank, approved.get(rank), len(held.get(rank, ())))
        for rank in sorted(approved.keys() | held.keys())
    ]


def _units(rows: list[Row], known: Organisation | None) -> dict[int, Unit]:
    """The units of the rows, for their names and codes."""
    if known is not None:
        return {known.pk: Unit(known.code, known.name)}
    pks = {row.cell.organisation for row in rows}
    return {pk: Unit(*said) for pk, *said in answers(_named, units=sorted(pks))} if pks else {}


def _named(*, units: list[int]) -> QuerySet[Organisation, Any]:
    return Organisation.objects.filter(one_of(units, "pk", "bigint")).order_by().values_list("pk", "code", "name")


def _running(day: date) -> Q:
    return Q(from_on__lte=day) & (Q(until_on__isnull=True) | Q(until_on__gt=day))


def _quotas(is_all: bool, of: str, *, place: int, mine: list[int], day: date) -> QuerySet[PostQuota, Any]:
    here = among_composed(is_all, mine, "organisation__authority") & Q(**{of: place})
    rows = PostQuota.objects.filter(_running(day), here).order_by("from_on")
    return rows.values_list("organisation", "level", "role", "number")


def _approved_ranks(is_all: bool, *, unit: int, mine: list[int], day: date) -> QuerySet[RankQuota, Any]:
    here = among_composed(is_all, mine, "organisation__authority") & Q(organisation=unit)
    return RankQuota.objects.filter(_running(day), here).order_by("from_on").values_list("rank", "number")


def _held_ranks(is_all: bool, *, unit: int, mine: list[int], day: date) -> QuerySet[Rank, Any]:
    here = among_composed(is_all, mine, "person__organisation__authority") & Q(person__organisation=unit)
    return Rank.objects.filter(_running(day), here, kind="rank").values_list("code", "person")
