"""Columns become sealed under the installation's key, what stands in them at once: the installation has it."""

import json
from collections.abc import Iterator
from typing import Any

from django.db import migrations
from django.db.migrations.operations.base import Operation

from quanheng.access.core.profiles import INTL, PROFILES
from quanheng.access.migrations._together import Together
from quanheng.access.models.kept import HouseKept, KeptJSON, KeptWords

_AT_ONCE = 5_000


def kept(room: str, table: str, fields: dict[str, HouseKept]) -> Iterator[Operation]:
    """A new column takes the place of each: words left in one whose type changes would stay in the rows it stood in."""
    yield Together([migrations.AddField(table, f"{column}_kept", field) for column, field in fields.items()])
    yield migrations.RunPython(_Sealing(room, table, fields), migrations.RunPython.noop)
    for column, field in fields.items():
        drop, back = f"ALTER TABLE {room}_{table} DROP COLUMN {column}", f"ALTER TABLE {room}_{table} ADD COLUMN {column} {_former(field)}"
        yield migrations.RunSQL(drop, back, state_operations=[migrations.RemoveField(table, column)])
        yield migrations.RenameField(table, f"{column}_kept", column)


def _former(field: HouseKept) -> str:
    """The column that stood there, empty: who goes back finds no words."""
    words = f"varchar({field.max_length})" if field.max_length else "text"
    kind, usual = ("jsonb", "'{}'") if isinstance(field, KeptJSON) else (words, "''") if isinstance(field, KeptWords) else ("bytea", "''")
    return kind if field.null else f"{kind} NOT NULL DEFAULT {usual}"


class _Sealing:
    """Each row once, some thousand at a time; triggers rest, as no word of anybody changes."""

    def __init__(self, room: str, table: str, fields: dict[str, HouseKept]) -> None:
        self._room, self._table, self._fields = room, table, fields

    def __call__(self, apps: Any, editor: Any) -> None:
        recovery = apps.get_model("access", "NodeKey").objects.filter(authority__isnull=True).order_by("-version").first()
        profile = PROFILES[recovery.profile] if recovery else INTL
        model, name = apps.get_model(self._room, self._table), f"{self._room}_{self._table}"
        columns = ", ".join(f"{each}_kept = %s, {each} = {self._emptied(model, each)}" for each in self._fields)
        rows, last = model.objects.order_by("pk"), 0
        with editor.connection.cursor() as cursor:
            cursor.execute(f"ALTER TABLE {name} DISABLE TRIGGER USER")
            while some := list(rows.filter(pk__gt=last)[:_AT_ONCE]):
                last = some[-1].pk
                said = [(*(self._shut(row, each, profile) for each in self._fields), row.pk) for row in some]
                cursor.executemany(f"UPDATE {name} SET {columns} WHERE id = %s", said)  # noqa: S608  our own names
            cursor.execute(f"ALTER TABLE {name} ENABLE TRIGGER USER")

    def _shut(self, row: Any, column: str, profile: Any) -> bytes | None:
        field = self._fields[column].clone()
        field.name = column
        value = getattr(row, column)
        return field.shut(row, bytes(value) if isinstance(value, memoryview) else value, profile)

    def _emptied(self, model: Any, column: str) -> str:
        field = model._meta.get_field(column)
        if field.null:
            return "NULL"
        return f"'{json.dumps({})}'" if isinstance(self._fields[column], KeptJSON) else "''"
