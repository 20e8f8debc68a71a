"""What is not as it should be with the steps of a case: entered late, due and not done, passed over. Pure."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from quanheng.procedure.core.walk import Standing


@dataclass(frozen=True)
class Alarm:
    """提醒: "late" (entered after the day it happened), "overdue" (a deadline gone by), "skipped" (an act passed over).

    `who` answers for it; `on` is the day it happened or was due, `noted_on` the day of a late entry.
    """

    kind: str
    what: str
    who: str
    on: date | None = None
    noted_on: date | None = None


def late_entries(entries: Iterable[tuple[str, str, datetime, datetime]]) -> list[Alarm]:
    """From entries (matter, name, happened, recorded; moments of one zone) those written on a later day, newest first.

    >>> late_entries([("谈话", "王敏", datetime(2026, 11, 3), datetime(2026, 11, 5))])[0].noted_on
    datetime.date(2026, 11, 5)
    """
    rows = [Alarm("late", what, who, happened.date(), noted.date()) for what, who, happened, noted in entries if happened.date() < noted.date()]
    return rows[::-1]


def overdue(tasks: Iterable[tuple[str, str, date]], *, on: date) -> list[Alarm]:
    """From open tasks (what, who, due day) those whose day has passed, the longest first."""
    return sorted((Alarm("overdue", what, who, due) for what, who, due in tasks if due < on), key=lambda alarm: alarm.on or on)


def skipped(where: Standing, verbs: Sequence[str]) -> list[Alarm]:
    """Acts of steps that lie behind the case of which the record has nothing: not required, yet passed over.

    `verbs` of the record. What is required cannot be passed over: the gate refuses it.
    """
    steps = where.procedure.steps
    behind = steps if where.current is None else steps[: steps.index(where.current)]
    return [Alarm("skipped", act.name, step.who) for step in behind for act in step.acts if act.verb not in verbs]
