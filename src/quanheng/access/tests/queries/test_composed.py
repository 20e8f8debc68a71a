"""Questions composed once: the same rows as Django finds, the values of each call, and what is refused."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest
from django.db import connection
from django.db.models import Count, QuerySet
from django.test.utils import CaptureQueriesContext

from quanheng.access.models import Account, Authority, Grant
from quanheng.access.permissions.rights import under
from quanheng.access.queries.composed import _composed, answers, records, varied
from quanheng.access.tests.factories import account, authority

pytestmark = pytest.mark.django_db
DAY = date(2026, 11, 21)


def _grants(is_open: bool = False, *, day: date, roles: tuple[str, ...], paths: tuple[str, ...]) -> QuerySet[Grant, Any]:
    rows = Grant.objects.filter(under(paths), from_on__lte=day, role__in=roles)
    return (rows.filter(until_on__isnull=True) if is_open else rows).order_by("pk").values_list("role", "from_on", "authority__path")


def _counts(*, names: tuple[str, ...]) -> QuerySet[Account, Any]:
    return Account.objects.filter(username__in=names).annotate(held=Count("grants")).order_by("username").values_list("username", "held")


@pytest.fixture
def places() -> tuple[Authority, Authority]:
    city, odd = authority("yunling"), authority("a%_b")
    account("wang", "registrar", "approver", over=city)
    account("liu", "registrar", over=odd)
    return city, odd


def _prepared() -> dict[str, int]:
    """What this connection keeps prepared, and how often its general plan was used."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT statement, generic_plans FROM pg_prepared_statements")
        return dict(cursor.fetchall())


def _at(*, role: str) -> QuerySet[Grant, Any]:
    return Grant.objects.filter(role=role, from_on__gte=DAY).order_by("pk").values_list("pk")


def test_a_question_is_planned_once_for_all_values(places: tuple[Authority, Authority]) -> None:
    for role in ("registrar", "approver", "nobody"):
        answers(_at, role=role)
    [uses] = [uses for said, uses in _prepared().items() if '"role" = $' in said and "from_on" in said]
    assert uses == 3


def test_what_a_text_begins_with_is_planned_for_each(places: tuple[Authority, Authority]) -> None:
    before = _prepared()
    answers(_grants, day=DAY, roles=("registrar",), paths=(places[0].path,))
    assert _prepared() == before, "its index is found only where the beginning is known"


def _first(*, role: str) -> QuerySet[Grant, Any]:
    return _at(role=role)[:2]


@varied
def _many(*, role: str) -> QuerySet[Grant, Any]:
    return _at(role=role)


def test_where_only_the_first_are_wanted_it_is_planned_for_each(places: tuple[Authority, Authority]) -> None:
    before = _prepared()
    assert answers(_first, role="registrar") == []
    assert answers(_many, role="registrar") == []
    assert _prepared() == before


def test_rows_are_those_django_finds(places: tuple[Authority, Authority]) -> None:
    for day in (DAY, date(2019, 12, 31)):
        for roles in (("registrar",), ("approver",), ("registrar", "approver")):
            for paths in ((places[0].path,), (places[1].path,), tuple(each.path for each in places), ()):
                for is_open in (False, True):
                    given = {"day": day, "roles": roles, "paths": paths}
                    assert answers(_grants, is_open, **given) == list(_grants(is_open, **given)), given
    assert answers(_counts, names=("liu", "wang")) == [("liu", 1), ("wang", 2)]


def _held(*, role: str) -> QuerySet[Grant, Any]:
    mine = Count("account__grants")
    return Grant.objects.filter(role=role).select_related("account", "authority", "delegated_from").annotate(mine=mine).order_by("pk")


def test_records_are_those_django_makes(places: tuple[Authority, Authority]) -> None:
    records(_held, role="nobody")
    for role in ("registrar", "approver"):
        with CaptureQueriesContext(connection) as asked:
            found = records(_held, role=role)
            told = [(row.account.username, row.authority.path, row.delegated_from, row.mine, row._state.adding, row._state.db) for row in found]
        assert len(asked) == 1, "what is joined is not asked for again"
        made = list(_held(role=role))
        assert [vars(row).keys() for row in found] == [vars(row).keys() for row in made]
        assert told == [(row.account.username, row.authority.path, None, row.mine, False, "default") for row in made]
    with pytest.raises(ValueError, match="not for records"):
        records(_counts, names=("liu",))


def test_composed_once_for_each_shape(places: tuple[Authority, Authority]) -> None:
    _composed.cache_clear()
    for day in (DAY, DAY + timedelta(1)):
        for role in ("registrar", "approver"):
            answers(_grants, day=day, roles=(role,), paths=("/yunling/",))
    assert _composed.cache_info().currsize == 1
    with CaptureQueriesContext(connection) as asked:
        answers(_grants, day=DAY, roles=("registrar", "approver"), paths=())
    assert not asked.captured_queries  # no authority at all: nothing to ask
    assert _composed.cache_info().currsize == 2


def test_a_path_with_signs_of_like_is_the_beginning_of_itself_only(places: tuple[Authority, Authority]) -> None:
    authority("axxb")
    account("sun", "registrar", over=Authority.objects.get(code="axxb"))
    assert [path for *_, path in answers(_grants, day=DAY, roles=("registrar",), paths=("/a%_b/",))] == ["/a%_b/"]


def _added(*, day: date) -> QuerySet[Grant, Any]:
    return Grant.objects.filter(from_on__lte=day + timedelta(1)).values_list("pk")


def _forgotten(*, day: date, role: str) -> QuerySet[Grant, Any]:
    return Grant.objects.filter(role=role).values_list("pk")


def _branching(*, day: date) -> QuerySet[Grant, Any]:
    rows = Grant.objects.filter(from_on__lte=day)
    return (rows.filter(role="registrar") if day.year > 2000 else rows).values_list("pk")


def _limited(*, number: int) -> QuerySet[Grant, Any]:
    return Grant.objects.values_list("pk")[:number]


def _folded(*, role: str) -> QuerySet[Grant, Any]:
    return Grant.objects.filter(role=role.strip()).values_list("pk")


def _joined(*, role: str) -> QuerySet[Grant, Any]:
    return Grant.objects.filter(role__contains=role).values_list("pk")


def _whole(*, role: str) -> QuerySet[Grant, Any]:
    return Grant.objects.filter(role=role)


@pytest.mark.parametrize(
    ("question", "values", "said"),
    [
        (_added, {"day": DAY}, "of its values"),
        (_forgotten, {"day": DAY, "role": "registrar"}, "does not hold"),
        (_branching, {"day": DAY}, "depends on its values"),
        (_limited, {"number": 3}, "depends on its values"),
        (_folded, {"role": "registrar"}, "of its values"),
        (_joined, {"role": "registrar"}, "of its values"),
        (_whole, {"role": "registrar"}, "does not say its columns"),
        (lambda *, day: _added(day=day), {"day": DAY}, "no function of a module"),
    ],
)
def test_refused_when_composed(question: Callable[..., Any], values: dict[str, Any], said: str) -> None:
    with pytest.raises(ValueError, match=said):
        answers(question, **values)


@pytest.mark.parametrize("value", [None, True, 1.5, {"registrar"}])
def test_what_changes_the_shape_is_no_value(value: object) -> None:
    with pytest.raises(TypeError, match="shape"):
        answers(_folded, role=value)
