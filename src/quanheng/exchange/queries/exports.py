"""Exports as somebody may see them: their own and nobody else's; and whom an export is about."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from django.db.models import Q, QuerySet

from quanheng.access.models import Account
from quanheng.access.permissions.rights import rights_of, within
from quanheng.exchange.models import ExportChunk, ExportJob
from quanheng.exchange.queries.files import opened, piece_at
from quanheng.registry.models import Organisation, Person
from quanheng.registry.queries.organisations import organisations
from quanheng.registry.queries.people import people

VIEW, OPEN = "registry.view", "registry.sensitive"


def exports(*, by: Account, on: date) -> QuerySet[ExportJob]:
    """Newest first, of whoever may still export at all: what was made with somebody's rights is nobody else's."""
    rows = (
        ExportJob.objects.filter(asked_by=by) if rights_of(by, on=on).may(VIEW) else ExportJob.objects.none()
    )
    return rows.order_by("-pk")


def scope_of(by: Account, *, on: date) -> dict[str, Any]:
    """Where somebody may see people, and where what is masked: a file made with other rights than today's is not handed out."""
    rights = rights_of(by, on=on)
    return {"view": sorted(rights.paths(VIEW)), "open": sorted(rights.paths(OPEN))}


def export_people(*, by: Account, on: date, kind: str, organisation_code: str = "") -> QuerySet[Person]:
    """Of a unit and all below it, or everybody `by` may see, unit by unit; for all but the workbook, those whose whole file they may open."""
    rows = people(by=by, on=on)
    if kind in ExportJob.OPEN:
        rows = rows.filter(within(OPEN, by=by, on=on))
    if organisation_code:
        under = Q(organisation__code__startswith=f"{organisation_code}.")
        rows = rows.filter(Q(organisation__code=organisation_code) | under)
    return rows.order_by("organisation__code", "pinyin", "key")


def whole(keys: list[Any], *, has_photos: bool = False) -> list[Person]:
    """These persons in this order with their units; photographs are left where they are unless they are asked for."""
    found = Person.objects.filter(pk__in=keys).select_related("organisation", "authority")
    by_key = {person.pk: person for person in (found if has_photos else found.defer("photo", "form_extra"))}
    return [by_key[key] for key in keys if key in by_key]


def export_units(codes: set[str], *, by: Account, on: date) -> list[Organisation]:
    """These units and all above them, as far as `by` may see them."""
    wanted = {
        ".".join(parts[: place + 1])
        for code in codes
        for parts in [code.split(".")]
        for place in range(len(parts))
    }
    return list(organisations(by=by, on=on).filter(code__in=wanted).select_related("parent").order_by("code"))


def pieces(export: ExportJob) -> Iterator[bytes]:
    """The file, a megabyte at a time; for who was shown the export."""
    for number in list(ExportChunk.objects.filter(export=export).order_by("number").values_list("number", flat=True)):
        sealed = ExportChunk.objects.values_list("data", flat=True).get(export=export, number=number)
        yield opened(export, sealed, place=piece_at(number))
