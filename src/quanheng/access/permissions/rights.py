"""What an account may do on a day, and over which authorities. The one place that answers "may they?"."""

from dataclasses import dataclass
from datetime import date
from functools import cache

from django.db.models import Q

from quanheng.access.core.roles import PERMISSIONS, ROLES
from quanheng.access.models import Account, Authority, Grant
from quanheng.access.models.planned import planned


@dataclass(frozen=True)
class Rights:
    """The grants of one account on one day: pairs of role code and authority path."""

    held: tuple[tuple[str, str], ...]

    @property
    def roles(self) -> frozenset[str]:
        return frozenset(role for role, _ in self.held)

    def paths(self, permission: str) -> tuple[str, ...]:
        """The authority paths under which `permission` is held; a path covers everything below it."""
        if permission not in PERMISSIONS:
            raise ValueError(f"unknown permission {permission!r}")
        return tuple(sorted({path for role, path in self.held if permission in ROLES[role].permissions}))

    def may(self, permission: str, path: str | None = None) -> bool:
        """Whether `permission` is held over the authority at `path`, or anywhere when `path` is None."""
        return any(path is None or path.startswith(over) for over in self.paths(permission))


def rights_of(by: Account, *, on: date) -> Rights:
    """The rights of `by` on a day; an inactive or unsaved account has none. Read once where the account keeps a memo."""
    if not by.pk or not by.is_active:
        return Rights(())
    if by.rights_memo is None:
        return _read(by, on)
    held: Rights = by.rights_memo.get(on) or _read(by, on)
    by.rights_memo[on] = held
    return held


def _read(by: Account, on: date) -> Rights:
    sql, places = _question()
    with planned() as cursor:
        cursor.execute(sql, [on if place == _DAY else by.pk for place in places])
        rows = cursor.fetchall()
    return Rights(tuple((role, path) for role, path in rows if role in ROLES))


_DAY, _WHO = date.min, -1


@cache
def _question() -> tuple[str, tuple[object, ...]]:
    """The question as the database hears it, with what stands for the day and the account: every page asks it, and composing it takes longer."""
    held = Grant.objects.filter(running(_DAY), account_id=_WHO, account__is_active=True)
    sql, places = held.values_list("role", "authority__path").query.sql_with_params()
    assert set(places) == {_DAY, _WHO}
    return sql, places


def running(on: date) -> Q:
    """A condition: the grant runs on the day; one that was handed on runs only while the grant it came from does."""
    given = Q(delegated_from__isnull=True)
    handed = _runs(on, "delegated_from__") & Q(delegated_from__account__is_active=True)
    return _runs(on) & (given | handed)


def _runs(on: date, of: str = "") -> Q:
    return Q(**{f"{of}from_on__lte": on}) & (Q(**{f"{of}until_on__isnull": True}) | Q(**{f"{of}until_on__gt": on}))


def within(permission: str, *, by: Account, on: date, field: str = "authority") -> Q:
    """A condition for querysets: rows whose authority lies where `by` holds `permission`; nothing when nowhere."""
    return under(rights_of(by, on=on).paths(permission), field=field)


def under(paths: tuple[str, ...], *, field: str = "authority") -> Q:
    """A condition: the authority is at or below one of `paths`; matches no row when there are none."""
    condition = Q(pk__in=[])
    for path in paths:
        condition |= Q(**{f"{field}__path__startswith": path})
    return condition


def authority_line(authority: Authority) -> list[str]:
    """The paths of the authority and all its ancestors, topmost first.

    >>> authority_line(Authority(path="/a/b/"))
    ['/a/', '/a/b/']
    """
    parts = [part for part in authority.path.split("/") if part]
    return ["/" + "/".join(parts[: index + 1]) + "/" for index in range(len(parts))]
