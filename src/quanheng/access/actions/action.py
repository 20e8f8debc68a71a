"""The one way to act: `@action` checks the permission, opens the transaction, does it and writes the journal.

An act cannot be called without the check, and its line in the journal cannot be left out: both live here.
"""

import functools
import inspect
from collections.abc import Callable, Iterator, Mapping
from contextlib import AbstractContextManager, contextmanager, nullcontext
from dataclasses import dataclass
from datetime import datetime
from typing import Any, ParamSpec, TypeVar, cast

from django.core.exceptions import ObjectDoesNotExist
from django.db import connection, models, transaction
from django.utils import timezone

from quanheng.access.actions.journal import write_entry
from quanheng.access.actions.scope import acting_as
from quanheng.access.core.roles import PERMISSIONS
from quanheng.access.models import Account
from quanheng.access.permissions.rights import rights_of
from quanheng.kernel.refusals import Refused
from quanheng.kernel.texts import text

Arguments = ParamSpec("Arguments")
Result = TypeVar("Result")


@dataclass(frozen=True)
class Verb:
    """What the register knows of an action: its name, Chinese label, permission, clauses, and function."""

    name: str
    label: str
    permission: str | None
    cites: tuple[str, ...]
    function: Callable[..., Any]


VERBS: dict[str, Verb] = {}


def action(
    name: str,
    *,
    label: str,
    permission: str | None,
    of: Callable[[Mapping[str, Any]], str | None] | None = None,
    cites: tuple[str, ...] = (),
    keeps: tuple[str, ...] = (),
    also: Callable[[Mapping[str, Any]], Mapping[str, object]] | None = None,
) -> Callable[[Callable[Arguments, Result]], Callable[Arguments, Result]]:
    """Make a function an act.

    `permission` must be held by `by`; `of` gives, from the arguments, the path of the authority it must be held over.
    `permission=None` is for the few acts whose function checks the actor itself; the function's docstring says how.
    `keeps` names the arguments that go into the journal, `also` derives more from them; never personal data.
    """

    def make(function: Callable[Arguments, Result]) -> Callable[Arguments, Result]:
        _check(name, permission, function)

        @functools.wraps(function)
        def act(*positional: Arguments.args, **given: Arguments.kwargs) -> Result:
            _named_only(name, positional)
            by, at = cast("Account | None", given["by"]), cast(datetime, given["at"])
            with _scope(by, at), _in_sight(label), transaction.atomic():
                path = _path(of, given, is_checked=permission is not None)
                if permission is not None:
                    require(by, permission, path=path, at=at, what=label)
                _tell_day(at)
                result = function(**given)  # type: ignore[call-arg]
                facts = {key: given[key] for key in keeps if given.get(key) is not None} | dict(also(given) if also else {})
                write_entry(by=by, at=at, action=name, subject=subject_of(result) or subject_of(given.get("case")), authority_path=path or "", facts=facts)
            return result

        VERBS[name] = Verb(name, label, permission, cites, act)
        return act

    return make


def _scope(by: Account | None, at: datetime) -> AbstractContextManager[None]:
    """The account's own; without one, what whoever calls has stated: a visitor's page, the founding of a house."""
    return nullcontext() if by is None else acting_as(by, on=timezone.localdate(at))


@contextmanager
def _in_sight(what: str) -> Iterator[None]:
    """What the act asks for and the actor's scope does not hold is, for the actor, not there: refused, and nothing is done."""
    try:
        yield
    except ObjectDoesNotExist as missing:
        raise Refused(
            text(what),
            why=text("所涉对象不存在，或不在您的管理权限内"),
            remedy=text("请核对所选对象；确需办理的，由有管理权限的人办理"),
        ) from missing


def _path(of: Callable[[Mapping[str, Any]], str | None] | None, given: Mapping[str, Any], *, is_checked: bool) -> str | None:
    """The authority acted under. What belongs to the object and is out of the actor's sight is under none: the check then refuses."""
    try:
        return of(given) if of else None
    except ObjectDoesNotExist:
        if is_checked:
            return _OUT_OF_SIGHT
        raise


_OUT_OF_SIGHT = "-"


def require(by: Account | None, permission: str, *, path: str | None, at: datetime, what: str) -> None:
    """Refuse unless `by` holds `permission` over `path` on the day of `at`."""
    if by is None or not rights_of(by, on=timezone.localdate(at)).may(permission, path):
        raise Refused(
            text(what),
            why=text("{name}没有“{permission}”权限，或该对象不在其管理权限内", name=by or "—", permission=PERMISSIONS[permission]),
            remedy=text("由有权限的人办理，或由安全保密管理员依规授权"),
        )


def _tell_day(at: datetime) -> None:
    """The day of the act, for what the database works out itself while it lasts (the level of today); gone with the transaction."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT set_config('quanheng.today', %s, true)", [timezone.localdate(at).isoformat()])


def subject_of(result: object) -> str:
    """How the journal names what was acted on: model label and primary key."""
    if isinstance(result, models.Model):
        return f"{result._meta.label_lower}:{result.pk}"
    return ""


def _named_only(name: str, positional: tuple[object, ...]) -> None:
    if positional:
        raise TypeError(f"{name} takes named arguments only")


def _check(name: str, permission: str | None, function: Callable[..., Any]) -> None:
    if permission is not None and permission not in PERMISSIONS:
        raise ValueError(f"action {name}: unknown permission {permission!r}")
    if name in VERBS:
        raise ValueError(f"two actions are called {name}")
    parameters = inspect.signature(function).parameters.values()
    if any(p.kind not in (p.KEYWORD_ONLY, p.VAR_KEYWORD) for p in parameters):
        raise TypeError(f"action {name} must take keyword-only arguments")
    if not {"by", "at"} <= {p.name for p in parameters}:
        raise TypeError(f"action {name} must take `by` and `at`")
