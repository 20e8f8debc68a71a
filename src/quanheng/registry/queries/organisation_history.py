"""Organisations through time: their changes and versions, and how the tree and its names were on a day."""

from datetime import date
from typing import Any, NamedTuple

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import Exists, OuterRef, Q, QuerySet

from quanheng.access.models import Account
from quanheng.access.queries.composed import answers
from quanheng.registry.models import Organisation, OrganisationChange, OrganisationVersion, PlannedChange
from quanheng.registry.queries.organisation_versions import as_they_were, covering
from quanheng.registry.queries.organisations import existing
from quanheng.registry.queries.sight import seen


def any_organisation(*, by: Account, on: date, code: str) -> Organisation | None:
    """One unit whose leaders' authority `by` may view, though it have ended."""
    rows = Organisation.objects.filter(seen("establishment.view", by=by, on=on), code=code)
    return rows.select_related("authority", "parent").first()


class Change(NamedTuple):
    """An order that touched a unit: the names of the units before and after, and who entered it."""

    on: date
    kind: str
    document: str
    reason: str
    by: str
    before: list[str]
    after: list[str]


def changes_of(unit: Organisation) -> list[Change]:
    """Every order that touched the unit, latest first."""
    return [Change(*row) for row in answers(_changes_of, unit=unit.pk)]


def _changes_of(*, unit: int) -> QuerySet[OrganisationChange, Any]:
    units = Organisation.objects.filter(pk=unit)
    touched = Q(Exists(units.filter(changes_out=OuterRef("pk")))) | Q(Exists(units.filter(changes_in=OuterRef("pk"))))
    before, after = (
        ArraySubquery(Organisation.objects.filter(**{side: OuterRef("pk")}).order_by("code").values("name"))
        for side in ("changes_out", "changes_in")
    )
    rows = OrganisationChange.objects.filter(touched).order_by("-on", "-pk")
    return rows.values_list("on", "kind", "document", "reason", "by__name", before, after)


def plans(*, by: Account, on: date, unit: Organisation | None = None) -> QuerySet[PlannedChange]:
    """Changes whose day has not come, and those that could not be carried out; of all units `by` may view, or of one."""
    rows = PlannedChange.objects.filter(
        seen("establishment.view", by=by, on=on, field="organisation__authority"), state__in=("waiting", "refused")
    )
    if unit is not None:
        rows = rows.filter(organisation=unit)
    return rows.select_related("organisation__authority", "by").order_by("on", "pk")


class Version(NamedTuple):
    """What a unit was called, and where it stood, for a time."""

    name: str
    parent: str | None
    level: str
    from_on: date | None
    until_on: date


def versions_of(unit: Organisation) -> list[Version]:
    return [Version(*row) for row in answers(_versions_of, unit=unit.pk)]


def _versions_of(*, unit: int) -> QuerySet[OrganisationVersion, Any]:
    rows = OrganisationVersion.objects.filter(organisation=unit).order_by("-until_on", "-pk")
    return rows.values_list("name", "parent__name", "level", "from_on", "until_on")


def rows_below(
    parent: Organisation | None, *, by: Account, on: date, as_of: date
) -> QuerySet[Organisation]:
    """The visible units that stood right below a unit on the day, in their order; None: the topmost ones.

    Who stood elsewhere than now is asked first, as few do: the others an index finds by their present parent.
    """
    then = OrganisationVersion.objects.filter(covering(as_of)).order_by()
    was = [unit for (unit,) in (answers(_was_below, parent=parent.pk, day=as_of) if parent else answers(_was_at_the_top, day=as_of))]
    rows = Organisation.objects.filter(seen("establishment.view", by=by, on=on), existing(as_of))
    now = Q(parent=parent) if parent else _at_the_top(by, on)
    is_same = Q(~Exists(then.filter(organisation=OuterRef("pk"))))
    return rows.filter((now & is_same) | Q(pk__in=was)).order_by("order", "code")


def _was_below(*, parent: int, day: date) -> QuerySet[OrganisationVersion, Any]:
    return OrganisationVersion.objects.filter(covering(day), parent=parent).order_by().values_list("organisation")


def _was_at_the_top(*, day: date) -> QuerySet[OrganisationVersion, Any]:
    return OrganisationVersion.objects.filter(covering(day), parent=None).order_by().values_list("organisation")


def _at_the_top(by: Account, on: date) -> Q:
    """No unit above, or none that is visible."""
    above = Organisation.objects.filter(seen("establishment.view", by=by, on=on), pk=OuterRef("parent"))
    return Q(parent=None) | Q(~Exists(above))


def below(
    parent: Organisation | None, *, by: Account, on: date, as_of: date, limit: int = 500
) -> list[Organisation]:
    """The first of them, by the names of the day."""
    return as_they_were(rows_below(parent, by=by, on=on, as_of=as_of)[:limit], as_of=as_of)
