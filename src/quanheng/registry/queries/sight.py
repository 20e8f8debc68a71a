"""Which authorities an account may look into, as plain numbers: the database then plans for a province and a county alike.

A condition on the path of a joined table tells it nothing of how many rows are meant; a list of keys does.
"""

from datetime import date
from typing import Any

from django.db.models import Q, QuerySet

from quanheng.access.models import Account, Authority
from quanheng.access.permissions.rights import rights_of
from quanheng.access.queries.composed import answers, one_of
from quanheng.registry.models import Organisation


def seen(permission: str, *, by: Account, on: date, field: str = "authority") -> Q:
    """The same rows as `within`: an empty condition for who may see every authority, none for who may see no one."""
    return among(authorities_seen(permission, by=by, on=on), field)


def among(numbers: tuple[int, ...] | None, field: str) -> Q:
    """The condition that `authorities_seen` stands for, on one more table, without asking again."""
    return Q() if numbers is None else Q(**{f"{field}__in": numbers})


def authorities_seen(permission: str, *, by: Account, on: date) -> tuple[int, ...] | None:
    """The keys of the authorities where `by` holds the permission; None when that is all there are.

    One question, remembered where the account keeps a memo for its page.
    """
    memo = by.rights_memo
    if memo is None:
        return _read(permission, by, on)
    asked = ("authorities", permission, on)
    if asked not in memo:
        memo[asked] = _read(permission, by, on)
    known: tuple[int, ...] | None = memo[asked]
    return known


def _read(permission: str, by: Account, on: date) -> tuple[int, ...] | None:
    over = rights_of(by, on=on).paths(permission)
    if not over:
        return ()
    held = [(key, path.startswith(over)) for key, path in _all_authorities(by)]
    return None if all(is_held for _, is_held in held) else tuple(key for key, is_held in held if is_held)


def _all_authorities(by: Account) -> list[tuple[int, str]]:
    """Keys and paths, read once for a page, whatever it asks permissions for."""
    memo = by.rights_memo
    if memo is None:
        return answers(_authorities)
    found: list[tuple[int, str]] = memo.get("authorities") or answers(_authorities)
    memo["authorities"] = found
    return found


def _authorities() -> QuerySet[Authority, Any]:
    return Authority.objects.order_by("pk").values_list("pk", "path")


def among_composed(is_all: bool, numbers: list[int], field: str) -> Q:
    """The same condition in a question that is composed once: it takes `numbers is None` by position and the list by name."""
    return Q() if is_all else one_of(numbers, field, "bigint")


def units_seen(permission: str, *, by: Account, on: date, field: str = "organisation") -> Q:
    """The same rows as `seen`, by the units themselves, for tables that keep those of the whole province in one order.

    A key of the row itself the database compares before it asks a policy about the row; the authority of its unit it does not.
    """
    units = unit_keys_seen(permission, by=by, on=on)
    return Q() if units is None else one_of(units, field, "bigint")


def unit_keys_seen(permission: str, *, by: Account, on: date) -> list[int] | None:
    """The keys of those units; None for who may see every one. One question, remembered as above."""
    numbers = authorities_seen(permission, by=by, on=on)
    if numbers is None:
        return None
    memo, asked = by.rights_memo, ("units", permission, on)
    units: list[int] | None = memo.get(asked) if memo is not None else None
    if units is None:
        units = [unit for (unit,) in answers(_units, authorities=list(numbers))]
        if memo is not None:
            memo[asked] = units
    return units


def _units(*, authorities: list[int]) -> QuerySet[Organisation, Any]:
    return Organisation.objects.filter(one_of(authorities, "authority", "bigint")).order_by("pk").values_list("pk")
