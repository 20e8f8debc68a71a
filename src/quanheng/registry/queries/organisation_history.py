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


def rows_below(
    parent: Organisation | None, *, by: Account, on: date, as_of: date
) -> QuerySet[Organisation]:
    """The visible units that stood right below a unit on the day, in their order; None: the topmost ones.

    Who stood elsewhere than now is asked first, as few do: the others an index finds by their present parent.
    """
    then = OrganisationVersion.objects.filter(covering(as_of)).order_by()
    rows = Organisation.objects.filter(seen("establishment.view", by=by, on=on), existing(as_of))
    was = list(then.filter(parent=parent).values_list("organisation", flat=True))
    now = Q(parent=parent) if parent else _at_the_top(by, on)
    is_same = Q(~Exists(then.filter(organisation=OuterRef("pk"))))
    return rows.filter((now & is_same) | Q(pk__in=was)).order_by("order", "code")


def _at_the_top(by: Account, on: date) -> Q:
    """No unit above, or none that is visible."""
    above = Organisation.objects.filter(seen("establishment.view", by=by, on=on), pk=OuterRef("parent"))
    return Q(parent=None) | Q(~Exists(above))


def below(
    parent: Organisation | None, *, by: Account, on: date, as_of: date, limit: int = 500
) -> list[Organisation]:
    """The first of them, by the names of the day."""
    return as_they_were(rows_below(parent, by=by, on=on, as_of=as_of)[:limit], as_of=as_of)
