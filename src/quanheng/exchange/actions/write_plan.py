"""Write a plan into the tables: parents first, lines by COPY, changes in bulk. Runs inside the caller's transaction."""

from collections.abc import Iterable, Sequence
from datetime import date
from itertools import groupby
from typing import Any
from uuid import UUID

from django.db import connection, models
from django.db.models.fields.related import ForeignKey

from quanheng.establishment.models import PostQuota
from quanheng.exchange.queries.plan import Plan
from quanheng.exchange.queries.registry_now import CHILDREN
from quanheng.registry.models import FileGap, Organisation, Person, Post

_BATCH = 500
_PLAIN = frozenset({str, int, bool, date, UUID, type(None)})
_PARENTS: tuple[type[models.Model], ...] = (Post, Person)
_LEAVES: tuple[type[models.Model], ...] = (PostQuota, *CHILDREN)


def write_plan(plan: Plan) -> None:
    """Everything the plan holds; a number of statements that does not grow with the number of people."""
    units = [unit for unit in plan.new.get(Organisation, ()) if isinstance(unit, Organisation)]
    for _depth, same in groupby(units, key=lambda unit: unit.code.count(".")):
        Organisation.objects.bulk_create(same)
    for parent in _PARENTS:
        parent._default_manager.bulk_create(plan.new.get(parent, []), batch_size=_BATCH)
    for leaf in _LEAVES:
        copy_rows(leaf, plan.new.get(leaf, []))
    _write_gaps(plan)
    for table, rows in plan.changed.items():
        fields = sorted({name for _row, names in rows for name in names})
        table._default_manager.bulk_update([row for row, _names in rows], fields, batch_size=_BATCH)


def _write_gaps(plan: Plan) -> None:
    """What the file said again settles earlier gaps; what it could not say well opens new ones."""
    nouns = {noun for _person, noun in plan.complete}
    over = [gap.pk for gap in FileGap.objects.filter(noun__in=nouns) if (gap.person_id, gap.noun) in plan.complete]
    FileGap.objects.filter(pk__in=over).delete()
    copy_rows(FileGap, plan.gaps)


def copy_rows(model: type[models.Model], rows: Sequence[models.Model]) -> None:
    """Insert rows nobody points to; their keys are not fetched."""
    if not rows:
        return
    fields = [field for field in model._meta.concrete_fields if not field.primary_key]
    columns = ", ".join(f'"{field.column}"' for field in fields)
    with connection.wrap_database_errors, connection.cursor() as cursor, cursor.copy(f'COPY "{model._meta.db_table}" ({columns}) FROM STDIN') as copy:
        for row in rows:
            copy.write_row(_cells(row, fields))


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
