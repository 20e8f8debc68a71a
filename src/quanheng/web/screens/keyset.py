"""Pages of long lists by keyset: the next page begins after the last row's values, so that page 30,000 costs what page 2 does.

The order must end in a unique column and run one way in all its columns; an index over them answers it.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, TypeVar

from django.contrib.postgres.aggregates import ArrayAgg
from django.core.exceptions import ValidationError
from django.db.models import BooleanField, Count, Expression, F, Field, Func, Model, OrderBy, QuerySet, Value
from django.db.models.functions import Coalesce
from django.http import HttpRequest

from quanheng.web.core.slices import Mark, Slice

AT_MOST = 1_000
"""As far as the pager counts; beyond it, it says "1000+"."""

FEW = AT_MOST
"""Up to so many rows a list is gathered and sorted; of more, an index in the list's order meets the first page soon enough.

The database would have to guess which; it guesses badly for words within words, so we count first and tell it. No further than the pager
tells: of a thousand in a million, the index walks past thirty thousand others at the worst.
"""

VERY_FEW = 500
"""Up to so many rows are asked for by their keys once they are found."""

Row = TypeVar("Row", bound=Model)


class _Beyond(Func):
    """(a, b, c) > (x, y, z), compared as one: the form an index can answer."""

    output_field = BooleanField()

    def __init__(self, columns: Sequence[str], values: Sequence[Expression], sign: str) -> None:
        super().__init__(*(F(column) for column in columns), *values)
        self.sign, self.half = sign, len(columns)

    def as_sql(self, compiler: Any, connection: Any, **_given: Any) -> tuple[str, list[Any]]:  # type: ignore[override]
        parts = [compiler.compile(each) for each in self.get_source_expressions()]
        words = [sql for sql, _ in parts]
        left, right = ", ".join(words[: self.half]), ", ".join(words[self.half :])
        return f"({left}) {self.sign} ({right})", [value for _, values in parts for value in values]


def slice_of(
    rows: QuerySet[Row],
    request: HttpRequest,
    *,
    order: Sequence[str],
    many: QuerySet[Row] | None = None,
    size: int = 30,
    is_counted: bool = True,
) -> Slice:
    """The page of `rows` the address asks for by `?after=` or `?before=`; the first when it asks for none or wrongly.

    `order` names columns or annotations, all with "-" or all without. `many` is the same list asked in another way, for
    when there turn out to be more than a few. Two questions: how many at most, and the rows.
    """
    columns, is_down = [name.lstrip("-") for name in order], order[0].startswith("-")
    is_back, mark = _asked(request)
    first = size + 1 if mark is None else 0
    count, chosen = _looked(rows, many, columns, is_down, first) if is_counted else (FEW + 1, rows if many is None else many)
    list_ = _List(chosen, columns, is_down, count <= FEW)
    return list_.page(count if is_counted else 0, size, is_back, mark)


def first_of(
    rows: QuerySet[Row], n: int, *, order: Sequence[str], many: QuerySet[Row] | None = None
) -> list[Row]:
    """The first n rows in the same way, for a page that shows no more."""
    names, is_down = [name.lstrip("-") for name in order], order[0].startswith("-")
    count, chosen = _looked(rows, many, names, is_down, n)
    return list(chosen.order_by(*_way(names, is_down, count <= FEW))[:n]) if count else []


@dataclass(frozen=True)
class _List:
    """A list in one order, and whether it is short enough to be sorted."""

    rows: QuerySet[Any]
    columns: list[str]
    is_down: bool
    is_few: bool

    def page(self, count: int, size: int, is_back: bool, mark: Mark | None) -> Slice:
        beyond = _beyond(self.rows, self.columns, mark, self.is_down != is_back) if mark else None
        if mark is None or beyond is None:
            found = self._read(self.rows, size, self.is_down)
            return self._made(found[:size], 1, size, count, is_more=len(found) > size)
        found = self._read(self.rows.filter(beyond), size, self.is_down != is_back)
        is_more, found = len(found) > size, found[:size]
        if is_back and not is_more:  # rows have come or gone since: the page before is the first one
            return self.page(count, size, False, None)
        rows = found[::-1] if is_back else found
        return self._made(rows, mark.number, size, count, is_more=is_more or is_back)

    def _read(self, rows: QuerySet[Any], size: int, is_down: bool) -> list[Any]:
        """Of many rows those of the page are found first, and what stands beside them is looked up for these alone."""
        way = _way(self.columns, is_down, self.is_few)
        if not self.is_few and rows.query.select_related:
            rows = rows.filter(pk__in=rows.select_related(None).order_by(*way).values("pk")[: size + 1])
        return list(rows.order_by(*way)[: size + 1])

    def _made(self, found: list[Any], number: int, size: int, count: int, *, is_more: bool) -> Slice:
        before = _mark(found[0], self.columns, number - 1) if found and number > 1 else ""
        after = _mark(found[-1], self.columns, number + 1) if found and is_more else ""
        is_capped = count > AT_MOST or (not count and is_more)
        known = min(count, AT_MOST) or (number - 1) * size + len(found)
        return Slice(found, number, known, is_capped, size, before, after)


def _asked(request: HttpRequest) -> tuple[bool, Mark | None]:
    back = Mark.read(request.GET.get("before", ""))
    return (True, back) if back else (False, Mark.read(request.GET.get("after", "")))


def _mark(row: Any, columns: list[str], number: int) -> str:
    return Mark(number, tuple(str(getattr(row, name)) for name in columns)).written()


def _way(columns: list[str], is_down: bool, is_few: bool) -> list[OrderBy]:
    """The order; for a few rows said so that no index fits it, lest one be walked to its end for them."""
    first = Coalesce(F(columns[0]), F(columns[0])) if is_few else F(columns[0])
    return [OrderBy(each, descending=is_down) for each in (first, *map(F, columns[1:]))]


def _beyond(rows: QuerySet[Row], columns: list[str], mark: Mark, is_down: bool) -> _Beyond | None:
    """None when the mark is not one of this order: another number of values, or words where a day belongs."""
    if len(mark.values) != len(columns):
        return None
    try:
        values = [_value(rows, *pair) for pair in zip(columns, mark.values, strict=True)]
    except (ValidationError, ValueError):
        return None
    return _Beyond(columns, values, "<" if is_down else ">")


def _value(rows: QuerySet[Row], name: str, said: str) -> Value:
    made = rows.query.annotations.get(name)
    field: Field[Any, Any] = made.output_field if made is not None else rows.model._meta.get_field(name)  # type: ignore[assignment]
    if "\x00" in said:
        raise ValueError("no column holds this sign")
    return Value(field.to_python(said), output_field=field)


def _looked(
    rows: QuerySet[Row], many: QuerySet[Row] | None, columns: list[str], is_down: bool, first: int
) -> tuple[int, QuerySet[Row]]:
    """How many there are, and how to ask for them: very few by their keys, so that what found them is not done twice,
    and the `first` of a few too.
    """
    inner = rows.order_by().values("pk", *columns)[: FEW + 1]
    way = [OrderBy(F(name), descending=is_down) for name in columns]
    seen = inner.aggregate(n=Count("pk"), keys=_First(ArrayAgg("pk", order_by=way)))
    count: int = seen["n"]
    keys: list[Any] = seen["keys"] or []
    if count <= min(VERY_FEW, FEW):  # all were looked at
        return count, rows.filter(pk__in=keys)
    if count <= FEW and 0 < first <= len(keys):
        return count, rows.filter(pk__in=keys[:first])
    return count, rows if count <= FEW or many is None else many


class _First(Func):
    """The first of an array, no more than are used."""

    template = f"(%(expressions)s)[1:{VERY_FEW}]"
