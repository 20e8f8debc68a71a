"""Many operations as one, with only those models drawn that they need."""

from collections.abc import Iterable, Sequence
from typing import Any

from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.operations import (
    AddConstraint,
    AddField,
    AddIndex,
    AlterField,
    CreateModel,
    DeleteModel,
    RemoveConstraint,
    RemoveField,
    RemoveIndex,
    RunSQL,
)
from django.db.migrations.operations.base import Operation
from django.db.migrations.state import ModelState, ProjectState, StateApps
from django.db.migrations.utils import resolve_relation

Key = tuple[str, str]
_FORWARD = (AddConstraint, AddField, AddIndex, AlterField, CreateModel, DeleteModel, RemoveConstraint, RemoveField, RemoveIndex, RunSQL)
"""Operations that ask for their own table and those it refers to, but not for those that refer to it."""


class Together(Operation):
    """Operations run against the state that they lead to; a table made here is made whole, with whatever is added to it later on.

    Django draws every related model anew after each operation: thirty tables that refer to each other cost seconds.
    Here those that the operations need are drawn once. References between the tables are made when the migration ends, as Django defers them.
    """

    def __init__(self, operations: Sequence[Operation]) -> None:
        self.operations = operations

    @property
    def reversible(self) -> bool:  # type: ignore[override]
        return all(each.reversible for each in self.operations)

    def state_forwards(self, app_label: str, state: ProjectState) -> None:
        state.__dict__.pop("apps", None)
        for each in self.operations:
            each.state_forwards(app_label, state)
        state.__dict__["apps"] = _Undrawn(state.real_apps, state.models)

    def database_forwards(
        self, app_label: str, schema_editor: BaseDatabaseSchemaEditor, from_state: ProjectState, to_state: ProjectState
    ) -> None:
        made = {each.name_lower for each in self.operations if isinstance(each, CreateModel)}
        if all(_is_forward(each) for each in self.operations):
            names = {_name_of(each) for each in self.operations} - {""}
            from_state, to_state = (_few(state, [(app_label, name) for name in names]) for state in (from_state, to_state))
        for each in self.operations:
            if not (isinstance(each, AddField | AddIndex | AddConstraint) and each.model_name_lower in made):
                each.database_forwards(app_label, schema_editor, from_state, to_state)

    def database_backwards(
        self, app_label: str, schema_editor: BaseDatabaseSchemaEditor, from_state: ProjectState, to_state: ProjectState
    ) -> None:
        """One by one, each between its own two states."""
        states = [to_state]
        for each in self.operations:
            states.append(states[-1].clone())
            each.state_forwards(app_label, states[-1])
        for place, each in reversed(list(enumerate(self.operations))):
            each.database_backwards(app_label, schema_editor, states[place + 1], states[place])

    def describe(self) -> str:
        return f"{len(self.operations)} steps"


class _Undrawn:
    """The models of a state until somebody asks for them: most states are only passed through, and a hundred models take a while."""

    def __init__(self, real: Any, models: dict[Key, ModelState]) -> None:
        self._real, self._models = real, models
        self._drawn: StateApps | None = None

    def clone(self) -> Any:
        """For a state that will not change while this one does."""
        return _Undrawn(self._real, {key: each.clone() for key, each in self._models.items()}) if self._drawn is None else self._drawn.clone()

    def unregister_model(self, app_label: str, model_name: str) -> None:
        """Where the state has let go of it before anybody asked, it was never drawn."""
        if self._drawn is not None:
            self._drawn.unregister_model(app_label, model_name)

    def __getattr__(self, name: str) -> Any:
        if self._drawn is None:
            self._drawn = StateApps(self._real, self._models)
        return getattr(self._drawn, name)


def _is_forward(operation: Operation) -> bool:
    if isinstance(operation, AlterField):  # the type of a key is altered where it is referred to as well
        return not (operation.field.primary_key or operation.field.unique)
    return isinstance(operation, _FORWARD)


def _name_of(operation: Any) -> str:
    name: str = operation.name_lower if isinstance(operation, CreateModel | DeleteModel) else getattr(operation, "model_name_lower", "")
    return name


def _few(state: ProjectState, keys: Iterable[Key]) -> ProjectState:
    """The state of these models and of all that they refer to."""
    found: dict[Key, ModelState] = {}
    left = list(keys)
    while left:
        key = left.pop()
        if key in state.models and key not in found:
            found[key] = state.models[key]
            left += _targets(found[key])
    return ProjectState(found, state.real_apps)


def _targets(model: ModelState) -> Iterable[Key]:
    for field in model.fields.values():
        for related in (getattr(field.remote_field, "model", None), getattr(field.remote_field, "through", None)):
            if related is not None:
                yield resolve_relation(related, model.app_label, model.name_lower)
    for base in model.bases:
        if isinstance(base, str):
            yield resolve_relation(base, model.app_label, model.name_lower)
