"""The leading group of a scope, counted by sex, level and month of birth in one statement, and the seats approved for it."""

from dataclasses import dataclass, replace
from datetime import date

from django.db.models import Count, OuterRef, Subquery, Sum
from django.db.models.functions import TruncMonth

from quanheng.access.models import Account, Authority
from quanheng.establishment.core.forecast import Group
from quanheng.establishment.models import PostQuota
from quanheng.establishment.queries.warnings import COUNTY, Window, in_office, running
from quanheng.registry.models import Assignment
from quanheng.registry.queries.sight import seen


@dataclass(frozen=True)
class Held:
    """领导群体: the groups, and the approved seats (None when none is on record in the scope)."""

    groups: list[Group]
    approved: int | None

    @property
    def number(self) -> int:
        return sum(each.number for each in self.groups)


def leading_group(window: Window, *, by: Account, on: date) -> Held:
    """Persons in office with a main leading post on the day, whom `by` may see; two questions, however many there are."""
    people = in_office(replace(window, is_leading=True), by=by, on=on)
    ends = Assignment.objects.filter(
        running(window.day), person=OuterRef("pk"), kind="main", is_leading=True, until_on__isnull=False
    ).order_by("until_on")
    rows = (
        people.filter(born_on__lte=window.day)
        .annotate(born_in=TruncMonth("born_on"), ends_on=Subquery(ends.values("until_on")[:1]))
        .order_by()
        .values_list("sex", "level_then", "born_in", "ends_on")
        .annotate(number=Count("pk"))
    )
    groups = [
        Group(sex, level or "", bool(level) and level < COUNTY, born_in, number, ends_on)
        for sex, level, born_in, ends_on, number in rows
    ]
    return Held(groups, _approved(window, by, on))


def _approved(window: Window, by: Account, on: date) -> int | None:
    quotas = PostQuota.objects.filter(
        running(window.day), seen("establishment.view", by=by, on=on, field="organisation__authority")
    )
    if window.level:
        quotas = quotas.filter(level=window.level)
    if window.organisation:
        quotas = quotas.filter(organisation__code=window.organisation)
    if window.authority:
        path = (
            Authority.objects.filter(code=window.authority).values_list("path", flat=True).first() or "\x01"
        )
        quotas = quotas.filter(organisation__authority__path__startswith=path)
    found: int | None = quotas.aggregate(sum=Sum("number"))["sum"]
    return found
