"""The dated lines of a record by kind: one row, its state as kept in versions, the versions as somebody may see them."""

from datetime import date
from typing import Any
from uuid import UUID

from django.apps import apps
from django.db.models import Model, QuerySet

from quanheng.access.core.chain import digest, plain
from quanheng.access.core.sealed_fields import as_json
from quanheng.access.models import Account
from quanheng.registry.core.lines import LINES, LineKind
from quanheng.registry.models import Revision
from quanheng.registry.queries.family import FAMILY_BESIDE
from quanheng.registry.queries.file import File, cover_of

_BY_MODEL = {kind.model: kind for kind in LINES.values()}


def model_of(kind: LineKind) -> type[Model]:
    return apps.get_model("registry", kind.model)


def kind_of(line: Model) -> LineKind:
    return _BY_MODEL[type(line).__name__]


def labels_of(kind: LineKind) -> dict[str, str]:
    """The Chinese names of the fields, as the table has them."""
    table = model_of(kind)._meta
    return {name: str(table.get_field(name).verbose_name) for name in kind.fields}  # type: ignore[union-attr]


def snapshot(line: Model) -> dict[str, Any]:
    """Every column of a row but whose it is and what only stands beside, as JSON can keep it; what is sealed stays sealed."""
    left_out = ("person", "id", *FAMILY_BESIDE)
    columns = [field.attname for field in line._meta.concrete_fields if field.name not in left_out]
    return {name: _kept(getattr(line, name)) for name in columns}


def _kept(value: object) -> Any:
    return (as_json(value) if value else "") if isinstance(value, bytes) else plain(value)


def mark_of(line: Model) -> str:
    """A short mark of a row as it stands; a form carries it so that nobody overwrites another."""
    return digest("", snapshot(line))[:16]


def line_of(*, by: Account, on: date, key: UUID, kind: LineKind, pk: int) -> tuple[File, Model] | None:
    """One line and the cover of the file it is in; None when `by` may see either not."""
    found = cover_of(by=by, on=on, key=key)
    if found is None or (kind.is_sensitive and not (found.may_see_sensitive or found.is_own)):
        return None
    line = model_of(kind)._default_manager.filter(person_id=key, pk=pk).first()
    return (found, line) if line else None


def versions(file: File, *, noun: str = "", line: str = "") -> QuerySet[Revision]:
    """What was changed in a file one may see, latest first; wholly sensitive kinds only for those who may see them."""
    rows = Revision.objects.filter(person=file.person).select_related("by")
    if noun:
        rows = rows.filter(noun__in=LINES[noun].nouns if noun in LINES else [noun])
    if line:
        rows = rows.filter(line=line)
    if not (file.may_see_sensitive or file.is_own):
        rows = rows.exclude(
            noun__in=[noun for kind in LINES.values() if kind.is_sensitive for noun in kind.nouns]
        )
    return rows.order_by("-at", "-pk")
