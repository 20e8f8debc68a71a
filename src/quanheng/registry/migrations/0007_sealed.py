"""What is said in talks, notes of care and reports of agencies becomes sealed; words that are there wait for `quanheng keys seal`."""

from django.db import migrations

from quanheng.access.migrations._together import Together
from quanheng.access.models.sealed import SealedText

COLUMNS = (
    ("agencyfact", "content", "内容"),
    ("care", "note", "说明"),
    ("talk", "summary", "谈话要点"),
)
WAITING = r"""
ALTER TABLE registry_{table} ALTER COLUMN {column} TYPE bytea
  USING CASE WHEN {column} = '' THEN ''::bytea ELSE '\x00'::bytea || convert_to({column}, 'UTF8') END
"""


def sealed(table: str, column: str, label: str) -> migrations.RunSQL:
    """A zero byte before the words says that they are not sealed yet: a migration has no key."""
    field = SealedText(blank=True, default=b"", verbose_name=label)
    return migrations.RunSQL(
        WAITING.format(table=table, column=column),
        state_operations=[migrations.AlterField(table, column, field)],
    )


class Migration(migrations.Migration):
    dependencies = [("registry", "0006_levels_below_policies")]
    operations = [Together([sealed(*each) for each in COLUMNS])]
