"""Many operations as one."""

from collections.abc import Sequence

from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.operations import AddConstraint, AddField, AddIndex, CreateModel
from django.db.migrations.operations.base import Operation
from django.db.migrations.state import ProjectState


class Together(Operation):
    """Operations run against the state that they lead to; a table made here is made whole, with whatever is added to it later on.

    Django draws every related model anew after each operation: thirty tables that refer to each other cost seconds.
    Here the models are drawn once. References between the tables are made when the migration ends, as Django defers them.
    """

    reversible = False

    def __init__(self, operations: Sequence[Operation]) -> None:
        self.operations = operations

    def state_forwards(self, app_label: str, state: ProjectState) -> None:
        state.__dict__.pop("apps", None)
        for each in self.operations:
            each.state_forwards(app_label, state)

    def database_forwards(
        self, app_label: str, schema_editor: BaseDatabaseSchemaEditor, from_state: ProjectState, to_state: ProjectState
    ) -> None:
        made = {each.name_lower for each in self.operations if isinstance(each, CreateModel)}
        for each in self.operations:
            if not (isinstance(each, AddField | AddIndex | AddConstraint) and each.model_name_lower in made):
                each.database_forwards(app_label, schema_editor, from_state, to_state)

    def describe(self) -> str:
        return f"{len(self.operations)} steps"
