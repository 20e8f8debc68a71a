"""Quota orders as somebody may see them: those with a line in a unit of theirs, and the lines with what was before."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, NamedTuple

from django.db.models import Exists, Model, OuterRef, Q, QuerySet

from quanheng.access.models import Account
from quanheng.access.queries.composed import answers
from quanheng.establishment.models import PostQuota, QuotaOrder, RankQuota, StaffCeiling
from quanheng.registry.models import Organisation
from quanheng.registry.queries.sight import among_composed, authorities_seen, seen

TABLES: Mapping[str, tuple[type[Model], tuple[str, ...]]] = {
    "post": (PostQuota, ("level", "role")),
    "rank": (RankQuota, ("rank",)),
    "staff": (StaffCeiling, ("kind",)),
}
"""What an order can set, and the fields that make one cell of it."""


@dataclass(frozen=True)
class Line:
    """批文一行: a quota of the order, its kind, and the number before it (None when there was none)."""

    what: str
    quota: Any
    before: int | None

    @property
    def difference(self) -> int:
        return int(self.quota.number) - (self.before or 0)


def orders(*, by: Account, on: date, kind: str = "") -> QuerySet[QuotaOrder]:
    """Orders with at least one line under the authorities where `by` may view quotas."""
    mine = seen("establishment.view", by=by, on=on, field="organisation__authority")
    condition = Q()
    for table, _cell in TABLES.values():
        condition |= Q(Exists(table._default_manager.filter(mine, order=OuterRef("pk"))))
    rows = QuotaOrder.objects.filter(condition)
    return rows.filter(kind=kind) if kind in dict(QuotaOrder.KINDS) else rows


def lines_of(order: QuotaOrder, *, by: Account, on: date) -> list[Line]:
    """The lines that `by` may see, unit by unit: two questions for each kind of quota."""
    found: list[Line] = []
    for what, (table, cell) in TABLES.items():
        mine = seen("establishment.view", by=by, on=on, field="organisation__authority")
        rows: list[Any] = list(
            table._default_manager.filter(mine, order=order)
            .select_related("organisation")
            .order_by("organisation__order", "organisation__code", *cell)
        )
        before = _before(table, cell, rows)
        found += [Line(what, each, before.get((_key(each, cell), each.from_on))) for each in rows]
    return found


class Brief(NamedTuple):
    """An order in a list: what it is called and when it was issued."""

    pk: int
    number: str
    title: str
    kind: str
    issued_on: date


def orders_of(organisation: Organisation, *, by: Account, on: date) -> list[Brief]:
    """The latest orders that changed one unit."""
    mine = authorities_seen("establishment.view", by=by, on=on)
    return [Brief(*row) for row in answers(_orders_of, mine is None, unit=organisation.pk, mine=list(mine or ()))]


def _orders_of(is_all: bool, *, unit: int, mine: list[int]) -> QuerySet[QuotaOrder, Any]:
    condition, here = Q(), among_composed(is_all, mine, "organisation__authority")
    for table, _cell in TABLES.values():
        condition |= Q(Exists(table._default_manager.filter(here, order=OuterRef("pk"), organisation=unit)))
    rows = QuotaOrder.objects.filter(condition).order_by("-issued_on", "-pk")
    return rows.values_list(*Brief._fields)[:20]


def _before(table: type[Model], cell: tuple[str, ...], rows: list[Any]) -> dict[Any, int]:
    """The quotas that these ended, by their cell and the day."""
    units = {row.organisation_id for row in rows}
    ended: Any = table._default_manager.filter(
        organisation__in=units, until_on__in={row.from_on for row in rows}
    )
    return {(_key(each, cell), each.until_on): each.number for each in ended} if rows else {}


def _key(quota: Any, cell: tuple[str, ...]) -> tuple[object, ...]:
    return quota.organisation_id, *(getattr(quota, name) for name in cell)
