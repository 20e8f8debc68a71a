"""Organisations as they were on a day: the versions that hold it, laid over rows that are never saved so."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from django.db.models import Q, QuerySet

from quanheng.access.queries.composed import answers, one_of
from quanheng.registry.models import Organisation, OrganisationVersion


def covering(as_of: date) -> Q:
    """A condition: the version holds the day."""
    return (Q(from_on__isnull=True) | Q(from_on__lte=as_of)) & Q(until_on__gt=as_of)


def as_they_were(units: Iterable[Organisation], *, as_of: date) -> list[Organisation]:
    """The same rows with the name, parent and kind they had on the day: one query for all, none of them saved."""
    rows = list(units)
    was = {unit: said for unit, *said in answers(_kept, day=as_of, units=[row.pk for row in rows])} if rows else {}
    for row in rows:
        if row.pk in was:
            row.name, row.short_name, row.parent_id, row.kind, row.level = was[row.pk]
    return rows


def _kept(*, day: date, units: list[int]) -> QuerySet[OrganisationVersion, Any]:
    kept = OrganisationVersion.objects.filter(covering(day), one_of(units, "organisation", "bigint")).order_by("-until_on", "pk")
    return kept.values_list("organisation", "name", "short_name", "parent", "kind", "level")
