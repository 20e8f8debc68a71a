"""Organisations through time: their changes and versions, and how the tree and its names were on a day."""

from datetime import date

from django.db.models import Exists, OuterRef, Q, QuerySet

from quanheng.access.models import Account
from quanheng.registry.models import Organisation, OrganisationChange, OrganisationVersion, PlannedChange
from quanheng.registry.queries.organisation_versions import as_they_were, covering
from quanheng.registry.queries.organisations import existing
from quanheng.registry.queries.sight import seen


def any_organisation(*, by: Account, on: date, code: str) -> Organisation | None:
    """One unit whose leaders' authority `by` may view, though it have ended."""
    rows = Organisation.objects.filter(seen("establishment.view", by=by, on=on), code=code)
    return rows.select_related("authority", "parent").first()


def changes_of(unit: Organisation) -> QuerySet[OrganisationChange]:
    """Every order that touched the unit, latest first, with the units before and after."""
    touched = Q(before=unit) | Q(after=unit)
    return (
        OrganisationChange.objects.filter(touched)
        .distinct()
        .select_related("by")
        .prefetch_related("before", "after")
        .order_by("-on", "-pk")
    )


def plans(*, by: Account, on: date, unit: Organisation | None = None) -> QuerySet[PlannedChange]:
    """Changes whose day has not come, and those that could not be carried out; of all units `by` may view, or of one."""
    rows = PlannedChange.objects.filter(
        seen("establishment.view", by=by, on=on, field="organisation__authority"), state__in=("waiting", "refused")
    )
    if unit is not None:
        rows = rows.filter(organisation=unit)
    return rows.select_related("organisation__authority", "by").order_by("on", "pk")


def versions_of(unit: Organisation) -> QuerySet[OrganisationVersion]:
    return (
        OrganisationVersion.objects.filter(organisation=unit)
        .select_related("parent")
        .order_by("-until_on", "-pk")
    )


def below(
    parent: Organisation | None, *, by: Account, on: date, as_of: date, limit: int = 500
) -> list[Organisation]:
    """The visible units that stood right below a unit on the day, by the names of the day; None: the topmost ones."""
    then = OrganisationVersion.objects.filter(covering(as_of), organisation=OuterRef("pk"))
    rows = Organisation.objects.filter(seen("establishment.view", by=by, on=on), existing(as_of))
    if parent is None:
        visible = Organisation.objects.filter(seen("establishment.view", by=by, on=on))
        rows = rows.filter(~Exists(then), Q(parent=None) | ~Q(parent__in=visible)) | rows.filter(
            Exists(then.filter(parent=None))
        )
    else:
        rows = rows.filter(Exists(then.filter(parent=parent)) | (Q(parent=parent) & ~Exists(then)))
    return as_they_were(rows.order_by("order", "code")[:limit], as_of=as_of)
