"""Which authorities an account may look into, as plain numbers: the database then plans for a province and a county alike.

A condition on the path of a joined table tells it nothing of how many rows are meant; a list of keys does.
"""

from collections.abc import Collection
from datetime import date
from typing import Any, Literal
from uuid import UUID

from django.contrib.postgres.fields import ArrayField
from django.db.models import BigIntegerField, BooleanField, F, Field, Func, Q, UUIDField, Value

from quanheng.access.models import Account, Authority
from quanheng.access.permissions.rights import rights_of
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
    held = [(key, path.startswith(over)) for key, path in _paths(by.rights_memo)]
    return None if all(is_held for _, is_held in held) else tuple(key for key, is_held in held if is_held)


def _paths(memo: dict[Any, Any] | None) -> list[tuple[int, str]]:
    """Every authority's key and path, in order of the keys; for all permissions of a page read once."""
    if memo is None:
        return list(Authority.objects.order_by("pk").values_list("pk", "path"))
    if "paths" not in memo:
        memo["paths"] = _paths(None)
    known: list[tuple[int, str]] = memo["paths"]
    return known


def units_seen(permission: str, *, by: Account, on: date, field: str = "organisation") -> Q:
    """The same rows as `seen`, by the units themselves, for tables that keep those of the whole province in one order.

    A key of the row itself the database compares before it asks a policy about the row; the authority of its unit it does not.
    """
    numbers = authorities_seen(permission, by=by, on=on)
    if numbers is None:
        return Q()
    memo, asked = by.rights_memo, ("units", permission, on)
    units = memo.get(asked) if memo is not None else None
    if units is None:
        units = list(Organisation.objects.filter(authority__in=numbers).order_by("pk").values_list("pk", flat=True))
        if memo is not None:
            memo[asked] = units
    return one_of(units, field, "bigint")


def one_of(keys: Collection[int | UUID], field: str, kind: Literal["bigint", "uuid"]) -> Q:
    """The same rows as `field__in`, the keys as one value: hundreds of them cost a page no more than ten."""
    of: Field[Any, Any] = BigIntegerField() if kind == "bigint" else UUIDField()
    listed = Value(list(keys), output_field=ArrayField(of))
    return Q(Func(F(field), listed, arg_joiner=" = ANY(", template=f"%(expressions)s::{kind}[])", output_field=BooleanField()))
