"""Columns become sealed under the installation's key, what stands in them at once: the installation has it."""

import json
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from typing import Any

from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations import AlterField
from django.db.migrations.state import ProjectState

from quanheng.access.core.profiles import INTL, PROFILES, Profile
from quanheng.access.migrations._together import Together
from quanheng.access.models.kept import HouseKept, KeptJSON

_AT_ONCE = 200
"""Rows in memory: some hold a photograph."""
_Change = Callable[[HouseKept, str, Any], Any]


class Kept(Together):
    """A new column takes the place of each: words left in one whose type changes would stay in the rows it stood in.

    No model is drawn. Who goes back finds the words again.
    """

    def __init__(self, table: str, fields: Mapping[str, HouseKept]) -> None:
        self.table, self.fields = table, {name: named(field, name) for name, field in fields.items()}
        super().__init__([AlterField(table, name, field) for name, field in fields.items()])

    def database_forwards(
        self, app_label: str, schema_editor: BaseDatabaseSchemaEditor, from_state: ProjectState, to_state: ProjectState
    ) -> None:
        profile = profile_of_house(schema_editor)
        self._exchange(app_label, schema_editor, (from_state, to_state), lambda field, record, value: field.shut_in(record, _read(field, value), profile))

    def database_backwards(
        self, app_label: str, schema_editor: BaseDatabaseSchemaEditor, from_state: ProjectState, to_state: ProjectState
    ) -> None:
        self._exchange(app_label, schema_editor, (from_state, to_state), lambda field, record, value: _written(field.opened_in(record, value)))

    def _exchange(self, room: str, editor: Any, states: tuple[ProjectState, ProjectState], change: _Change) -> None:
        """Columns of the other kind beside the present ones, filled from them, and then in their place."""
        name = f"{room}_{self.table}"
        present, other = (self._kinds(room, state, editor) for state in states)
        beside = (f"ADD COLUMN {each}_new {kind}{self._needed(each, kind)}" for each, kind in other.items())
        _alter(editor, name, [*beside, *(f"ALTER COLUMN {each} DROP NOT NULL" for each in present)])
        with resting(editor, name):
            self._fill(room, editor, states[0], present, change)
        _alter(editor, name, [f"DROP COLUMN {each}" for each in present])
        for each in other:
            editor.execute(f"ALTER TABLE {name} RENAME COLUMN {each}_new TO {each}")
        _alter(editor, name, [f"ALTER COLUMN {each} DROP DEFAULT" for each in other])

    def _fill(self, room: str, editor: Any, state: ProjectState, kinds: Mapping[str, str], change: _Change) -> None:
        """Each row that holds something once, some at a time."""
        name, of = f"{room}_{self.table}", next(iter(self.fields.values())).of
        key = next(each for each, field in state.models[room, self.table].fields.items() if field.primary_key)
        some = " OR ".join(f"{each} IS NOT NULL" if self.fields[each].null else f"{each} <> {_nothing(kind)}" for each, kind in kinds.items())
        read = f"SELECT {key}, {of}, {', '.join(kinds)} FROM {name} WHERE ({some})"  # noqa: S608  our own names
        write = f"UPDATE {name} SET {', '.join(f'{each} = NULL, {each}_new = %s' for each in kinds)} WHERE {key} = %s"  # noqa: S608
        for rows in batches(editor, read, key):
            said = [
                (*(None if value is None else change(self.fields[each], f"{room}.{self.table}:{owner}", value) for each, value in zip(kinds, values, strict=True)), pk)
                for pk, owner, *values in rows
            ]
            with editor.connection.cursor() as cursor:
                cursor.executemany(write, said)

    def _kinds(self, room: str, state: ProjectState, editor: Any) -> dict[str, str]:
        fields = state.models[room, self.table].fields
        return {each: fields[each].db_type(editor.connection) or "" for each in self.fields}

    def _needed(self, name: str, kind: str) -> str:
        return "" if self.fields[name].null else f" NOT NULL DEFAULT {_nothing(kind)}"


def named(field: HouseKept, name: str) -> HouseKept:
    """The field as one of a table: what it seals is bound to its name."""
    found = field.clone()
    found.name = name
    return found


def profile_of_house(editor: Any) -> Profile:
    """The algorithms that this house writes with, asked without a model."""
    with editor.connection.cursor() as cursor:
        cursor.execute("SELECT profile FROM access_nodekey WHERE authority_id IS NULL ORDER BY version DESC LIMIT 1")
        row = cursor.fetchone()
    return PROFILES[row[0]] if row else INTL


@contextmanager
def resting(editor: Any, table: str) -> Iterator[None]:
    """The triggers of a table rest: no word of anybody changes."""
    editor.execute(f"ALTER TABLE {table} DISABLE TRIGGER USER")
    yield
    editor.execute(f"ALTER TABLE {table} ENABLE TRIGGER USER")


def batches(editor: Any, read: str, key: str, *given: Any) -> Iterator[list[Any]]:
    """Rows of a query that has a condition already, some at a time, by the key that stands first in each."""
    after, last = "", []
    with editor.connection.cursor() as cursor:
        while True:
            cursor.execute(f"{read}{after} ORDER BY {key} LIMIT {_AT_ONCE}", [*given, *last])
            rows = cursor.fetchall()
            if not rows:
                return
            yield rows
            after, last = f" AND {key} > %s", [rows[-1][0]]


def _nothing(kind: str) -> str:
    return "'{}'" if kind == "jsonb" else "''"


def _alter(editor: Any, name: str, said: list[str]) -> None:
    editor.execute(f"ALTER TABLE {name} {', '.join(said)}")


def _read(field: HouseKept, value: Any) -> Any:
    return json.loads(value) if isinstance(field, KeptJSON) else value


def _written(value: Any) -> Any:
    return json.dumps(value, ensure_ascii=False) if isinstance(value, dict | list) else value
