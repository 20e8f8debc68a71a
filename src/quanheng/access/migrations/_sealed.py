"""A column of words becomes sealed: what is there waits for `quanheng keys seal`, as a migration has no key."""

from django.db import migrations

from quanheng.access.models.sealed import SealedText

_WAITING = r"""
ALTER TABLE {room}_{table} ALTER COLUMN {column} TYPE bytea
  USING CASE WHEN {column}::text IN ('', '{{}}') THEN ''::bytea ELSE '\x00'::bytea || convert_to({column}::text, 'UTF8') END
"""


def sealed(room: str, table: str, column: str, label: str) -> migrations.RunSQL:
    """Text or JSON; a zero byte before the words says that they are not sealed yet."""
    return migrations.RunSQL(
        _WAITING.format(room=room, table=table, column=column),
        state_operations=[migrations.AlterField(table, column, SealedText(verbose_name=label))],
    )
