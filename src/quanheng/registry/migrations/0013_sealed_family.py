"""Family lines become sealed: those that are there get their index, marks and flags, and wait for `quanheng keys seal`."""

from collections.abc import Iterator
from typing import Any

from django.conf import settings
from django.db import migrations, models

from quanheng.access.actions.copying import copy_into
from quanheng.access.migrations._together import Together
from quanheng.access.models.sealed import SealedDay, SealedText
from quanheng.registry.core import held_family

# A day as 1986-04-01, whatever the server is set to; a zero byte before the words says that they are not sealed yet.
WAITING = "ALTER TABLE registry_relative " + ", ".join(
    rf"""
  ALTER COLUMN {name} DROP DEFAULT, ALTER COLUMN {name} DROP NOT NULL,
  ALTER COLUMN {name} TYPE bytea USING CASE
    WHEN coalesce({said}, '') = '' THEN ''::bytea ELSE '\x00'::bytea || convert_to({said}, 'UTF8') END,
  ALTER COLUMN {name} SET NOT NULL"""
    for name, said in (
        ("name", "name"), ("born_on", "to_char(born_on, 'YYYY-MM-DD')"), ("political_status", "political_status"), ("post", "post"),
    )
)  # fmt: skip
BESIDE = "CREATE TEMP TABLE registry_beside_family (id bigint, at bytea, marks bytea, flags varchar(2)) ON COMMIT DROP"
# What anchors rest on stays as it is: nobody's are to be reckoned anew for this.
WRITTEN = """
ALTER TABLE registry_relative DISABLE TRIGGER USER;
UPDATE registry_relative r SET name_index = b.at, marks = b.marks, gone_flags = b.flags
FROM registry_beside_family b WHERE b.id = r.id;
ALTER TABLE registry_relative ENABLE TRIGGER USER
"""
_AT_ONCE = 5_000


def index(apps: Any, editor: Any) -> None:
    """Index, marks and flags of each line under the installation's key, some thousand read at a time."""
    relative = apps.get_model("registry", "Relative")
    if not relative.objects.exists():
        return
    editor.execute(BESIDE)
    rows, last = relative.objects.order_by("pk").values_list("pk", "person", *held_family.SEALED), 0
    while some := list(rows.filter(pk__gt=last)[:_AT_ONCE]):
        last = some[-1][0]
        copy_into("registry_beside_family", ("id", "at", "marks", "flags"), _beside(some))
    editor.execute(WRITTEN)


def _beside(rows: list[tuple[Any, ...]]) -> Iterator[tuple[Any, ...]]:
    key = settings.NUMBER_KEY
    for number, person, *words in rows:
        said = {name: str(each or "") for name, each in zip(held_family.SEALED, words, strict=True)}
        at = held_family.name_index(key, person, said["name"])
        yield number, at, held_family.marks(key, number, b"", said), held_family.gone_flags("", said)


class Migration(migrations.Migration):
    dependencies = [("registry", "0012_anchor_levels")]
    operations = [
        Together([migrations.AddField(
            "relative", "name_index", models.BinaryField(default=b"", editable=False, verbose_name="姓名索引")
        ),
        migrations.AddField(
            "relative", "marks", models.BinaryField(default=b"", editable=False, verbose_name="内容标记")
        ),
        migrations.AddField(
            "relative",
            "gone_flags",
            models.CharField(blank=True, default="", editable=False, max_length=2, verbose_name="已故标志"),
        )]),
        # Before the columns change: afterwards every row would be one of this transaction, and checked again.
        migrations.RunPython(index, migrations.RunPython.noop),
        Together([migrations.RunSQL(
            WAITING,
            state_operations=[
                migrations.AlterField("relative", name, field)
                for name, field in (
                    ("name", SealedText(blank=False, default=b"", max_length=60, verbose_name="姓名")),
                    ("born_on", SealedDay(blank=True, default=b"", verbose_name="出生年月")),
                    (
                        "political_status",
                        SealedText(blank=True, default=b"", max_length=40, verbose_name="政治面貌"),
                    ),
                    (
                        "post",
                        SealedText(blank=True, default=b"", max_length=200, verbose_name="工作单位及职务"),
                    ),
                )
            ],
        )]),
    ]
