"""Identity numbers become sealed: those that are there wait for `quanheng keys seal`, and get their index and findings at once."""

from collections.abc import Iterator
from typing import Any

from django.db import migrations, models

from quanheng.access.actions.copying import copy_into
from quanheng.access.core.sealed_fields import waiting_words
from quanheng.access.migrations._together import Together
from quanheng.access.models.sealed import SealedText
from quanheng.registry.queries.numbers import beside

WAITING = r"""
ALTER TABLE registry_person
  ALTER COLUMN id_number DROP NOT NULL,
  ALTER COLUMN id_number TYPE bytea USING CASE
    WHEN coalesce(id_number, '') = '' THEN ''::bytea ELSE '\x00'::bytea || convert_to(id_number, 'UTF8') END;
ALTER TABLE registry_person ALTER COLUMN id_number SET NOT NULL
"""
BESIDE = "CREATE TEMP TABLE registry_beside (key uuid, at bytea, flags varchar(10), against varchar(10), length int) ON COMMIT DROP"
# A number of fifteen digits and its form of eighteen are one: the longer keeps the index, the other is marked.
WRITTEN = """
UPDATE registry_person p SET number_index = CASE WHEN b.place = 1 THEN b.at END,
  number_flags = CASE WHEN b.place = 1 THEN b.flags ELSE b.flags || 'd' END, number_against = b.against
FROM (SELECT *, row_number() OVER (PARTITION BY at ORDER BY length DESC, key) AS place FROM registry_beside) b WHERE b.key = p.key
"""
_AT_ONCE = 5_000


def index(apps: Any, editor: Any) -> None:
    """A fingerprint of each number under the installation's key, some thousand read at a time."""
    person = apps.get_model("registry", "Person")
    editor.execute(BESIDE)
    rows = (
        person.objects.exclude(id_number=b"")
        .order_by("key")
        .values_list("key", "id_number", "born_on", "sex")
    )
    last = None
    while some := list((rows.filter(key__gt=last) if last else rows)[:_AT_ONCE]):
        last = some[-1][0]
        copy_into("registry_beside", ("key", "at", "flags", "against", "length"), _beside(some))
    editor.execute(WRITTEN)


def _beside(rows: list[tuple[Any, ...]]) -> Iterator[tuple[Any, ...]]:
    for key, kept, born_on, sex in rows:
        number = waiting_words(bytes(kept)) or ""
        found = beside(number, born_on=born_on, sex=sex)
        yield key, found["number_index"], found["number_flags"], found["number_against"], len(number)


class Migration(migrations.Migration):
    dependencies = [("registry", "0010_jobs")]
    operations = [
        Together([migrations.AddField(
            "person",
            "number_index",
            models.BinaryField(editable=False, null=True, unique=True, verbose_name="身份证号索引"),
        ),
        migrations.AddField(
            "person",
            "number_flags",
            models.CharField(
                blank=True, default="", editable=False, max_length=10, verbose_name="身份证号核对结果"
            ),
            preserve_default=False,
        ),
        migrations.AddField(
            "person",
            "number_against",
            models.CharField(
                blank=True, default="", editable=False, max_length=10, verbose_name="身份证号核对依据"
            ),
            preserve_default=False,
        )]),
        # As Django would, but for the type, which it cannot change by itself: first no two alike, then the bytes.
        Together([migrations.AlterField(
            "person",
            "id_number",
            models.CharField(blank=True, max_length=18, null=True, verbose_name="身份证号"),
        )]),
        Together([migrations.RunSQL(
            WAITING,
            state_operations=[
                migrations.AlterField(
                    "person", "id_number", SealedText(blank=True, default=b"", verbose_name="身份证号")
                )
            ],
        )]),
        migrations.RunPython(index, migrations.RunPython.noop),
    ]
