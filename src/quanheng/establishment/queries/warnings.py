"""What falls due for whom, as rows of the database: one statement a kind, by conditions on dates that have an index (X04).

Only persons `by` may see. Nobody's career is read to find out: the law's figures become bounds on recorded days.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from typing import Any

from django.db.models import (
    Case,
    DateField,
    DurationField,
    Exists,
    F,
    Func,
    IntegerField,
    Min,
    OuterRef,
    Q,
    QuerySet,
    Subquery,
    Value,
    When,
)
from django.db.models.expressions import Combinable
from django.db.models.functions import Coalesce, Greatest

from quanheng.access.models import Account, Authority
from quanheng.establishment.core.warnings import KINDS, Kind, began_by, births, months_of
from quanheng.establishment.models import Contract, KeyPost
from quanheng.kernel.dates import add_months
from quanheng.registry.core import codes
from quanheng.registry.models import AgencyFact, Assignment, Delegateship, Person, Post, Rank
from quanheng.registry.models.career import LED_UNDER
from quanheng.registry.models.person import OLD_AGE_ON
from quanheng.registry.queries.careers import SEATED
from quanheng.registry.queries.selecting_saved import LONG
from quanheng.registry.queries.selecting_values import value_of
from quanheng.registry.queries.sight import seen

COUNTY = "140"
"""Level codes below this one are of county level and above."""

WORKERS = ("A0", "A1", "A2", "A6")
TEAMS = ("1001", "1004")
"""Categories of bodies whose leaders must be exchanged: Party committees and governments."""


@dataclass(frozen=True)
class Window:
    """预警范围: the day looked from, the days between which it falls due (`first` None: whatever is overdue too), and of whom."""

    day: date
    last: date
    first: date | None = None
    authority: str = ""
    organisation: str = ""
    level: str = ""
    is_leading: bool = False
    """Only who holds a leading post on the day and, as far as recorded, still when the window begins."""

    layer: str = ""


def window_of(day: date, months: int, **given: Any) -> Window:
    """From what is overdue to so many months ahead."""
    return Window(day=day, last=add_months(day, months), **given)


def warnings(kind: Kind, window: Window, *, by: Account, on: date) -> QuerySet[Any]:
    """Rows that fall due, each with `due_order`, by which they can be put in order: the day itself or one that goes with it."""
    rows = _KINDS[kind.name](window, by, on)
    before = "" if rows.model is Person else "person__"
    return rows.defer(*(f"{before}{name}" for name in LONG))


def count_of(kind: Kind, window: Window, *, by: Account, on: date, at_most: int) -> int:
    """How many fall due, counted no further than one beyond `at_most`."""
    return warnings(kind, window, by=by, on=on).order_by()[: at_most + 1].count()


@cache
def spelled(table: str, *wanted: str) -> tuple[str, ...]:
    """Every way the files write these codes."""
    rows = codes.table(table)
    return tuple(word for code in wanted for word in (code, rows[code].label, *rows[code].also))


def running(day: date) -> Q:
    return Q(from_on__lte=day) & (Q(until_on__isnull=True) | Q(until_on__gt=day))


def in_office(window: Window, *, by: Account, on: date) -> QuerySet[Person]:
    """Persons in office whom `by` may see, in the scope of the window; with `level_then`, the level of the day."""
    rows = Person.objects.filter(seen("registry.view", by=by, on=on), status__in=spelled("person_status", "1"))
    rows = rows.filter(_scope(window, "")).exclude(category__in=spelled("person_category", *WORKERS))
    rows = rows.annotate(level_then=value_of("level", window.day, today=on))
    if window.level:
        rows = rows.filter(level_then=window.level)
    if not window.is_leading:
        return rows
    still = Q(until_on__isnull=True) | Q(until_on__gte=window.first or window.day)
    return rows.filter(Exists(_leading(window.day, by=by, on=on).filter(still, person=OuterRef("pk"))))


def is_county() -> Case:
    """Whether a person's level of the day is of county level or above: women then retire later."""
    return Case(When(level_then__lt=COUNTY, then=Value(1)), default=Value(0), output_field=IntegerField())


def _leading(day: date, *, by: Account, on: date) -> QuerySet[Assignment]:
    """Leading main lines of whom `by` may see."""
    rows = Assignment.objects.alias(led_under=LED_UNDER).filter(seen("registry.view", by=by, on=on, field="led_under"))
    return rows.filter(running(day), kind="main", is_leading=True)


def _retirement(window: Window, by: Account, on: date) -> QuerySet[Any]:
    """Bounds on the day of birth for men, women of county level and above, and other women."""
    wanted = Q(pk__in=[])
    for sex, county, of_class in (
        ("1", False, Q(sex="1")),
        ("2", True, Q(sex="2", level_then__lt=COUNTY)),
        ("2", False, Q(sex="2") & (Q(level_then__gte=COUNTY) | Q(level_then__isnull=True))),
    ):
        born = births(sex=sex, is_county=county, first=window.first, last=window.last, on=window.day)
        if born:
            wanted |= of_class & Q(born_on__gte=born[0], born_on__lt=born[1])
    # the delay of 2025 follows the old age alone, so the day of the old age puts all classes in order
    is_late = Q(level_then__lt=COUNTY)
    old_age = Case(When(is_late, then=Value(60)), When(sex="2", then=Value(55)), default=Value(60))
    rows = in_office(window, by=by, on=on).filter(wanted, born_on__lte=window.day)
    if window.day == on:
        return rows.annotate(due_order=OLD_AGE_ON)  # in the very words of the index
    return rows.annotate(due_order=_after(F("born_on"), old_age, unit="years"))


def _probation(window: Window, by: Account, on: date) -> QuerySet[Any]:
    rows = _lines(window, by, on).filter(running(window.day), kind__in=SEATED, probation_result="")
    months = months_of(KINDS["probation"], window.day, window.layer)
    return _begun(rows, "probation_from_on", months, window, shift=1)


def _rotation(window: Window, by: Account, on: date) -> QuerySet[Any]:
    teams = spelled("organisation_category", *TEAMS)
    rows = _lines(window, by, on, rows=_leading(window.day, by=by, on=on)).filter(
        level__lt=COUNTY,
        level__gt="",
        organisation__kind__in=teams,
    )
    months = months_of(KINDS["rotation"], window.day, window.layer)
    return _begun(rows, "from_on", months, window, over="counted_from_on")


def _key_post(window: Window, by: Account, on: date) -> QuerySet[Any]:
    """The months entered for the post, else the law's figure (which is not verified)."""
    months = months_of(KINDS["key_post"], window.day, window.layer)
    entered = KeyPost.objects.filter(running(window.day), post=OuterRef("post")).order_by()
    least = entered.values("post").annotate(months=Min("months_at_most")).values("months")
    registered = KeyPost.objects.filter(running(window.day)).order_by().values("post")
    posts = Post.objects.filter(key_functions__gt="").order_by().values("pk").union(registered)
    rows = _lines(window, by, on).filter(running(window.day), kind__in=SEATED, post__in=posts)
    since = Coalesce("counted_from_on", "from_on")
    rows = rows.annotate(due_order=_after(since, Coalesce(Subquery(least), Value(months))))
    return _between(rows.filter(due_order__isnull=False), window)


def _level(window: Window, by: Account, on: date) -> QuerySet[Any]:
    """Who holds a leading post and has been at the present level since a recorded day."""
    rows = Rank.objects.filter(running(window.day), _scope(window, "person__"), kind="level", code__lt=COUNTY)
    if window.level:
        rows = rows.filter(code=window.level)
    leads = Exists(_leading(window.day, by=by, on=on).filter(person=OuterRef("person")))
    rows = rows.filter(seen("registry.view", by=by, on=on), leads).select_related("person")
    return _begun(rows, "from_on", months_of(KINDS["level"], window.day, window.layer), window)


def _term(window: Window, by: Account, on: date) -> QuerySet[Any]:
    """Recorded ends of terms. Nobody is overdue here: whose term is over holds it no longer."""
    rows = Delegateship.objects.filter(
        _scope(window, "person__"),
        seen("registry.view", by=by, on=on, field="person__authority"),
        from_on__lte=window.day,
        until_on__gt=window.day,
    ).select_related("person")
    return _between(rows.annotate(due_order=F("until_on")), window)


def _chiefs(window: Window, by: Account, on: date) -> QuerySet[Any]:
    return _lines(window, by, on, rows=_leading(window.day, by=by, on=on)).filter(role="chief")


def _audit_leaving(window: Window, by: Account, on: date) -> QuerySet[Any]:
    return _between(
        _chiefs(window, by, on).filter(until_on__isnull=False).annotate(due_order=F("until_on")), window
    )


def _audit(window: Window, by: Account, on: date) -> QuerySet[Any]:
    """Since the first day in office or the last audit on file."""
    months = months_of(KINDS["audit"], window.day, window.layer)
    if months is None:
        return Assignment.objects.none()
    made = AgencyFact.objects.filter(
        person=OuterRef("person"), agency="audit", on__gte=OuterRef("from_on"), on__lte=window.day
    ).order_by("-on")
    latest = began_by(window.last, months)
    rows: QuerySet[Any] = _chiefs(window, by, on).filter(from_on__lte=latest)
    rows = rows.annotate(audited_on=Subquery(made.values("on")[:1]))
    rows = rows.annotate(due_order=Greatest(F("from_on"), Coalesce(F("audited_on"), F("from_on"))))
    rows = rows.filter(Q(audited_on__isnull=True) | Q(audited_on__lte=latest))
    if window.first:
        rows = rows.filter(due_order__gte=began_by(window.first, months))
    return rows


def _contract(window: Window, by: Account, on: date) -> QuerySet[Any]:
    rows = Contract.objects.filter(
        _scope(window, "person__", "organisation__"),
        seen("registry.view", by=by, on=on, field="person__authority"),
        Q(ended_on__isnull=True) | Q(ended_on__gt=window.day),
        ~Exists(Contract.objects.filter(before=OuterRef("pk"))),
        from_on__lte=window.day,
        until_on__isnull=False,
    ).select_related("person", "organisation")
    return _between(rows.annotate(due_order=F("until_on")), window)


def _lines(window: Window, by: Account, on: date, *, rows: QuerySet[Assignment] | None = None) -> QuerySet[Assignment]:
    """In the scope of the window; of whom `by` may see, where `rows` are not theirs already."""
    if rows is None:
        rows = Assignment.objects.filter(seen("registry.view", by=by, on=on, field="person__authority"))
    rows = rows.filter(_scope(window, "person__", "organisation__"))
    return (rows.filter(level=window.level) if window.level else rows).select_related("person")


def _scope(window: Window, person: str, organisation: str = "") -> Q:
    """Of one authority and those below it; of one organisation."""
    condition = Q()
    if window.authority:
        path = (
            Authority.objects.filter(code=window.authority).values_list("path", flat=True).first() or "\x01"
        )
        condition &= Q(**{f"{person}authority__path__startswith": path})
    if window.organisation:
        condition &= Q(**{f"{organisation or person + 'organisation__'}code": window.organisation})
    return condition


def _begun(
    rows: QuerySet[Any], name: str, months: int | None, window: Window, shift: int = 0, over: str = ""
) -> QuerySet[Any]:
    """Clocks of so many months that began on a recorded day, or on that of `over` where filled; `shift`: days the last is earlier."""
    if months is None:
        return rows.none()
    later = timedelta(days=shift)
    bounds = {"lte": began_by(window.last + later, months)}
    if window.first:
        bounds["gte"] = began_by(window.first + later, months)
    within = Q(**{f"{name}__{side}": day for side, day in bounds.items()}, **{f"{name}__isnull": False})
    due: Combinable = F(name)
    if over:
        before = Q(**{f"{over}__{side}": day for side, day in bounds.items()})
        within, due = within & Q(**{f"{over}__isnull": True}) | before, Coalesce(over, name)
    found: QuerySet[Any] = rows.filter(within).annotate(due_order=due)
    return found


def _between(rows: QuerySet[Any], window: Window) -> QuerySet[Any]:
    found: QuerySet[Any] = rows.filter(due_order__lte=window.last)
    return found.filter(due_order__gte=window.first) if window.first else found


def _after(start: Any, number: Any, *, unit: str = "months") -> Func:
    """A day and so many months or years."""
    length = Func(
        number,
        function="make_interval",
        template=f"%(function)s({unit} => %(expressions)s)",
        output_field=DurationField(),
    )
    return Func(start, length, arg_joiner=" + ", template="(%(expressions)s)::date", output_field=DateField())


_KINDS: dict[str, Callable[[Window, Account, date], QuerySet[Any]]] = {
    "retirement": _retirement,
    "probation": _probation,
    "rotation": _rotation,
    "key_post": _key_post,
    "level": _level,
    "term": _term,
    "audit_leaving": _audit_leaving,
    "audit": _audit,
    "contract": _contract,
}
