"""The structure of the people in a unit on a day: by level, and by age and sex. For the chart and its table."""

from collections import Counter
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Q, QuerySet

from quanheng.access.models import Account
from quanheng.access.queries.composed import answers
from quanheng.kernel.dates import age_on
from quanheng.registry.models import Assignment, Organisation
from quanheng.registry.queries.careers import SEATED
from quanheng.registry.queries.sight import among_composed, authorities_seen

BANDS = ((0, 35), (36, 40), (41, 45), (46, 50), (51, 55), (56, 120))
"""Ages in full years, both ends included."""


@dataclass(frozen=True)
class Structure:
    """结构: people once each, by level code and by age band and sex."""

    levels: dict[str, int]
    men: list[int]
    women: list[int]

    @property
    def people(self) -> int:
        return sum(self.men) + sum(self.women)


def structure(*, by: Account, on: date, as_of: date | None = None, unit: Organisation) -> Structure:
    """One query: everybody with a seat in the unit on the day whom `by` may see, at the highest level held there."""
    day = as_of or on
    mine = authorities_seen("registry.view", by=by, on=on)
    rows = answers(_seated, mine is None, unit=unit.pk, mine=list(mine or ()), day=day)
    best: dict[object, tuple[str, date, str]] = {}
    for key, level, born_on, sex in rows:
        known = best.get(key)
        best[key] = min(known, (level or "999", born_on, sex)) if known else (level or "999", born_on, sex)
    levels = Counter(level for level, _, _ in best.values())
    return Structure(dict(sorted(levels.items())), _bands(best, "1", day), _bands(best, "2", day))


def _seated(is_all: bool, *, unit: int, mine: list[int], day: date) -> QuerySet[Assignment, Any]:
    running = Q(from_on__lte=day) & (Q(until_on__isnull=True) | Q(until_on__gt=day))
    theirs = among_composed(is_all, mine, "person__authority")
    rows = Assignment.objects.filter(running, theirs, organisation=unit, kind__in=SEATED)
    return rows.values_list("person", "level", "person__born_on", "person__sex")


def _bands(people: dict[object, tuple[str, date, str]], sex: str, day: date) -> list[int]:
    ages = [age_on(born_on, day) for _, born_on, each in people.values() if each == sex and born_on <= day]
    return [sum(least <= age <= most for age in ages) for least, most in BANDS]
