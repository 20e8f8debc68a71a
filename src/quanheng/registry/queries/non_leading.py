"""Cadres without a leading post (非领导职务干部) as a group of their own: who they are, and how they were graded in a year (A05).

Civil servants and those managed like them, in office, who hold no leading post on the day. `on` is the day whose rights count.
"""

from collections import Counter
from datetime import date

from django.db.models import Exists, OuterRef, Q, QuerySet

from quanheng.access.models import Account
from quanheng.registry.core.readings import grade_of
from quanheng.registry.core.workforces import PARTY, written
from quanheng.registry.models import Assignment, Person, YearGrade
from quanheng.registry.queries.careers import SEATED
from quanheng.registry.queries.people import Filters, people

UNGRADED = ""
"""The key of those without a result of the year."""


def non_leading(
    *, by: Account, on: date, as_of: date, organisation: str = "", authority: str = "", words: str = ""
) -> QuerySet[Person]:
    """By name; a unit by its code, an authority by its own. The level of somebody here is that of an older record, if any."""
    running = Q(from_on__lte=as_of) & (Q(until_on__isnull=True) | Q(until_on__gt=as_of))
    leading = Assignment.objects.filter(running, person=OuterRef("pk"), kind__in=SEATED, is_leading=True)
    wanted = Filters(words=words, organisation=organisation, authority=authority, workforce=PARTY)
    rows = people(by=by, on=on, as_of=as_of, filters=wanted, sort="name")
    return rows.filter(~Exists(leading), status__in=written("person_status", ("1",)))


def graded(rows: QuerySet[Person], grade: str, *, year: int) -> QuerySet[Person]:
    """Those of the group with a grade of the law's words in a year; UNGRADED for those without a result."""
    results = YearGrade.objects.filter(person=OuterRef("pk"), year=year)
    if grade == UNGRADED:
        return rows.filter(~Exists(results))
    said = YearGrade.objects.filter(year=year, person__in=rows.order_by().values("pk")).order_by()
    words = [each for each in said.values_list("grade", flat=True).distinct() if grade_of(each) == grade]
    return rows.filter(Exists(results.filter(grade__in=words)))


def grades_of(rows: QuerySet[Person], *, year: int) -> Counter[str]:
    """How many of the group have which grade, by the law's words: two questions. For one unit, whose people can be counted."""
    everybody = rows.order_by()
    said = YearGrade.objects.filter(year=year, person__in=everybody.values("pk")).order_by()
    found = Counter(grade_of(each) or "other" for each in said.values_list("grade", flat=True))
    found[UNGRADED] = everybody.count() - found.total()
    return found
