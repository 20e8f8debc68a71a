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


def column(expression: Expression, *, param: Callable[[str], Any], said_in: Any = nw) -> Any:
    """The expression as a column: facts are columns of that name, parameters the figures `param` returns.

    Every fact must exist as a column (nulls where unknown). Raises TypeError for an expression of another kind.
    `said_in` is Narwhals, or Polars itself: what is used here has the same names there, at a third of the cost.

    >>> import polars
    >>> rows = polars.DataFrame({"months": [23, 24, None]})
    >>> held = column(Fact("months") >= Param("x.months"), param=lambda name: 24)
    >>> nw.from_native(rows).select(held.alias("held"))["held"].to_list()
    [False, True, None]
    """
    def read(part: Expression) -> Any:
        return column(part, param=param, said_in=said_in)

    match expression:
        case Fact(name):
            return said_in.col(name)
        case Param(name):
            return literal(param(name), said_in)
        case Constant(value):
            return literal(value, said_in)
        case Comparison(sign, left, right):
            return OPERATIONS[sign](read(left), read(right))
        case Sum(sign, left, right):  # columns may be as narrow as their facts; sums are not
            wide = [read(side).cast(said_in.Int64) for side in (left, right)]
            return OPERATIONS[sign](*wide)
        case Portion(count, share, base):
            wide = [read(side).cast(said_in.Int64) for side in (count, base)]
            return share.compared(wide[0] * share.of, wide[1] * share.parts)
        case Later(day, amount, unit):
            return _moved(read(day), amount.value(Situation({}, param)), unit, said_in)
        case OneOf(left, values):
            return _one_of(read(left), values, said_in)
        case Negation(inner):
            return ~read(inner)
        case Group(conditions, is_every):
            return _joined([read(each) for each in conditions], every=is_every)
    raise TypeError(f"no column can be made of {type(expression).__name__}")


def literal(value: Any, said_in: Any = nw) -> Any:
    """The value as a column."""
    if isinstance(value, date) and value.year < 1000:  # Spark is handed "1-01-01" for NO_DATE and refuses it
        return said_in.lit(value.isoformat()).str.to_date(format="%Y-%m-%d")
    return said_in.lit(value)


def _moved(day: Any, amount: int, unit: str, said_in: Any) -> Any:
    limit = (day == literal(date.min, said_in)) | (day == literal(date.max, said_in))
    step = f"{amount}d" if unit == "days" else f"{amount * (12 if unit == 'years' else 1)}mo"
    # NO_DATE and OPEN_ENDED do not move; they are put aside first, as they would leave the calendar
    inner = said_in.when(~limit).then(day)
    # Spark makes a moment of a day that is moved
    return said_in.when(limit).then(day).otherwise(inner.dt.offset_by(step).cast(said_in.Date))


def _one_of(left: Any, values: tuple[Any, ...], said_in: Any) -> Any:
    # Equalities rather than is_in: back ends differ in what is_in answers for a null.
    return _joined([left == literal(value, said_in) for value in values], every=False)


def _joined(conditions: list[Any], *, every: bool) -> Any:
    made = conditions[0]
    for each in conditions[1:]:
        made = made & each if every else made | each
    return made
