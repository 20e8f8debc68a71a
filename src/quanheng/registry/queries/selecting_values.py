"""Values worked out for every person of a query by the database: level, rank, highest education, hours, since when.

Most are kept ahead for every day (`DayValue`); for whom they are not, and for the hours, each is one scalar subquery over
indexed lines. Which lines count on a day is in `scope`.
"""

from collections.abc import Callable
from datetime import date
from functools import cache
from typing import Any

from django.db.models import (
    Case,
    CharField,
    DateField,
    DurationField,
    Expression,
    F,
    Field,
    Func,
    IntegerField,
    Max,
    OuterRef,
    Q,
    QuerySet,
    Subquery,
    Sum,
    Value,
    When,
)
from django.db.models.functions import Coalesce

from quanheng.kernel.dates import add_years
from quanheng.registry.core import codes
from quanheng.registry.core.readings import EDUCATION
from quanheng.registry.models import Assignment, DayValue, Education, Rank, Sanction, Training


def running(day: date) -> Q:
    return Q(from_on__lte=day) & (Q(until_on__isnull=True) | Q(until_on__gt=day))


def value_of(name: str, day: date, *, today: date) -> Any:
    """The expression called `name` in the catalogue of fields, as of a day. Today's level the database keeps itself."""
    if name == "level" and day == today:
        return F("level")
    if name not in KEPT:
        return _VALUES[name](day)
    kept = _Then(F(f"day_value__{KEPT[name]}"), F("day_value__days"), day, _KINDS.get(name, CharField)(null=True))
    if not DayValue.objects.filter(is_stale=True).exists():
        return kept  # without the other branch, which makes the planner expect the worst
    return Case(When(day_value__is_stale=False, then=kept), default=_VALUES[name](day), output_field=kept.output_field)


KEPT = {
    "level": "levels", "rank": "ranks", "level_since": "level_since", "post_since": "post_since", "education": "education",
}  # fmt: skip
"""Values that `DayValue` keeps, and where."""
_KINDS = {"level_since": DateField, "post_since": DateField, "education": IntegerField}


class _Then(Func):
    """The value beside the last day that is not after the one asked for; nothing before the first."""

    template, arg_joiner = "%(expressions)s", ""

    def __init__(self, values: Any, days: Any, day: date, kind: "Field[Any, Any]") -> None:
        super().__init__(values, days, Value(day, DateField()), output_field=kind)

    def as_sql(self, compiler: Any, connection: Any, **_given: Any) -> tuple[str, list[Any]]:  # type: ignore[override]
        (values, a), (days, b), (day, c) = map(compiler.compile, self.get_source_expressions())
        return f"({values})[width_bucket({day}::date, {days})]", [*a, *c, *b]


def scope(name: str, day: date, argument: str = "") -> Q:
    """Which dated lines count on a day."""
    if name == "year":
        return Q(year=int(argument or day.year))
    if name == "sanction":
        return _in_effect(day)
    return _SCOPES[name](day)


_SCOPES: dict[str, Callable[[date], Q]] = {
    "running": running,
    "begun": lambda day: Q(from_on__lte=day),
    "ever": lambda day: Q(from_on__lte=day),
    "past": lambda day: Q(until_on__lte=day),
    "done": lambda day: Q(until_on__isnull=True) | Q(until_on__lte=day),
    "ended": lambda day: Q(until_on__lte=day),
    "approved": lambda day: Q(approved_on__isnull=True) | Q(approved_on__lte=day),
    "effective": lambda day: Q(effective_on__lte=day),
    "on": lambda day: Q(on__lte=day),
    "always": lambda day: Q(),
}


def _in_effect(day: date) -> Q:
    """Sanctions whose months of effect, as recorded or as the code table has them, are not over on the day."""
    known = [
        When(code=code, then=Value(int(said)))
        for code, row in codes.table("discipline").items()
        if (said := row.remark("impact_months")).isdigit()
    ]
    months = Coalesce(F("months"), Case(*known, default=Value(0), output_field=IntegerField()))
    length = Func(Value(0), months, function="make_interval", output_field=DurationField())
    until = Func(
        F("effective_on"),
        length,
        arg_joiner=" + ",
        template="(%(expressions)s)::date",
        output_field=DateField(),
    )
    is_lifted = Q(lifted_on__isnull=False, lifted_on__lte=day)
    return Q(effective_on__lte=day) & Q(pk__in=Subquery(_later(until, day))) & ~is_lifted


def _later(until: Expression, day: date) -> QuerySet[Any]:
    return (
        Sanction.objects.filter(person=OuterRef("person")).alias(ends=until).filter(ends__gt=day).values("pk")
    )


def _level(day: date) -> Any:
    """The level held: the recorded spell, else that of the main post."""
    post = Assignment.objects.filter(running(day), person=OuterRef("pk"), kind="main").exclude(level="")
    return Coalesce(
        Subquery(_spell(day, "level").values("code")[:1]),
        Subquery(post.order_by("level", "-from_on").values("level")[:1]),
    )


def _spell(day: date, kind: str) -> QuerySet[Rank]:
    return Rank.objects.filter(running(day), person=OuterRef("pk"), kind=kind).order_by("-from_on")


def _post_since(day: date) -> Any:
    held = Assignment.objects.filter(running(day), person=OuterRef("pk"), kind="main")
    since = Coalesce("counted_from_on", "from_on")
    return Subquery(held.order_by("level", "from_on").values_list(since)[:1])


def _hours(day: date) -> Any:
    """Hours of classes that ended in the five years up to the day; none at all when no class is on file."""
    taken = Training.objects.filter(
        person=OuterRef("pk"), until_on__gt=add_years(day, -5), until_on__lte=day
    ).order_by()
    return Subquery(taken.values("person").annotate(sum=Sum("hours")).values("sum"))


@cache
def education_words(rank: int) -> tuple[str, ...]:
    """Every way a file writes an education of this rank: code, label, other wordings, with the mode before it."""
    plain = [
        word
        for code, row in codes.table("education").items()
        if EDUCATION.get(code[:1]) == rank
        for word in (code, row.label, *row.also)
    ]
    return tuple(dict.fromkeys(f"{mode}{word}" for word in plain for mode in ("", "全日制", "在职")))


def _education(day: date) -> Any:
    """The rank of the highest finished education, 5 to 1."""
    ranks = [When(level__in=education_words(rank), then=Value(rank)) for rank in range(5, 0, -1)]
    done = Education.objects.filter(scope("done", day), person=OuterRef("pk")).order_by()
    best = done.values("person").annotate(best=Max(Case(*ranks, output_field=IntegerField())))
    return Subquery(best.values("best"))


_VALUES: dict[str, Callable[[date], Any]] = {
    "level": _level,
    "rank": lambda day: Subquery(_spell(day, "rank").values("code")[:1]),
    "level_since": lambda day: Subquery(_spell(day, "level").values("from_on")[:1]),
    "post_since": _post_since,
    "education": _education,
    "training_hours": _hours,
}
