"""Every act, given each of its objects from a place out of the actor's sight: refused in words, never done, never an error of the server."""

import inspect
import typing
from collections.abc import Iterator
from datetime import date, datetime
from typing import Any
from uuid import UUID

import pytest
from django.core.exceptions import ObjectDoesNotExist
from django.db import DatabaseError, models, transaction

from quanheng.access.actions.action import VERBS, Verb
from quanheng.access.core.guard import tables
from quanheng.access.core.roles import ADMINISTRATORS, ROLES
from quanheng.access.models import Account, Authority
from quanheng.kernel.refusals import Refused
from quanheng.registry.models import Person
from quanheng.web.screens import clock
from tests.house import rows, tree

pytestmark = pytest.mark.django_db
HIDDEN = frozenset(
    name for name, each in tables().items() if each.kind in ("person", "authority", "case", "import")
)
"""Tables whose rows another city does not see at all; bodies, posts and accounts are open to read, and each act checks them itself."""
TAKEN_AS_GIVEN = {
    "access.account.link(person_key)": "the system administrator sees no files: the key comes from the request, and the link itself opens nothing",
}
FILLED = {str: "说明说明说明", int: 1, bool: False, date: rows.DAY, datetime: rows.MOMENT}


def test_every_act_refuses_what_is_out_of_sight() -> None:
    tree.load("actions")
    city, other = _furnished("city"), _furnished("other")
    actors = _actors(city["access.Authority"])
    tried, wrong = 0, []
    for name, verb in sorted(VERBS.items()):
        if verb.permission is None or name.split(".")[0] not in tree.ROOMS:
            continue
        by = next(each for each, held in actors if verb.permission in held)
        for foreign in _objects(verb):
            given = _given(verb, foreign, city, other)
            tried += 1
            wrong += [
                f"{name}({foreign}): {said}"
                for said in _outcome(verb, by, given)
                if f"{name}({foreign})" not in TAKEN_AS_GIVEN
            ]
    assert tried > 80
    tree.nothing(wrong)


def _furnished(code: str) -> dict[str, models.Model]:
    authority = Authority.objects.create(code=code, name=code, path=f"/{code}/")
    return rows.furnished(
        authority, Account.objects.create(username=f"keeper-{code}", name=code, created_at=rows.MOMENT)
    )


def _actors(city: models.Model) -> list[tuple[Account, frozenset[str]]]:
    """Somebody with every business role, and each administrator: whatever permission an act asks for, one of them holds it over the city."""
    made = []
    for name, roles in {
        "everybody": ROLES.keys() - ADMINISTRATORS,
        **{each: {each} for each in ADMINISTRATORS},
    }.items():
        who = Account.objects.create(username=name, name=name, created_at=rows.MOMENT)
        for role in roles:
            who.grants.create(role=role, authority=city, from_on=rows.DAY)
        made.append((who, frozenset().union(*(ROLES[role].permissions for role in roles))))
    return made


def _hints(verb: Verb) -> dict[str, Any]:
    function = inspect.unwrap(verb.function)
    hints = typing.get_type_hints(function)
    return {
        name: hints[name]
        for name in inspect.signature(function).parameters
        if name not in ("by", "at") and name in hints
    }


def _objects(verb: Verb) -> Iterator[str]:
    """Names of the arguments that are rows, or keys of persons, which another city does not see."""
    for name, hint in _hints(verb).items():
        noun = _noun(hint)
        if noun is not None and noun._meta.db_table in HIDDEN:
            yield name


def _noun(hint: Any) -> type[models.Model] | None:
    """The table an argument holds a row of, or several, or the key of."""
    for each in (hint, *typing.get_args(hint)):
        if each is UUID:
            return Person
        if isinstance(each, type) and issubclass(each, models.Model):
            return each
    return None


def _given(verb: Verb, foreign: str, city: dict[str, Any], other: dict[str, Any]) -> dict[str, Any]:
    function = inspect.unwrap(verb.function)
    needed = {
        name for name, each in inspect.signature(function).parameters.items() if each.default is each.empty
    }
    hints = _hints(verb)
    return {
        name: _value(hints[name], other if name == foreign else city)
        for name in hints
        if name in needed or name == foreign
    }


def _value(hint: Any, place: dict[str, Any]) -> Any:
    noun = _noun(hint)
    if noun is not None:
        row = place[noun._meta.label]
        one = row.pk if UUID in (hint, *typing.get_args(hint)) else row
        return [one] if typing.get_origin(hint) not in (None, typing.Union, type(int | str)) else one
    for plain, value in FILLED.items():
        if plain in (hint, *typing.get_args(hint)) and typing.get_origin(hint) in (
            None,
            typing.Union,
            type(int | str),
        ):
            return value
    return {} if "Mapping" in str(hint) or "dict" in str(hint) else []


def _outcome(verb: Verb, by: Account, given: dict[str, Any]) -> list[str]:
    """What should not be: done after all, or an error that nobody put into words. Fillers that make no sense may fail as they like."""
    try:
        with transaction.atomic():
            verb.function(by=by, at=clock.now(), **given)
            transaction.set_rollback(True)
    except Refused:
        return []
    except (ObjectDoesNotExist, DatabaseError) as error:
        return [f"{type(error).__name__}: {error}"]
    except (TypeError, ValueError, KeyError, AttributeError, IndexError):
        return []
    return ["done"]
