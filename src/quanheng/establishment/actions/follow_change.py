"""When organisations merge, divide or end: their approved numbers, and what is kept of each seat, go where the seats go.

Part of the act that changes the organisation. The document of the change becomes the order of the new numbers.
"""

import copy
from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any

from django.db.models import Model, Q

from quanheng.establishment.actions.change_quotas import CODES, TABLES
from quanheng.establishment.models import (
    Contract,
    DutyStatement,
    Engagement,
    KeyPost,
    PostQuota,
    PostScheme,
    QuotaOrder,
    Vacancy,
)
from quanheng.registry.actions.carry_post import Order
from quanheng.registry.models import Organisation, Post


class EstablishmentFollower:
    """职数随机构变动: the establishment's part in `registry.actions.change_organisation`."""

    def seat_moved(self, old: Post, new: Post, order: Order) -> None:
        """Key-post entries and the duty statement in force go on with the new seat; an open vacancy is of that seat now."""
        for row in _standing(KeyPost, {"post": old}, order):
            _carry(row, {"post": new}, order, removal_reason=order.reason[:200])
        for row in _standing(DutyStatement, {"post": old}, order):
            _carry(row, {"post": new}, order)
        Vacancy.objects.filter(post=old, filled_on=None).update(post=new)

    def unit_absorbed(self, unit: Organisation, into: Organisation, order: Order) -> None:
        """Numbers of seats, ranks and staff are added to those of the unit that remains; engagements and contracts go on there."""
        for what, table in TABLES.items():
            for row in _standing(table, {"organisation": unit}, order):
                _add(table, {"organisation": into, **_cell(what, row)}, _number(row), order)
                _end(row, order)
        for row in _standing(Engagement, {"organisation": unit}, order):
            _carry(row, {"organisation": into}, order)
        for row in _standing(Contract, {"organisation": unit, "ended_on": None}, order):
            _succeed(row, into, order)
        self.unit_ended(unit, order)

    def unit_split(self, unit: Organisation, moved: Sequence[tuple[Post, Post]], order: Order) -> None:
        """As many seats as went, where a number was approved: less here, more there."""
        gone = Counter((new.organisation, new.level, new.role) for _, new in moved if new.is_leading)
        for (into, level, role), seats in gone.items():
            cell = {"level": level, "role": role}
            there = sum(_number(row) for row in _standing(PostQuota, {"organisation": unit, **cell}, order))
            number = min(seats, there)
            if number:
                _add(PostQuota, {"organisation": unit, **cell}, -number, order)
                _add(PostQuota, {"organisation": into, **cell}, number, order)

    def unit_ended(self, unit: Organisation, order: Order) -> None:
        """Whatever number or scheme is left ends with the unit; one approved for later never begins."""
        tables: tuple[type[Model], ...] = (*TABLES.values(), PostScheme)
        for table in tables:
            rows = table._default_manager.filter(organisation=unit)
            for row in rows.filter(Q(until_on__isnull=True) | Q(until_on__gt=order.on)):
                _end(row, order)


def _cell(what: str, row: Any) -> dict[str, Any]:
    cell = {CODES[what]: getattr(row, CODES[what])}
    return cell | ({"role": row.role} if what == "post" else {})


def _number(row: Any) -> int:
    return int(row.number)


def _standing(table: type[Model], of: Mapping[str, Any], order: Order) -> list[Any]:
    """The rows in force on the day."""
    still = Q(until_on__isnull=True) | Q(until_on__gt=order.on)
    return list(
        table._default_manager.select_for_update()
        .filter(still, from_on__lte=order.on, **of)
        .order_by("from_on", "pk")
    )


def _end(row: Any, order: Order) -> None:
    """In force until the day; what begins on it or later is no more."""
    if row.from_on >= order.on:
        row.delete()
        return
    row.until_on = order.on
    row.save(update_fields=["until_on"])


def _carry(row: Any, to: Mapping[str, Any], order: Order, **said: str) -> None:
    """The row ends on the day and goes on elsewhere as it is."""
    fresh = copy.copy(row)
    fresh.pk, fresh.from_on = None, max(row.from_on, order.on)
    for name, value in said.items():
        setattr(row, name, value)
    if row.from_on < order.on:
        row.until_on = order.on
        row.save(update_fields=["until_on", *said])
    else:
        row.delete()
    for name, value in to.items():
        setattr(fresh, name, value)
    fresh.save(force_insert=True)


def _succeed(contract: Contract, into: Organisation, order: Order) -> None:
    """The unit that remains is the other party from the day on, on the same terms; the contract before it is named."""
    fresh = copy.copy(contract)
    contract.ended_on, contract.end_cause = order.on, "succeeded"
    contract.save(update_fields=["ended_on", "end_cause"])
    fresh.pk, fresh.organisation, fresh.before = None, into, contract
    fresh.from_on = fresh.signed_on = order.on
    fresh.save(force_insert=True)


def _add(table: type[Model], cell: Mapping[str, Any], number: int, order: Order) -> None:
    """Raise (or lower) a number from the day on, until the next number that has been approved for a later day."""
    rows = _standing(table, cell, order)
    paper: dict[str, Any] = {"order": _paper(order)} | (
        {"document": order.document} if table is PostQuota else {}
    )
    if not rows:
        later = table._default_manager.filter(**cell, from_on__gt=order.on).order_by("from_on").first()
        until_on = getattr(later, "from_on", None)
        table._default_manager.create(**cell, **paper, number=number, from_on=order.on, until_on=until_on)
        return
    row = rows[-1]
    number, until_on = max(row.number + number, 0), row.until_on
    if row.from_on == order.on:
        row.number = number
        row.save(update_fields=["number"])
        return
    row.until_on = order.on
    row.save(update_fields=["until_on"])
    table._default_manager.create(**cell, **paper, number=number, from_on=order.on, until_on=until_on)


def _paper(order: Order) -> QuotaOrder:
    """The document of the change as an order of the register; one already there is taken as it is."""
    given = {"title": order.reason[:200], "kind": "adjust", "issued_by": "", "issued_on": order.on}
    return QuotaOrder.objects.get_or_create(number=order.document, defaults=given)[0]
