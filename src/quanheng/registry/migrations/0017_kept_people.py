"""Appraisals, awards, the rest of the form and the photograph become sealed under the installation's key, and what versions keep of them."""

import json
from collections.abc import Callable
from typing import Any

from django.db import migrations

from quanheng.access.migrations._kept import Kept, batches, named, profile_of_house, resting
from quanheng.access.models.kept import HouseKept, KeptJSON, KeptWords, from_version, in_version

FIELDS: dict[str, HouseKept] = {
    "awards": KeptWords(of="key", blank=True, verbose_name="奖惩情况"),
    "appraisals": KeptWords(of="key", blank=True, verbose_name="年度考核结果"),
    "photo": HouseKept(of="key", null=True, blank=True, verbose_name="照片"),
    "form_extra": KeptJSON(of="key", default=dict, blank=True, verbose_name="任免审批表其他项"),
}
VERSIONED = {name: named(field, name) for name, field in FIELDS.items() if name != "photo"}
"""Of a photograph a version keeps the size."""
_READ = (
    "SELECT id, person_id, before, after FROM registry_revision"
    " WHERE noun = 'person' AND (jsonb_exists_any(before, %s) OR jsonb_exists_any(after, %s))"
)
_WRITE = "UPDATE registry_revision SET before = %s, after = %s WHERE id = %s"
_Change = Callable[[HouseKept, str, Any], Any]


def seal_versions(apps: Any, editor: Any) -> None:
    profile = profile_of_house(editor)
    _change(editor, lambda field, record, value: in_version(field.shut_in(record, value, profile)) if value else None)


def open_versions(apps: Any, editor: Any) -> None:
    _change(editor, lambda field, record, value: field.opened_in(record, from_version(value) or b""))


def _change(editor: Any, change: _Change) -> None:
    names = list(VERSIONED)
    with resting(editor, "registry_revision"), editor.connection.cursor() as cursor:
        for rows in batches(editor, _READ, "id", names, names):
            cursor.executemany(_WRITE, [(_state(before, person, change), _state(after, person, change), pk) for pk, person, before, after in rows])


def _state(state: str | None, person: Any, change: _Change) -> str | None:
    if state is None:
        return None
    said = json.loads(state)
    said |= {name: change(field, f"registry.person:{person}", said[name]) for name, field in VERSIONED.items() if name in said}
    return json.dumps(said, ensure_ascii=False)


class Migration(migrations.Migration):
    dependencies = [("registry", "0016_kept"), ("access", "0005_keys")]
    operations = [Kept("person", FIELDS), migrations.RunPython(seal_versions, open_versions)]
