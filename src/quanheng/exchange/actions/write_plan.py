"""Write a plan into the tables: parents first, lines by COPY, changes in bulk. Runs inside the caller's transaction."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from itertools import groupby
from typing import Any
from uuid import UUID

from django.db import connection, models
from django.db.models.fields.related import ForeignKey

from quanheng.access.actions.copying import copy_into
from quanheng.access.core.chain import plain
from quanheng.access.models import Account
from quanheng.establishment.models import PostQuota
from quanheng.exchange.core.progress import Progress, silent
from quanheng.exchange.queries.plan import Plan
from quanheng.exchange.queries.registry_now import CHILDREN
from quanheng.registry.models import FileGap, Organisation, Person, Post, Revision

_BATCH = 500
_REASON = 300
_PLAIN = frozenset({str, int, bool, date, UUID, type(None)})
_PARENTS: tuple[type[models.Model], ...] = (Post, Person)
_LEAVES: tuple[type[models.Model], ...] = (PostQuota, *CHILDREN)


@dataclass(frozen=True)
class Note:
    """What every corrected line is noted with (更正说明): who, when, and the file."""

    by: Account
    at: datetime
    file_name: str


def write_plan(plan: Plan, *, note: Note, progress: Progress = silent) -> None:
    """Everything the plan holds; a number of statements that does not grow with the number of people but by the batch."""
    total = sum(len(rows) for rows in plan.new.values()) + sum(len(rows) for rows in plan.changed.values())
    done = 0
    units = [unit for unit in plan.new.get(Organisation, ()) if isinstance(unit, Organisation)]
    for _depth, same in groupby(units, key=lambda unit: unit.code.count(".")):
        Organisation.objects.bulk_create(same)
    for table in (*_PARENTS, *_LEAVES):
        progress("write", done, total)
        rows = plan.new.get(table, [])
        _add(table, rows)
        done += len(rows)
    _write_gaps(plan)
    for table, changed in plan.changed.items():
        progress("write", done, total)
        fields = sorted({name for _row, before in changed for name in before})
        table._default_manager.bulk_update([row for row, _before in changed], fields, batch_size=_BATCH)
        done += len(changed)
    copy_rows(Revision, list(_revisions(plan, note)))


def _add(table: type[models.Model], rows: Sequence[models.Model]) -> None:
    """People have their key before they are written; seats get theirs from the database, and lines point to them."""
    if table is Post:
        Post.objects.bulk_create([row for row in rows if isinstance(row, Post)], batch_size=_BATCH)
    else:
        copy_rows(table, rows)


def _revisions(plan: Plan, note: Note) -> Iterator[Revision]:
    """A line of every correction: what stood there, what stands there now."""
    reason = f"导入《{note.file_name}》"[:_REASON]
    for table, rows in plan.changed.items():
        for row, before in rows:
            person = row if isinstance(row, Person) else getattr(row, "person", None)
            yield Revision(
                person=person,
                organisation=None if person else row if isinstance(row, Organisation) else getattr(row, "organisation", None),
                noun=str(table._meta.model_name),
                line=str(row.pk),
                before={name: _kept(old) for name, old in before.items()},
                after={name: _kept(getattr(row, name)) for name in before},
                reason=reason,
                by=note.by,
                at=note.at,
            )


def _kept(value: Any) -> Any:
    """A value as JSON; of a photo only its size, of another record its key."""
    if isinstance(value, bytes | memoryview):
        return f"{len(value)}字节"
    if isinstance(value, models.Model):
        return str(value.pk)
    return plain({"": value})[""]


def _write_gaps(plan: Plan) -> None:
    """What the file said again settles earlier gaps; what it could not say well opens new ones."""
    people = {person for person, _noun in plan.complete}
    over = [gap.pk for gap in FileGap.objects.filter(person__in=people) if (gap.person_id, gap.noun) in plan.complete]
    FileGap.objects.filter(pk__in=over).delete()
    copy_rows(FileGap, plan.gaps)


def copy_rows(model: type[models.Model], rows: Sequence[models.Model]) -> None:
    """Insert rows whose keys nobody needs back; keys the database makes are not fetched."""
    if not rows:
        return
    own = isinstance(model._meta.pk, models.UUIDField)
    fields = [field for field in model._meta.concrete_fields if (own or not field.primary_key) and not field.generated]
    copy_into(model._meta.db_table, [str(field.column) for field in fields], (_cells(row, fields) for row in rows))


def _cells(row: models.Model, fields: "Iterable[models.Field[Any, Any]]") -> list[Any]:
    return [_prepared(_value(row, field), field) for field in fields]


def _prepared(value: Any, field: "models.Field[Any, Any]") -> Any:
    """Most values go as they are; asking the field for each of a quarter of a million cells takes a second."""
    if type(value) in _PLAIN and not isinstance(field, models.JSONField):
        return value
    return field.get_db_prep_save(value, connection)


def _value(row: models.Model, field: "models.Field[Any, Any]") -> Any:
    """Keys are taken from the object: it may have been saved after it was set here."""
    if isinstance(field, ForeignKey) and field.is_cached(row):
        related = field.get_cached_value(row)
        return None if related is None else related.pk
    return getattr(row, field.attname)
