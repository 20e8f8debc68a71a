"""A day some days, months or years after another, for deadlines (convention 7b: the last day of a month that lacks it)."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from quanheng.kernel.dates import add_months
from quanheng.kernel.expressions import Constant, Expression, Param, operand
from quanheng.kernel.situations import Situation
from quanheng.kernel.texts import Text, text

_WORDS = {"days": "{day}之后{amount}天", "months": "{day}之后{amount}个月", "years": "{day}之后{amount}年"}


@dataclass(frozen=True, eq=False)
class Later(Expression):
    """期限: `day` moved by `amount` of `unit` (days, months, years); the amount is a figure, never a fact."""

    day: Expression
    amount: Expression
    unit: str

    def __post_init__(self) -> None:
        if self.unit not in _WORDS or not isinstance(self.amount, Param | Constant):
            raise TypeError("a day is moved by a number or a parameter of days, months or years")

    def parts(self) -> tuple[Expression, ...]:
        return self.day, self.amount

    def value(self, at: Situation) -> Any:
        day = self.day.value(at)
        return None if day is None else moved(day, self.amount.value(at), self.unit)

    def label(self, at: Situation) -> object:
        return text(_WORDS[self.unit], day=self.day.label(at), amount=self.amount.value(at))

    def shown(self, value: object, at: Situation) -> object:
        return Text("未知") if value is None else self.day.shown(value, at)


def moved(day: date, amount: int, unit: str) -> date:
    """The day `amount` units later (earlier when negative); NO_DATE and OPEN_ENDED stay as they are.

    >>> moved(date(2024, 1, 31), 1, "months")
    datetime.date(2024, 2, 29)
    """
    if day in (date.min, date.max):
        return day
    if unit == "days":
        return day + timedelta(days=amount)
    return add_months(day, amount * 12 if unit == "years" else amount)


def later(day: Expression, *, days: object = None, months: object = None, years: object = None) -> Later:
    """The day so many days, months or years after `day`. Give exactly one amount: a number or a parameter.

    >>> from quanheng.kernel.expressions import fact
    >>> due = later(fact("known_on"), days=30)
    >>> due.value(Situation({"known_on": date(2026, 1, 1)}, {}.__getitem__))
    datetime.date(2026, 1, 31)
    """
    given = [
        (unit, amount)
        for unit, amount in (("days", days), ("months", months), ("years", years))
        if amount is not None
    ]
    if len(given) != 1:
        raise TypeError("give one of days, months, years")
    unit, amount = given[0]
    return Later(day, operand(amount), unit)
