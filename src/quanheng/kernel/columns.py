"""The second reading of an expression: a Narwhals column over many rows, null for unknown, the same three-valued logic."""

from collections.abc import Callable
from datetime import date
from typing import Any

import narwhals as nw

from quanheng.kernel.expressions import (
    Comparison,
    Constant,
    Expression,
    Fact,
    Group,
    Negation,
    OneOf,
    Param,
    Sum,
)
from quanheng.kernel.offsets import Later
from quanheng.kernel.shares import Portion
from quanheng.kernel.situations import OPERATIONS, Situation


def column(expression: Expression, *, param: Callable[[str], Any]) -> nw.Expr:
    """The expression as a column: facts are columns of that name, parameters the figures `param` returns.

    Every fact must exist as a column (nulls where unknown). Raises TypeError for an expression of another kind.

    >>> import polars
    >>> rows = polars.DataFrame({"months": [23, 24, None]})
    >>> held = column(Fact("months") >= Param("x.months"), param=lambda name: 24)
    >>> nw.from_native(rows).select(held.alias("held"))["held"].to_list()
    [False, True, None]
    """
    match expression:
        case Fact(name):
            return nw.col(name)
        case Param(name):
            return literal(param(name))
        case Constant(value):
            return literal(value)
        case Comparison(sign, left, right):
            made: nw.Expr = OPERATIONS[sign](column(left, param=param), column(right, param=param))
            return made
        case Sum(sign, left, right):  # columns may be as narrow as their facts; sums are not
            wide = [column(side, param=param).cast(nw.Int64) for side in (left, right)]
            made = OPERATIONS[sign](*wide)
            return made
        case Portion(count, share, base):
            wide = [column(side, param=param).cast(nw.Int64) for side in (count, base)]
            made = share.compared(wide[0] * share.of, wide[1] * share.parts)  # type: ignore[assignment, arg-type]
            return made
        case Later(day, amount, unit):
            return _moved(column(day, param=param), amount.value(Situation({}, param)), unit)
        case OneOf(left, values):
            return _one_of(column(left, param=param), values)
        case Negation(inner):
            return ~column(inner, param=param)
        case Group(conditions, is_every):
            return _joined([column(each, param=param) for each in conditions], every=is_every)
    raise TypeError(f"no column can be made of {type(expression).__name__}")


def literal(value: Any) -> nw.Expr:
    """The value as a column."""
    if isinstance(value, date) and value.year < 1000:  # Spark is handed "1-01-01" for NO_DATE and refuses it
        return nw.lit(value.isoformat()).str.to_date(format="%Y-%m-%d")
    return nw.lit(value)


def _moved(day: nw.Expr, amount: int, unit: str) -> nw.Expr:
    limit = (day == literal(date.min)) | (day == literal(date.max))
    step = f"{amount}d" if unit == "days" else f"{amount * (12 if unit == 'years' else 1)}mo"
    # NO_DATE and OPEN_ENDED do not move; they are put aside first, as they would leave the calendar
    inner = nw.when(~limit).then(day)
    # Spark makes a moment of a day that is moved
    return nw.when(limit).then(day).otherwise(inner.dt.offset_by(step).cast(nw.Date))


def _one_of(left: nw.Expr, values: tuple[Any, ...]) -> nw.Expr:
    # Equalities rather than is_in: back ends differ in what is_in answers for a null.
    return _joined([left == literal(value) for value in values], every=False)


def _joined(conditions: list[nw.Expr], *, every: bool) -> nw.Expr:
    made = conditions[0]
    for each in conditions[1:]:
        made = made & each if every else made | each
    return made
