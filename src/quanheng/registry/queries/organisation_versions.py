"""Organisations as they were on a day: the versions that hold it, laid over rows that are never saved so."""

from collections.abc import Iterable
from datetime import date

from django.db.models import Q

from quanheng.registry.models import Organisation, OrganisationVersion


def covering(as_of: date) -> Q:
    """A condition: the version holds the day."""
    return (Q(from_on__isnull=True) | Q(from_on__lte=as_of)) & Q(until_on__gt=as_of)


def as_they_were(units: Iterable[Organisation], *, as_of: date) -> list[Organisation]:
    """The same rows with the name, parent and kind they had on the day: one query for all, none of them saved."""
    rows = list(units)
    kept = OrganisationVersion.objects.filter(covering(as_of), organisation__in=[row.pk for row in rows])
    was = {each.organisation_id: each for each in kept.order_by("-until_on", "pk")}
    for row in rows:
        if version := was.get(row.pk):
            row.name, row.short_name, row.parent_id = version.name, version.short_name, version.parent_id
            row.kind, row.level = version.kind, version.level
    return rows
