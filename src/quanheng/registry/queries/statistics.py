"""Statistical tables: persons counted by one or two categories in one statement, each number with the query behind it (X03)."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.db.models import Case, Count, F, IntegerField, Value, When
from django.utils.translation import gettext

from quanheng.access.models import Account
from quanheng.registry.core import codes
from quanheng.registry.core.query import Condition, Query
from quanheng.registry.core.query_fields import Category, fields
from quanheng.registry.core.query_values import read_condition
from quanheng.registry.queries.fields import authorities
from quanheng.registry.queries.labels import label_of
from quanheng.registry.queries.selecting import condition_of, in_parts, selected

UNKNOWN, OTHER, ALL = "?", "other", ""
MOST = 60
"""Lines or columns of one table; beyond that the smallest are put together."""


@dataclass(frozen=True)
class Bucket:
    """A line or a column: its label and the condition that means it (None: it cannot be asked for)."""

    key: str
    label: str
    condition: Condition | None


@dataclass(frozen=True)
class Counted:
    """统计表: lines, columns (none when only one category was asked for) and the numbers; totals add up."""

    rows: list[Bucket]
    columns: list[Bucket]
    numbers: Mapping[tuple[str, str], int] = field(default_factory=dict)

    def number(self, row: str = ALL, column: str = ALL) -> int:
        """A number; a total where the key is left out."""
        return sum(
            count for (a, b), count in self.numbers.items() if (row in (ALL, a)) and (column in (ALL, b))
        )


Numbers = dict[tuple[str, str], int]


def counted(
    query: Query, *, by: Account, on: date, as_of: date, rows: Category, columns: Category | None = None
) -> Counted:
    """One statement that groups; labels come from the code tables. Raises Refused as `selected`."""
    numbers = next(numbers_in(1, query, by=by, on=on, as_of=as_of, rows=rows, columns=columns))
    return table_of(numbers, by=by, on=on, rows=rows, columns=columns)


def table_of(
    numbers: Numbers, *, by: Account, on: date, rows: Category, columns: Category | None = None
) -> Counted:
    """The numbers with their lines and columns."""
    return Counted(
        _buckets(rows, {a for a, _ in numbers}, by=by, on=on),
        _buckets(columns, {b for _, b in numbers}, by=by, on=on) if columns else [],
        numbers,
    )


def numbers_in(
    parts: int, query: Query, *, by: Account, on: date, as_of: date, rows: Category, columns: Category | None
) -> Iterator[Numbers]:
    """The numbers of everybody in one go (`parts` 1), or of slice after slice, which add up."""
    persons = selected(query, by=by, on=on, as_of=as_of)
    values: dict[str, Any] = {}
    made = {"row_is": _expression(rows, as_of, values, on)}
    if columns:
        made["column_is"] = _expression(columns, as_of, values, on)
    for some in in_parts(persons) if parts > 1 else [persons]:
        grouped = some.alias(**values).annotate(**made).values(*made).annotate(number=Count("pk")).order_by()
        yield _added(rows, columns, grouped)


def _added(rows: Category, columns: Category | None, grouped: Iterable[Mapping[str, Any]]) -> Numbers:
    """By line and column as the table has them: several values may be one line."""
    numbers: Numbers = {}
    for each in grouped:
        key = (_key(rows, each["row_is"]), _key(columns, each["column_is"]) if columns else ALL)
        numbers[key] = numbers.get(key, 0) + each["number"]
    return numbers


def _expression(category: Category, day: date, values: dict[str, Any], today: date) -> Any:
    """What a person falls into: the place of the band or group, or the value itself."""
    meanings = [each for each, _ in _meanings(category)]
    if not meanings:
        return _plain(category, day, values, today)
    cases = [
        When(condition_of(read_condition(each), day, values, today=today), then=Value(place))
        for place, each in enumerate(meanings)
    ]
    if category.groups:
        filled = condition_of(read_condition(Condition(category.field, "filled")), day, values, today=today)
        cases.append(When(filled, then=Value(-1)))
    return Case(*cases, output_field=IntegerField(null=True))


def _plain(category: Category, day: date, values: dict[str, Any], today: date) -> Any:
    asked = fields()[category.field]
    if asked.kind == "authority":
        return F("authority__code")
    if asked.read == "column":
        return F(asked.of)
    condition_of(read_condition(Condition(category.field, "filled")), day, values, today=today)
    return F(f"value_{asked.of.removeprefix('@')}")


def _meanings(category: Category) -> list[tuple[Condition, str]]:
    """The conditions of the bands or groups, in order, with the groups' labels."""
    bands = [(Condition(category.field, "between", f"{low},{high}"), "") for low, high in category.bands]
    groups = [
        (Condition(category.field, operator, value), label)
        for label, said in category.groups.items()
        for operator, _, value in [said.partition(":")]
    ]
    return bands + groups


def _key(category: Category, value: Any) -> str:
    if value is None or value == "":
        return UNKNOWN
    if category.bands or category.groups:
        return OTHER if value == -1 else str(value)
    table = fields()[category.field].table
    return (codes.find(table, str(value)) or str(value)) if table else str(value)


def _buckets(category: Category, found: set[str], *, by: Account, on: date) -> list[Bucket]:
    """The lines that occur (all bands and groups), in the order of bands or codes; other and unknown last."""
    asked = fields()[category.field]
    meanings = _meanings(category)
    if meanings:
        named = [
            Bucket(str(place), gettext(label) if label else _band(each, asked.unit), each)
            for place, (each, label) in enumerate(meanings)
        ]
    elif asked.kind == "authority":
        names = dict(authorities(by=by, on=on))
        named = [
            Bucket(each, names[each], Condition(asked.name, "only", each)) for each in names if each in found
        ]
    else:
        named = [_coded(category, each) for each in _ordered(found - {UNKNOWN}, asked.table, asked.words)]
    if OTHER in found:
        listed = ",".join(each.value for each, _ in meanings)
        named.append(Bucket(OTHER, gettext("其他"), Condition(asked.name, "out", listed)))
    return (
        [*named, Bucket(UNKNOWN, gettext("未登记"), Condition(asked.name, "empty"))]
        if UNKNOWN in found
        else named
    )


def _coded(category: Category, code: str) -> Bucket:
    asked = fields()[category.field]
    if asked.words:
        return Bucket(code, gettext(asked.words.get(code, code)), Condition(asked.name, "is", code))
    is_known = codes.find(asked.table, code) is not None
    return Bucket(
        code, label_of(asked.table, code), Condition(asked.name, "only", code) if is_known else None
    )


def _ordered(found: Iterable[str], table: str, words: Mapping[str, str]) -> list[str]:
    places = {code: place for place, code in enumerate(words or (codes.table(table) if table else ()))}
    return sorted(found, key=lambda each: (places.get(each, len(places)), each))


def _band(condition: Condition, unit: str) -> str:
    low, high = (int(part) for part in condition.value.split(","))
    said = gettext(unit)
    if low == 0 and high:
        return gettext("{high}{unit}以下").format(high=high, unit=said)
    if high >= 60:
        return gettext("{low}{unit}以上").format(low=low, unit=said)
    if low == high:
        return gettext("{low}{unit}").format(low=low, unit=said)
    return gettext("{low}—{high}{unit}").format(low=low, high=high, unit=said)
