"""What rooms above have to say before a matter comes to a meeting (不得提交会议讨论). They offer guards when Django starts."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from quanheng.kernel.texts import Text
from quanheng.procedure.models import Case
from quanheng.registry.models import Person


@dataclass(frozen=True)
class Bar:
    """不得上会的情形: why a matter may not be put on the agenda, and the clauses."""

    why: Text
    cites: tuple[str, ...] = ()


Guard = Callable[[Case, Person, date], Sequence[Bar]]
_guards: list[Guard] = []


def offer_guard(guard: Guard) -> Guard:
    """Add a guard; called by the room that knows the matter, in its `apps.py`."""
    if guard not in _guards:
        _guards.append(guard)
    return guard


def bars(case: Case, person: Person, *, on: date) -> list[Bar]:
    """For acts: everything that keeps the matter from the agenda on a day."""
    return [bar for guard in _guards for bar in guard(case, person, on)]
