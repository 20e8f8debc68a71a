"""Persons who meet written conditions, as the database asks for them: conditions become one statement.

Only persons `by` may see; a sensitive field counts only where `by` holds the sensitive right.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any
from uuid import UUID

from django.db import OperationalError, connection, transaction
from django.db.models import Exists, Model, OuterRef, Q, QuerySet
from psycopg.errors import QueryCanceled

from quanheng.access.models import Account, Authority
from quanheng.access.permissions.rights import rights_of
from quanheng.kernel.dates import add_years
from quanheng.kernel.refusals import Refused
from quanheng.kernel.texts import text
from quanheng.registry.core import codes
from quanheng.registry.core.query import AND, Query
from quanheng.registry.core.query_fields import NEGATIVE, Field
from quanheng.registry.core.query_values import Asked, asked
from quanheng.registry.models import Person
from quanheng.registry.queries.selecting_values import scope, value_of
from quanheng.registry.queries.sight import seen

HASTE = 0.3
"""Seconds after which the search for the first few, one person after another, is given up: there are few or none then."""

SECONDS = 3
"""As long as one statement of a page's query may take: beyond it the reader is told to have it done in the background."""

PARTS = 64
"""Slices of everybody that background work goes through one after another, so that it can say how far it is."""


class TooLongError(Refused):
    """A query that a page cannot wait for; background work can."""


@contextmanager
def within_time(seconds: float | None = None, *, is_walking: bool = False) -> Iterator[None]:
    """Refuse what takes longer than SECONDS instead of keeping everybody waiting. Raises TooLongError.

    `is_walking` keeps the database from ways that read everybody before the first one is found.
    """
    limits = {"statement_timeout": f"{int((seconds or SECONDS) * 1000)}ms", "work_mem": "64MB"}
    if is_walking:
        limits |= {"enable_hashjoin": "off", "enable_mergejoin": "off", "enable_sort": "off"}
    try:
        with transaction.atomic():
            with connection.cursor() as cursor:
                cursor.execute(_set(limits))
            yield
            with connection.cursor() as cursor:
                cursor.execute(_set(dict.fromkeys(limits, "DEFAULT")))
    except OperationalError as error:
        if not isinstance(error.__cause__, QueryCanceled):
            raise
        raise TooLongError(
            text("查询没有做完"),
            why=text("超过{n}秒还没有结果", n=SECONDS),
            remedy=text("改在后台办理，或者加上层次、机构、管理权限主体等条件，缩小范围后再查"),
        ) from None


def _set(limits: dict[str, str]) -> str:
    return ";".join(f"SET LOCAL {name} = {value if value == 'DEFAULT' else repr(value)}" for name, value in limits.items())


@dataclass(frozen=True)
class Wanted:
    """A query ready for the database: worked-out values by name, and the condition over them."""

    values: dict[str, Any]
    condition: Q

    def of(self, persons: QuerySet[Person]) -> QuerySet[Person]:
        """Those of the persons who meet it."""
        return (
            persons.alias(**self.values).filter(self.condition)
            if self.values
            else persons.filter(self.condition)
        )


def wanted(query: Query, *, by: Account, on: date, as_of: date) -> Wanted:
    """The query for the database. Raises Refused by the first condition that cannot be taken, by its number."""
    taken, wrong = asked(query)
    if wrong or query.unread:
        raise next(iter(wrong.values()), None) or _unreadable(query)
    _require_sensitive(taken, by=by, on=on)
    values: dict[str, Any] = {}
    parts: dict[int, list[Q]] = {}
    for place, each in enumerate(taken):
        condition = condition_of(each, as_of, values, today=on)
        if each.field.is_sensitive:
            condition &= seen("registry.sensitive", by=by, on=on)
        parts.setdefault(each.condition.group or -1 - place, []).append(condition)
    inside = [_joined(each, query.inside(group)) if group > 0 else each[0] for group, each in parts.items()]
    return Wanted(values, _joined(inside, query.joined))


def selected(query: Query, *, by: Account, on: date, as_of: date) -> QuerySet[Person]:
    """The persons `by` may see who meet the query, in no order. Raises Refused as `wanted`."""
    return wanted(query, by=by, on=on, as_of=as_of).of(
        Person.objects.filter(seen("registry.view", by=by, on=on)).order_by()
    )


def in_parts(persons: QuerySet[Person]) -> Iterator[QuerySet[Person]]:
    """The same persons slice by slice of their keys, which are spread evenly."""
    width = 256 // PARTS
    for part in range(PARTS):
        rows = persons.filter(key__gte=UUID(int=part * width << 120))
        yield rows.filter(key__lt=UUID(int=(part + 1) * width << 120)) if part + 1 < PARTS else rows


def condition_of(each: Asked, day: date, values: dict[str, Any], *, today: date) -> Q:
    """One condition; a value that has to be worked out is entered into `values` under its name."""
    field = each.field
    if field.read == "lines":
        return _by_lines(each, day)
    name = _named(field, day, values, today)
    if field.read == "since":
        return _since(each, name, day)
    if field.kind == "authority":
        return _by_authority(each)
    return compared(each, name)


def compared(each: Asked, name: str) -> Q:
    """A column against the values; what is not recorded meets no condition but "empty"."""
    filled = _filled(each.field, name)
    if each.operator == "empty":
        return Q(**{f"{name}__isnull": True}) | (Q(**{name: ""}) if _is_word(each.field) else Q())
    if each.operator == "filled":
        return filled
    low, high = each.values[0], each.values[-1]
    if each.field.kind == "code":
        found = Q(**{f"{name}__in": spelled(each)})
    elif each.field.kind == "text":
        lookup = {"has": "icontains", "lacks": "icontains", "starts": "startswith"}.get(
            each.operator, "exact"
        )
        found = Q(**{f"{name}__{lookup}": low})
    else:
        found = _bounded(name, each.operator, low, high)
    return filled & ~found if each.operator in NEGATIVE else found


def spelled(each: Asked) -> list[str | int]:
    """Every way the files write the codes asked for, those below them included but for "only"."""
    field = each.field
    if field.of == "education" and field.read == "value":
        return [int(str(value)) for value in each.values]
    if not field.table:
        return [str(value) for value in each.values]
    is_whole = each.operator != "only"
    return [word for value in each.values for word in _spellings(field.table, str(value), is_whole)]


@cache
def _spellings(table: str, code: str, is_whole: bool) -> tuple[str, ...]:
    rows = codes.table(table)
    held = {code}
    while is_whole and (below := {each for each, row in rows.items() if row.parent in held} - held):
        held |= below
    words = [word for each in sorted(held) for word in (each, rows[each].label, *rows[each].also)]
    return tuple(word for word in dict.fromkeys(words) if word in held or codes.find(table, word) in held)


def _bounded(name: str, operator: str, low: Any, high: Any) -> Q:
    if operator == "between":
        return Q(**{f"{name}__gte": low, f"{name}__lte": high})
    lookup = {"least": "gte", "from": "gte", "most": "lte", "until": "lte"}.get(operator, "exact")
    return Q(**{f"{name}__{lookup}": low})


def _since(each: Asked, name: str, day: date) -> Q:
    """Full years from a date up to the day, as bounds on the date: an index can serve them."""
    known = Q(**{f"{name}__lte": day})
    if each.operator in ("empty", "filled"):
        return (
            known if each.operator == "filled" else Q(**{f"{name}__gt": day}) | Q(**{f"{name}__isnull": True})
        )
    low, high = int(str(each.values[0])), int(str(each.values[-1]))
    most = high if each.operator in ("between", "is", "most") else None
    least = low if each.operator != "most" else 0
    condition = known & Q(**{f"{name}__lte": _back(day, least)})
    return condition & Q(**{f"{name}__gt": _back(day, most + 1)}) if most is not None else condition


def _back(day: date, years: int) -> date:
    return add_years(day, -min(years, day.year - 1))


def _by_lines(each: Asked, day: date) -> Q:
    """At least one line like this; "not" is: there are lines, and none like this."""
    field = each.field
    model = Person._meta.get_field(field.of).related_model
    assert isinstance(model, type)
    assert issubclass(model, Model)
    lines = model._default_manager.filter(
        scope(field.scope, day, each.condition.argument), person=OuterRef("pk"), **field.where
    ).order_by()
    if field.kind == "yes":
        return Q(Exists(lines)) if each.values == (1,) else ~Q(Exists(lines))
    recorded = Q(Exists(lines.filter(_filled(field, field.column))))
    if each.operator in ("empty", "filled"):
        return recorded if each.operator == "filled" else ~recorded
    positive = {"not": "is", "lacks": "has", "out": "in"}.get(each.operator, each.operator)
    meant = Asked(_as(each, positive), field, each.values)
    found = Q(Exists(lines.filter(compared(meant, field.column))))
    return recorded & ~found if each.operator in NEGATIVE else found


def _as(each: Asked, operator: str) -> Any:
    return type(each.condition)(each.condition.field, operator, each.condition.value)


def _filled(field: Field, name: str) -> Q:
    return Q(**{f"{name}__gt": ""}) if _is_word(field) else Q(**{f"{name}__isnull": False})


def _is_word(field: Field) -> bool:
    """Whether the column holds words; the highest education is a number."""
    return field.kind in ("text", "code") and not (field.read == "value" and field.of == "education")


def _by_authority(each: Asked) -> Q:
    code = str(each.values[0])
    if each.operator == "only":
        return Q(authority__code=code)
    path = Authority.objects.filter(code=code).values_list("path", flat=True).first()
    if path is None:
        raise Refused(
            text("查询条件不能用"),
            why=text("没有代码为{code}的管理权限主体", code=code),
            remedy=text("改好这个条件，或者去掉它"),
        )
    found = Q(authority__path__startswith=path)
    return ~found if each.operator == "not" else found


def _named(field: Field, day: date, values: dict[str, Any], today: date) -> str:
    """The name the statement knows the field by."""
    of = field.of.removeprefix("@")
    if field.read != "value" and of == field.of:
        return of
    values.setdefault(f"value_{of}", value_of(of, day, today=today))
    return f"value_{of}"


def _joined(parts: list[Q], word: str) -> Q:
    whole = Q()
    for part in parts:
        whole = whole & part if word == AND else whole | part
    return whole


def _require_sensitive(taken: list[Asked], *, by: Account, on: date) -> None:
    for each in taken:
        if each.field.is_sensitive and not rights_of(by, on=on).may("registry.sensitive"):
            raise Refused(
                text("不能按“{label}”查询", label=text(each.field.label)),
                why=text("这是敏感信息，您没有“查阅敏感信息”权限"),
                remedy=text("改好这个条件，或者去掉它"),
            )


def _unreadable(query: Query) -> Refused:
    return Refused(
        text("查询条件不能用"),
        why=text("地址中的“{said}”不是查询条件", said=query.unread[0]),
        remedy=text("改好这个条件，或者去掉它"),
    )
