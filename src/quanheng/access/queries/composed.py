"""Questions composed once: to build filters and turn them into SQL often takes longer than the database takes to answer.

A question is a function of a module that makes a `values_list`, or for `records` rows of a model with what `select_related` joins, from
its arguments and from nothing else: no rights, language or clock, and no branch on a value. What the SQL's shape depends on (flags,
"all of them") it takes by position, its values by name.
"""

from collections.abc import Callable, Collection, Hashable, Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime
from functools import cached_property, lru_cache
from itertools import count
from typing import Any, Literal
from uuid import UUID

from django.contrib.postgres.fields import ArrayField
from django.core.exceptions import EmptyResultSet
from django.db import connection
from django.db.models import (
    BigIntegerField,
    BooleanField,
    F,
    Field,
    Func,
    Model,
    Q,
    QuerySet,
    UUIDField,
    Value,
)
from django.db.models.query import ModelIterable, get_related_populators

from quanheng.access.models.planned import planned

Question = Callable[..., QuerySet[Any, Any]]
MOST = 1000
"""As many questions and shapes of questions as a process keeps."""


def answers(question: Question, /, *shape: Hashable, **values: object) -> list[tuple[Any, ...]]:
    """The rows of `question(*shape, **values)`. A list is one value (`one_of`), a tuple as many as it holds (`under`, `__in`)."""
    composed = _composed_for(question, shape, values)
    if composed.make is not None:
        raise ValueError(f"{question.__qualname__} does not say its columns")
    return composed.rows(dict(_parts(values)))


def records(question: Question, /, *shape: Hashable, **values: object) -> list[Any]:
    """The same where the question asks for records: as they come from the queryset, without what it would prefetch."""
    composed = _composed_for(question, shape, values)
    if composed.sql is None:
        return []
    if composed.make is None:
        raise ValueError(f"{question.__qualname__} asks for columns, not for records")
    return [composed.make(row) for row in composed.rows(dict(_parts(values)))]


def varied(question: Question) -> Question:
    """Of a question whose best plan depends on how much its values mean: composed once, planned each time."""
    question.is_varied = True  # type: ignore[attr-defined]
    return question


def one_of(keys: Collection[int | UUID], field: str, kind: Literal["bigint", "uuid"]) -> Q:
    """The same rows as `field__in`, the keys as one value: hundreds of them cost a page no more than ten."""
    of: Field[Any, Any] = BigIntegerField() if kind == "bigint" else UUIDField()
    listed = Value(list(keys), output_field=ArrayField(of))
    return Q(Func(F(field), listed, arg_joiner=" = ANY(", template=f"%(expressions)s::{kind}[])", output_field=BooleanField()))


def _composed_for(question: Question, shape: tuple[Hashable, ...], values: dict[str, object]) -> "_Composed":
    return _composed(question, shape, tuple((name, _kind(value)) for name, value in values.items()))


@dataclass(frozen=True)
class _List:
    """The kind of a list: of how many members does not matter, of none there is no saying of what."""

    of: object


@dataclass(frozen=True)
class _Place:
    """A place of the SQL: which value stands there, and whether as the beginning of a text (`startswith`)."""

    part: tuple[str, int]
    is_beginning: bool

    def said(self, parts: dict[tuple[str, int], object]) -> Any:
        value = parts[self.part]
        return _beginning(str(value)) if self.is_beginning else value


@dataclass(frozen=True)
class _Composed:
    """The SQL (none where no row can answer), its places and constants, what Django does to columns of the answer, and how a record is made."""

    sql: str | None
    places: tuple[Any, ...]
    converters: tuple[tuple[int, list[Callable[..., object]], object], ...]
    make: "Make | None" = None
    is_varied: bool = False
    """Whether it is planned for its values: said so, or only the first rows are wanted, and how they are found soonest depends on how many there are."""

    def rows(self, parts: dict[tuple[str, int], object]) -> list[tuple[Any, ...]]:
        if self.sql is None:
            return []
        with connection.cursor() if self.is_varied or self.has_beginning else planned() as cursor:
            cursor.execute(self.sql, [each.said(parts) if isinstance(each, _Place) else each for each in self.places])
            rows = cursor.fetchall()
        return [self._converted(list(row)) for row in rows] if self.converters else rows

    @cached_property
    def has_beginning(self) -> bool:
        """What a text begins with finds its index only where the plan is made for it."""
        return any(isinstance(each, _Place) and each.is_beginning for each in self.places)

    def _converted(self, row: list[object]) -> tuple[object, ...]:
        for at, converters, column in self.converters:
            for convert in converters:
                row[at] = convert(row[at], column, connection)
        return tuple(row)


@lru_cache(maxsize=MOST)
def _composed(question: Question, shape: tuple[Hashable, ...], kinds: tuple[tuple[str, Any], ...]) -> _Composed:
    """Composed with two sets of sentinels: what differs between the two must be a sentinel, and every sentinel must be there."""
    if "<" in question.__qualname__:
        raise ValueError(f"{question.__qualname__} is no function of a module: it may know more than what it is given")
    one, other = (_sentinels(kinds, turn) for turn in (0, 1))
    (sql, first, converters, make, is_cut), (again, second, *_) = (_asked(question, shape, values) for values in (one, other))
    if sql != again or len(first) != len(second):
        raise ValueError(f"the SQL of {question.__qualname__} depends on its values")
    if sql is None:
        return _Composed(None, (), ())
    pairs = list(zip(_parts(one), _parts(other), strict=True))
    places = tuple(_place(question, pairs, a, b) for a, b in zip(first, second, strict=True))
    missing = {part for (part, a), (_, b) in pairs if a != b} - {each.part for each in places if isinstance(each, _Place)}
    if missing:
        raise ValueError(f"the SQL of {question.__qualname__} does not hold {sorted(missing)}")
    return _Composed(sql, places, converters, make, is_cut or hasattr(question, "is_varied"))


def _asked(question: Question, shape: tuple[Hashable, ...], values: dict[str, object]) -> tuple[str | None, tuple[object, ...], Any, "Make | None", bool]:
    rows = question(*shape, **values)
    compiler = rows.query.get_compiler(connection=connection)
    try:
        sql, places = compiler.as_sql()
    except EmptyResultSet:
        return None, (), (), None, False
    make = _maker(compiler) if issubclass(rows._iterable_class, ModelIterable) else None
    if compiler.has_extra_select or not (make or rows.query.values_select or rows.query.annotation_select):
        raise ValueError(f"{question.__qualname__} does not say its columns, or is ordered by what it does not select")
    columns = [column for column, _, _ in compiler.select]
    found = compiler.get_converters(columns)
    return sql, tuple(places), tuple((at, converters, column) for at, (converters, column) in found.items()), make, rows.query.is_sliced


Make = Callable[[tuple[Any, ...]], Model]
"""Makes a record of a row."""


def _maker(compiler: Any) -> Make:
    """As the queryset itself makes its records, `select_related` and annotations included."""
    info = compiler.klass_info
    start, end = info["select_fields"][0], info["select_fields"][-1] + 1
    names = [column.target.attname for column, *_ in compiler.select[start:end]]
    populators = get_related_populators(info, compiler.select, connection.alias)  # type: ignore[call-arg]  # asks for one thing more in the next Django
    annotated = (compiler.annotation_col_map or {}).items()

    def make(row: tuple[Any, ...]) -> Model:
        made: Model = info["model"].from_db(connection.alias, names, row[start:end])
        for each in populators:
            each.populate(row, made)
        for name, at in annotated:
            setattr(made, name, row[at])
        return made

    return make


def _place(question: Question, pairs: Iterable[tuple[Any, Any]], a: object, b: object) -> object:
    """The place of a sentinel, or what stands there whatever is asked."""
    if a == b:
        return a
    for (part, one), (_, other) in pairs:
        if (a, b) == (one, other):
            return _Place(part, is_beginning=False)
        if isinstance(one, str) and (a, b) == (_beginning(one), _beginning(other)):
            return _Place(part, is_beginning=True)
    raise ValueError(f"{question.__qualname__} makes {a!r} of its values")


def _beginning(text: str) -> str:
    return f"{connection.ops.prep_for_like_query(text)}%"


def _parts(values: dict[str, Any]) -> Iterable[tuple[tuple[str, int], object]]:
    """Each single value with its name and number; the members of a tuple one by one."""
    for name, value in values.items():
        for number, part in enumerate(value if isinstance(value, tuple) else (value,)):
            yield (name, number), part


def _kind(value: object) -> object:
    """What of a value the SQL's shape may depend on: its type, the length of a tuple."""
    if isinstance(value, tuple):
        return tuple(_kind(each) for each in value)
    if isinstance(value, list):
        return _List(_kind(value[0]) if value else None)
    for kind in (datetime, date, int, str, UUID):
        if isinstance(value, kind) and not isinstance(value, bool):
            return kind
    raise TypeError(f"{value!r} is of the question's shape, not one of its values")


def _sentinels(kinds: Iterable[tuple[str, Any]], turn: int) -> dict[str, object]:
    """Values nothing else in the SQL is: another one for each part, others at each turn."""
    numbers = count()

    def made(kind: Any) -> object:
        if isinstance(kind, tuple):
            return tuple(made(each) for each in kind)
        if isinstance(kind, _List):
            return [made(kind.of)] if kind.of else []
        return _SENTINELS[kind](turn, next(numbers))

    return {name: made(kind) for name, kind in kinds}


_SENTINELS: dict[Any, Callable[[int, int], object]] = {
    datetime: lambda turn, number: datetime(1801 + 1000 * turn, 1, 1, 0, number // 60, number % 60, tzinfo=UTC),
    date: lambda turn, number: date.fromordinal(date(1801 + 1000 * turn, 1, 1).toordinal() + number),
    int: lambda turn, number: 12_000 + 10_000 * turn + number,
    str: lambda turn, number: f" \ue000{turn}aZ%_\\{number} ",  # neither stripped nor folded nor escaped is it the same
    UUID: lambda turn, number: UUID(int=(turn + 1) << 100 | number),
}
