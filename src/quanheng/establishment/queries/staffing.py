"""Finance-supported staff against the ceilings (B12): the units of one authority, those over first; one unit."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Count, Q, QuerySet

from quanheng.access.models import Account, Authority
from quanheng.access.queries.composed import answers
from quanheng.establishment.core.staffing import Staff, counted
from quanheng.establishment.models import StaffCeiling
from quanheng.establishment.permissions.staffing import IN_SERVICE, category_code
from quanheng.registry.models import Organisation, Person
from quanheng.registry.queries.sight import among_composed, authorities_seen


@dataclass(frozen=True)
class Staffing:
    """编制使用情况: a line for each unit and kind, the people of no known kind by unit, the units themselves."""

    lines: list[Staff]
    unknown: dict[int, int]
    units: dict[int, Organisation]

    @property
    def over(self) -> list[Staff]:
        """The alarm list (超编进人): the worst first."""
        found = [line for line in self.lines if line.over or (line.ceiling is None and line.held)]
        return sorted(found, key=lambda line: (-line.over, self.units[line.organisation].code, line.kind))


def staffing(
    *,
    by: Account,
    on: date,
    as_of: date | None = None,
    authority: Authority | None = None,
    organisation: Organisation | None = None,
) -> Staffing:
    """Ceilings of the day against the people in office as they stand now: three questions for any number of units.

    A unit for which no ceiling at all is on record has no line: nothing can be said of it.
    """
    day = as_of or on
    mine = authorities_seen("establishment.view", by=by, on=on)
    of = "organisation__authority" if authority else "organisation"
    place = authority.pk if authority else organisation.pk if organisation else 0
    rows = answers(_ceilings, mine is None, of, place=place, mine=list(mine or ()), day=day)
    ceilings = {(unit, kind): number for unit, kind, number in rows}
    pks, where = {unit for unit, _ in ceilings}, Q(**{of: place})
    held, unknown = counted(_people(Person.objects.filter(where, organisation__in=pks)))
    cells = sorted(ceilings.keys() | held.keys())
    lines = [Staff(unit, kind, ceilings.get((unit, kind)), held.get((unit, kind), 0)) for unit, kind in cells]
    return Staffing(lines, unknown, Organisation.objects.in_bulk(pks) if pks else {})


def _ceilings(is_all: bool, of: str, *, place: int, mine: list[int], day: date) -> QuerySet[StaffCeiling, Any]:
    running = Q(from_on__lte=day) & (Q(until_on__isnull=True) | Q(until_on__gt=day))
    here = among_composed(is_all, mine, "organisation__authority") & Q(**{of: place})
    return StaffCeiling.objects.filter(running, here).order_by("from_on").values_list("organisation", "kind", "number")


def _people(rows: QuerySet[Person]) -> Iterable[tuple[int, str, int]]:
    numbers = (
        rows.filter(status__in=IN_SERVICE)
        .order_by()
        .values("organisation", "category")
        .annotate(number=Count("pk"))
    )
    return [(each["organisation"], category_code(each["category"]), each["number"]) for each in numbers]
