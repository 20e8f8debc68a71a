"""The first day on which a requirement that fails now will be met, if only time passes."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from quanheng.kernel.dates import NO_DATE, OPEN_ENDED, add_months, months_between
from quanheng.kernel.expressions import Comparison, Expression
from quanheng.kernel.periods import Months
from quanheng.kernel.situations import Situation
from quanheng.kernel.texts import Text, text
from quanheng.regulation.core.facts import CATALOGUE
from quanheng.regulation.core.known import Known


@dataclass(frozen=True, order=True)
class Remedy:
    """可行日期: the first day it is met; `is_exact` when a dated restriction, not a clock of months, decides."""

    day: date
    is_exact: bool

    def sentence(self) -> Text:
        """In words: a month for clocks, a day for restrictions."""
        if self.is_exact:
            return text("{day}起符合", day=self.day)
        return text("{month}起符合", month=f"{self.day:%Y-%m}")


def remedy(condition: Expression, facts: Known, *, on: date, param: Callable[[str], object]) -> Remedy | None:
    """When time alone will meet `condition`: clocks of months run on, everything else stays. None if it will not.

    A plain number on a clock of the catalogue is taken as running; `Months` without `since` stands still.
    """
    clocks = {name: clock for name in condition.facts if (clock := _clock(name, facts.get(name), on))}
    for candidate in sorted(set(_candidates(condition, Situation(facts, param), clocks, on))):
        later = {name: Months.from_day(since, on=candidate.day) for name, since in clocks.items()}
        if condition.value(Situation(facts.at(candidate.day, **later), param)) is True:
            return candidate
    return None


def _clock(name: str, value: object, on: date) -> date | None:
    if isinstance(value, Months):
        return value.since
    if isinstance(value, int) and CATALOGUE[name].grows:
        return add_months(on, -value)
    return None


def _candidates(
    condition: Expression, now: Situation, clocks: Mapping[str, date], on: date
) -> Iterator[Remedy]:
    for part in condition.parts():
        yield from _candidates(part, now, clocks, on)
    if not isinstance(condition, Comparison):
        return
    left, right = condition.left.value(now), condition.right.value(now)
    if isinstance(left, int) and isinstance(right, int):
        for name in condition.facts & clocks.keys():
            yield from _crossings(clocks[name], abs(right - left), on)
    for value in (left, right):
        if isinstance(value, date) and NO_DATE < value < OPEN_ENDED and value >= on:
            yield Remedy(value + timedelta(days=1), is_exact=True)


def _crossings(since: date, needed: int, on: date) -> Iterator[Remedy]:
    shown = months_between(since, on)
    for months in (shown + needed, shown + needed + 1):
        day = Months(0, since).reaches(months)
        if day and day > on:
            yield Remedy(day, is_exact=False)
