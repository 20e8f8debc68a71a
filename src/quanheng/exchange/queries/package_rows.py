"""People of the registry for an exchange package: their rows, and their photographs when the package is written."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from uuid import UUID

from quanheng.access.core.key_tree import Ring
from quanheng.exchange.core import photo
from quanheng.exchange.core.hzb_rows import PersonRows
from quanheng.exchange.queries.workbook_rows import Cells, rows_of
from quanheng.registry.models import Person

_ENDINGS = {"jpeg": "jpg"}


def package_people(people: Iterable[Person], *, photos: Mapping[UUID, str], ring: Ring | None = None) -> list[PersonRows]:
    """All rows of these persons, whose whole files the caller may open; `photos` names the pictures."""
    found: dict[UUID, list[tuple[str, Cells]]] = {}
    known = list(people)
    for sheet, key, cells in rows_of(known, may_see=lambda _: True, ring=ring):
        found.setdefault(key, []).append((sheet, cells))
    return [
        PersonRows(
            str(each.pk),
            each.organisation.code if each.organisation else "",
            found[each.pk],
            photos.get(each.pk, ""),
        )
        for each in known
    ]


def photos_of(keys: Iterable[UUID]) -> Iterator[tuple[UUID, str, bytes]]:
    """Who has a picture that can be told, its name in the package and its bytes: one query."""
    rows = Person.objects.filter(pk__in=list(keys), photo__isnull=False).only("photo").order_by("pk")
    for person in rows.iterator(chunk_size=100):
        image = bytes(person.photo or b"")
        if kind := photo.kind(image):
            yield person.pk, f"{person.pk}.{_ENDINGS.get(kind, kind)}", image


def file_name(units: Iterable[Cells], on: date) -> str:
    """As the exporters name their files: the root unit's code and name, and the day."""
    root: Cells = next((unit for unit in units if not unit.get("parent_code")), {})
    return f"按机构导出文件_{root.get('organisation_code', '')}_{root.get('name', '')}{on:%Y%m%d}000000.zip"
