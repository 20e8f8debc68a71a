"""Files, previews and rows ready to be written become sealed, those that are there at once: the installation has the key."""

from collections.abc import Iterator
from typing import Any

from django.conf import settings
from django.db import migrations

from quanheng.access.core.house_seal import HouseSeal
from quanheng.access.core.profiles import INTL, PROFILES
from quanheng.access.migrations._together import Together
from quanheng.access.models.sealed import HouseSealed
from quanheng.exchange.queries.files import piece_at, stage_at
from quanheng.exchange.queries.kept_lines import sealed_line
from quanheng.exchange.queries.plan import Line, Place

# The words go from the old columns in the same statement: a column that is dropped stays in the rows it stood in.
LINE = """UPDATE exchange_importline SET said = %s, label = '', sheet = '', row = NULL, "column" = '', message = '{}', changes = '[]' WHERE id = %s"""
OLD = ("label", "sheet", "row", "column", "message", "changes")
_AT_ONCE = 5_000


def seal(apps: Any, editor: Any) -> None:
    """Each value once: a row that one transaction changes twice cannot have its table changed in it any more."""
    recovery = apps.get_model("access", "NodeKey").objects.filter(authority__isnull=True).order_by("-version").first()
    profile = PROFILES[recovery.profile] if recovery else INTL

    def of(table: str, key: int) -> HouseSeal:
        return HouseSeal(settings.WORK_KEY, f"exchange.{table}:{key}", profile)

    with editor.connection.cursor() as cursor:
        for row in _one_by_one(apps.get_model("exchange", "ImportChunk")):
            _put(cursor, row, of("importbatch", row.batch_id), piece_at(row.number))
        for row in _one_by_one(apps.get_model("exchange", "ExportChunk")):
            _put(cursor, row, of("exportjob", row.export_id), piece_at(row.number))
        for row in _one_by_one(apps.get_model("exchange", "ImportStage")):
            _put(cursor, row, of("importbatch", row.batch_id), stage_at(row.number, row.verb, row.model, row.columns))
        for some in _thousands(apps.get_model("exchange", "ImportLine")):
            cursor.executemany(LINE, [(sealed_line(of("importbatch", row.batch_id), _line(row)), row.pk) for row in some])


def _one_by_one(model: Any) -> Iterator[Any]:
    for key in list(model.objects.order_by("pk").values_list("pk", flat=True)):
        yield model.objects.get(pk=key)


def _thousands(model: Any) -> Iterator[list[Any]]:
    last = 0
    while some := list(model.objects.order_by("pk").filter(pk__gt=last)[:_AT_ONCE]):
        last = some[-1].pk
        yield some


def _put(cursor: Any, row: Any, made: HouseSeal, place: str) -> None:
    sealed = made.seal(bytes(row.data), place=place)
    cursor.execute(f"UPDATE {row._meta.db_table} SET data = %s WHERE id = %s", [sealed, row.pk])  # noqa: S608  our own names


def _line(row: Any) -> Line:
    return Line(row.effect, row.noun, row.label, Place(row.sheet, row.row, row.column), row.message, tuple(row.changes))


class Migration(migrations.Migration):
    dependencies = [("exchange", "0003_jobs"), ("access", "0005_keys")]
    operations = [
        Together([migrations.AddField(
            "importline", "said", HouseSealed(default=b"", verbose_name="名称、位置、说明和变更"), preserve_default=False
        )]),
        migrations.RunPython(seal, migrations.RunPython.noop),
        Together([*(migrations.RemoveField("importline", name) for name in OLD),
        *(
            migrations.AlterField(table, "data", HouseSealed(verbose_name="内容"))
            for table in ("importchunk", "exportchunk", "importstage")
        )]),
    ]
