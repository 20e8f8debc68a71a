"""Stating a scope (可见范围): without one the database shows no rows at all. The only place that does, for pages, acts and jobs alike.

A scope holds for one transaction. The database works out by itself how far an account's grants reach; what is passed is
who acts, on which day, with a proof that only this installation can make.
"""

from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass, replace
from datetime import date

from django.conf import settings
from django.db import transaction
from django.db.backends.base.base import BaseDatabaseWrapper

from quanheng.access.core.guard import proof
from quanheng.access.models import Account


@dataclass(frozen=True)
class Scope:
    """可见范围: who acts on which day; a wide one also meets persons managed elsewhere who are in a unit or a case of one's own."""

    kind: str
    day: date
    who: int | None = None
    slug: str = ""
    is_wide: bool = True

    def covers(self, other: "Scope") -> bool:
        """Whether whoever stands here need not state the other."""
        return self == other or self == replace(other, is_wide=True)


def acting_as(account: Account, *, on: date, is_wide: bool = True) -> AbstractContextManager[None]:
    """What this account may see on the day: a page, an act, a command `--as` somebody."""
    return _stated(transaction.get_connection(), Scope("account", on, account.pk, is_wide=is_wide))


def as_visitor(*, on: date, slug: str = "") -> AbstractContextManager[None]:
    """Nobody has signed in: accounts to sign in with, the notices that hang on the day and the one at the address opened."""
    return _stated(transaction.get_connection(), Scope("visitor", on, slug=slug))


def as_system(*, on: date = date.min, using: BaseDatabaseWrapper | None = None) -> AbstractContextManager[None]:
    """Everything: for founding a house, the worker's own table and what the mere passing of time changes; never for a page."""
    return _stated(using or transaction.get_connection(), Scope("system", on))


def stated() -> Scope | None:
    """The scope that holds now."""
    found: Scope | None = getattr(transaction.get_connection(), "quanheng_scope", None)
    return found


@contextmanager
def _stated(at: BaseDatabaseWrapper, scope: Scope) -> Iterator[None]:
    """One transaction with the scope; inside another the one before holds again afterwards."""
    before: Scope | None = getattr(at, "quanheng_scope", None)
    if before is not None and before.covers(scope):
        yield
        return
    is_inner = at.in_atomic_block
    with _transaction(at):
        _tell(at, scope)
        try:
            yield
        finally:
            at.quanheng_scope = before  # type: ignore[attr-defined]
        if is_inner:
            _tell(at, before)


@contextmanager
def _transaction(at: BaseDatabaseWrapper) -> Iterator[None]:
    """The usual one, or a plain one of a second connection, which Django does not know by name."""
    if at == transaction.get_connection():
        with transaction.atomic():
            yield
        return
    at.set_autocommit(False)
    try:
        yield
        at.commit()
    except BaseException:
        at.rollback()
        raise
    finally:
        at.set_autocommit(True)


def _tell(at: BaseDatabaseWrapper, scope: Scope | None) -> None:
    at.ensure_connection()
    assert at.connection is not None
    with at.cursor() as cursor:
        if scope is None:
            cursor.execute("SELECT set_config('quanheng.scope', '', true)")
        else:
            said = (scope.kind, scope.who or 0, scope.day.isoformat(), scope.slug, int(scope.is_wide), at.connection.info.backend_pid)
            shown = (scope.kind, scope.who, scope.day, scope.slug, scope.is_wide, proof(settings.SCOPE_KEY, *said))
            cursor.execute("SELECT access_enter(%s, %s, %s, %s, %s, %s)", shown)
    at.quanheng_scope = scope  # type: ignore[attr-defined]
