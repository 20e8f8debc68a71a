"""Make an export: workbooks of some thousands of people each, an exchange package, forms; stored in pieces, nothing on disk."""

import hashlib
import zipfile
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime
from functools import partial
from typing import Any, Protocol
from uuid import UUID

from django.utils import timezone

from quanheng.access.actions.action import action
from quanheng.access.core.key_tree import Ring
from quanheng.access.models import Account
from quanheng.access.permissions.rights import rights_of
from quanheng.access.queries.house_seal import new_seal_of
from quanheng.exchange.core import form_formats, hzb, hzb_rows, workbook_writer
from quanheng.exchange.core.form_formats import Format
from quanheng.exchange.core.hzb_rows import PersonRows
from quanheng.exchange.models import ExportChunk, ExportJob
from quanheng.exchange.queries.exports import OPEN, export_people, export_units, scope_of, whole
from quanheng.exchange.queries.files import piece_at
from quanheng.exchange.queries.form_of import form_of
from quanheng.exchange.queries.package_rows import file_name, package_people, photos_of
from quanheng.exchange.queries.workbook_rows import Cells, sheets_of, unit_cells
from quanheng.kernel.progress import Progress, silent
from quanheng.kernel.refusals import Refused
from quanheng.kernel.texts import text
from quanheng.registry.models import Person

WHAT = "生成导出文件"
MOST_IN_A_FILE = 5_000
"""People in one workbook, or one package: what a reader opens and an import reads comfortably."""
_AT_ONCE = 500
_MEGABYTE = 2**20


@action(
    "exchange.export.make",
    label=WHAT,
    permission="registry.view",
    keeps=("export",),
    also=lambda given: {"people": given["export"].people, "sha256": given["export"].sha256},
)
def make_export(*, by: Account, at: datetime, export: ExportJob, progress: Progress = silent) -> ExportJob:
    """The file for who asked, with the rights of today, without sealed identity numbers and family: beside the page there is no key. Refused for nobody, and for more people than one package may hold."""
    on, into = timezone.localdate(at), _Store(export)
    scope = {"kind": export.kind, "organisation_code": export.organisation_code}
    keys = list(export_people(by=by, on=on, **scope).values_list("pk", flat=True))
    if not keys:
        raise Refused(
            text(WHAT), why=text("范围内没有您可以查阅的人"), remedy=text("核对机构编码，或放宽范围")
        )
    if export.kind in ExportJob.OPEN and len(keys) > MOST_IN_A_FILE:
        why = text("一份文件最多{most}人，范围内有{count}人", most=MOST_IN_A_FILE, count=len(keys))
        raise Refused(text(WHAT), why=why, remedy=text("请按机构分批导出"))
    export.file_name = written(keys, into, by=by, at=at, kind=export.kind, progress=progress)
    export.people, export.scope = len(keys), scope_of(by, on=on)
    export.size, export.sha256 = into.finish()
    export.save(update_fields=["file_name", "people", "scope", "size", "sha256"])
    return export


class Sink(Protocol):
    """写入处: where a file goes piece by piece."""

    def write(self, data: bytes, /) -> int: ...

    def flush(self) -> None: ...


def written(
    keys: Sequence[UUID], into: Sink, *, by: Account, at: datetime, kind: str, progress: Progress = silent, ring: Ring | None = None
) -> str:
    """Write these people into a file; its name. Identity numbers and family as far as `ring` opens them."""
    make = _MAKERS.get(kind, _forms)
    return make(keys, into, by=by, at=at, kind=kind, progress=progress, ring=ring)


class _Store:
    """A file being written straight into the database, sealed, a megabyte at a time (写入器)."""

    def __init__(self, export: ExportJob) -> None:
        self._export, self._held, self._number = export, bytearray(), 0
        self._digest, self._size, self._seal = hashlib.sha256(), 0, new_seal_of(export)

    def write(self, data: bytes) -> int:
        self._held += data
        while len(self._held) >= _MEGABYTE:
            self._put(bytes(self._held[:_MEGABYTE]))
            del self._held[:_MEGABYTE]
        return len(data)

    def flush(self) -> None:
        """Nothing to do: a zip file asks for it."""

    def finish(self) -> tuple[int, str]:
        """Size and digest of the whole."""
        if self._held:
            self._put(bytes(self._held))
            self._held.clear()
        return self._size, self._digest.hexdigest()

    def _put(self, piece: bytes) -> None:
        sealed = self._seal.seal(piece, place=piece_at(self._number))
        ExportChunk.objects.create(export=self._export, number=self._number, data=sealed)
        self._digest.update(piece)
        self._number, self._size = self._number + 1, self._size + len(piece)


def _workbooks(
    keys: Sequence[UUID], into: Sink, *, by: Account, at: datetime, kind: str, progress: Progress, ring: Ring | None = None
) -> str:
    """One workbook, or a zip of several that are each imported by themselves."""
    on, name = timezone.localdate(at), f"花名册-{timezone.localdate(at):%Y%m%d}"
    blocks = [keys[start : start + MOST_IN_A_FILE] for start in range(0, len(keys), MOST_IN_A_FILE)]
    if len(blocks) == 1:
        whole_progress = partial(_told, progress, 0, len(keys))
        into.write(_workbook(keys, by=by, on=on, progress=whole_progress, ring=ring))
        return f"{name}.xlsx"
    with zipfile.ZipFile(into, "w", zipfile.ZIP_STORED) as packed:  # type: ignore[call-overload]  # it only writes and flushes
        for number, block in enumerate(blocks):
            first = number * MOST_IN_A_FILE
            content = _workbook(
                block,
                by=by,
                on=on,
                progress=partial(_told, progress, first, len(keys)),
                ring=ring,
            )
            packed.writestr(f"{name}-{number + 1:03d}.xlsx", content)
    return f"{name}.zip"


def _told(progress: Progress, first: int, total: int, done: int) -> None:
    progress("gather", first + done, total)


def _workbook(keys: Sequence[UUID], *, by: Account, on: date, progress: Any, ring: Ring | None) -> bytes:
    rights, codes = rights_of(by, on=on), set[str]()
    sheets: dict[str, list[Cells]] = {"B01单位": []}
    for people in _people(keys, progress):
        for sheet, rows in sheets_of(
            people, may_see=lambda person: rights.may(OPEN, person.authority.path), ring=ring
        ).items():
            sheets.setdefault(sheet, []).extend(rows)
        codes |= {person.organisation.code for person in people if person.organisation}
    codes |= {
        str(row["organisation_code"]) for row in sheets.get("A02职务", ()) if row.get("organisation_code")
    }
    sheets["B01单位"] = [unit_cells(unit) for unit in export_units(codes, by=by, on=on)]
    return workbook_writer.write(sheets)


def _people(keys: Sequence[UUID], progress: Any) -> Iterator[list[Person]]:
    for start in range(0, len(keys), _AT_ONCE):
        progress(start)
        yield whole(list(keys[start : start + _AT_ONCE]))


def _package(
    keys: Sequence[UUID], into: Sink, *, by: Account, at: datetime, kind: str, progress: Progress, ring: Ring | None = None
) -> str:
    on = timezone.localdate(at)
    pictures = {key: (name, image) for key, name, image in photos_of(keys)}
    names: Mapping[UUID, str] = {key: name for key, (name, _image) in pictures.items()}
    people: list[PersonRows] = []
    for some in _people(keys, lambda done: progress("gather", done, len(keys))):
        people += package_people(some, photos=names, ring=ring)
    codes = {
        str(cells["organisation_code"])
        for person in people
        for _sheet, cells in person.rows
        if cells.get("organisation_code")
    }
    units = [
        unit_cells(unit)
        for unit in export_units(codes | {each.unit_code for each in people}, by=by, on=on)
    ]
    images = dict(pictures.values())
    into.write(hzb.write(hzb_rows.package(people, units, at=timezone.localtime(at), photos=images)))
    return file_name(units, on)


def _forms(
    keys: Sequence[UUID], into: Sink, *, by: Account, at: datetime, kind: str, progress: Progress, ring: Ring | None = None
) -> str:
    """A form each, numbered in the order of the list."""
    on, number = timezone.localdate(at), 0
    with zipfile.ZipFile(into, "w", _PACKING[kind]) as packed:  # type: ignore[call-overload]  # as above
        for start in range(0, len(keys), _FORMS_AT_ONCE):
            progress("gather", start, len(keys))
            for person in whole(list(keys[start : start + _FORMS_AT_ONCE]), has_photos=True):
                number += 1
                made = form_formats.made(form_of(person, on=on, ring=ring), on=on, kind=_FORMATS[kind])
                packed.writestr(f"{number:04d}{person.name}.{kind}", made.content)
    return f"任免审批表-{on:%Y%m%d}.zip"


_FORMS_AT_ONCE = 100
_FORMATS: dict[str, Format] = {"lrmx": "lrmx", "pdf": "pdf"}
_PACKING = {"lrmx": zipfile.ZIP_DEFLATED, "pdf": zipfile.ZIP_STORED}
_MAKERS = {"workbook": _workbooks, "package": _package}
