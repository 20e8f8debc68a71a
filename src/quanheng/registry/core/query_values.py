"""What was typed in a condition as values, or why it cannot be taken; the refusal names the condition. Pure."""

from dataclasses import dataclass
from datetime import date

from quanheng.kernel.refusals import Refused
from quanheng.kernel.texts import Text, text
from quanheng.registry.core import codes
from quanheng.registry.core.query import Condition, Query
from quanheng.registry.core.query_fields import WITHOUT_VALUE, WORDS, Field, fields

Value = str | int | date


@dataclass(frozen=True)
class Asked:
    """A condition that can be taken: its field and its values of the right type."""

    condition: Condition
    field: Field
    values: tuple[Value, ...]

    @property
    def operator(self) -> str:
        return self.condition.operator


def asked(query: Query) -> tuple[list[Asked], dict[int, Refused]]:
    """The conditions that can be taken, and by its place (from 0) why another one cannot."""
    taken: list[Asked] = []
    wrong: dict[int, Refused] = {}
    for place, condition in enumerate(query.conditions):
        try:
            taken.append(read_condition(condition, place=place))
        except Refused as refused:
            wrong[place] = refused
    return taken, wrong


def read_condition(condition: Condition, *, place: int = 0) -> Asked:
    """The condition with typed values; Refused, naming it by number, when field, operator or value will not do.

    >>> read_condition(Condition("age", "between", "36,40")).values
    (36, 40)
    """
    field = fields().get(condition.field)
    if field is None:
        raise _no(place, condition.field, text("没有“{name}”这个字段", name=condition.field))
    if condition.operator not in field.operators:
        raise _no(place, field.label, text("“{label}”不能用这种比较", label=text(field.label)))
    if field.argument and not condition.argument:
        raise _no(place, field.label, text("要写明年度"))
    if condition.operator in WITHOUT_VALUE:
        return Asked(condition, field, ())
    if not condition.value:
        raise _no(
            place, field.label, text("“{operator}”后面还没有填", operator=text(WORDS[condition.operator]))
        )
    return Asked(condition, field, _values(condition, field, place))


def _values(condition: Condition, field: Field, place: int) -> tuple[Value, ...]:
    if field.kind in ("text", "authority"):
        return (condition.value[:80],)
    parts = [part.strip() for part in condition.value.replace("，", ",").split(",")]
    if condition.operator == "between":
        if len(parts) != 2 or not all(parts):
            raise _no(place, field.label, text("“介于”要填起、止两个值"))
        low, high = (_one(part, field, place) for part in parts)
        if low > high:  # type: ignore[operator]  # both of the field's kind
            raise _no(place, field.label, text("起值大于止值"))
        return low, high
    if condition.operator not in ("in", "out"):
        parts = [condition.value.strip()]
    return tuple(_one(part, field, place) for part in parts if part)


def _one(said: str, field: Field, place: int) -> Value:
    if field.kind == "number":
        if not said.isascii() or not said.isdigit() or len(said) > 6:
            raise _no(place, field.label, text("“{said}”不是整数", said=said))
        return int(said)
    if field.kind == "date":
        return _day(said, field, place)
    if field.kind == "yes":
        if said not in ("0", "1"):
            raise _no(place, field.label, text("只能选“是”或“否”"))
        return int(said)
    return _code(said, field, place)


def _day(said: str, field: Field, place: int) -> date:
    try:
        return date.fromisoformat(said)
    except ValueError:
        raise _no(place, field.label, text("“{said}”不是日期，应写成2026-03-01的样子", said=said)) from None


def _code(said: str, field: Field, place: int) -> str:
    if field.words:
        if said in field.words:
            return said
        raise _no(place, field.label, text("“{said}”不是可选的值", said=said))
    found = codes.find(field.table, said)
    if found is None:
        nearest = "、".join(codes.nearest(field.table, said))
        raise _no(place, field.label, text("“{said}”不是可选的值", said=said), nearest)
    return found


def _no(place: int, label: str, why: Text, nearest: str = "") -> Refused:
    remedy = text("可填：{labels}", labels=nearest) if nearest else text("改好这个条件，或者去掉它")
    what = text("第{n}个条件（{label}）不能用", n=place + 1, label=text(label))
    return Refused(what, why=why, remedy=remedy)
