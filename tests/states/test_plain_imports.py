"""A house whose imports lie in plain: the upgrade seals them, and what was interrupted goes on."""

import json
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from typing import Any

import pytest
from django.db import connection
from django.db.migrations.executor import MigrationExecutor

from quanheng.access.actions import guard
from quanheng.access.actions.scope import as_system
from quanheng.access.models import Account
from quanheng.exchange.actions.commit_import import commit_import
from quanheng.exchange.models import ExportChunk, ExportJob, ImportBatch, ImportChunk, ImportLine, ImportStage
from quanheng.exchange.queries.exports import pieces
from quanheng.exchange.queries.files import content_of, opened, stage_at
from quanheng.exchange.tests import books
from quanheng.operations.tests.houses import another_database
from quanheng.registry.models import Person
from quanheng.registry.tests import factories
from quanheng.registry.tests.factories import AT

pytestmark = pytest.mark.django_db(transaction=True)
BEFORE = "0003_jobs"
OPEN_LINE = "UPDATE exchange_importline SET label=%s, sheet=%s, row=%s, \"column\"=%s, message=%s, changes=%s WHERE id=%s"


@contextmanager
def plain_house() -> Iterator[None]:
    """A second house beside the test's own, with the tables of today."""
    with another_database("plain", is_made=True):
        with guard.as_owner():
            guard.put_in_place()
        yield


def _previewed() -> tuple[ImportBatch, Account]:
    with as_system(on=AT.date()):
        city = factories.authority(code="yunling")
        officer = factories.account("王敏", "officer", over=city)
    content = books.book(books.person(0, "曾建国"), books.person(1, "周梅", work_started_on="198501"))
    return books.preview(officer, city, content), officer


def _in_plain(batch: ImportBatch) -> dict[str, list[tuple[Any, ...]]]:
    """What the former version had in its columns."""
    lines = [
        (each.label, each.place.sheet, each.place.row, each.place.column, json.dumps(each.message), json.dumps(each.changes))
        for each in books.kept(batch)
    ]
    stages = [
        (opened(batch, row.data, place=stage_at(row.number, row.verb, row.model, row.columns)), row.pk)
        for row in ImportStage.objects.order_by("pk")
    ]
    keys = list(ImportLine.objects.order_by("pk").values_list("pk", flat=True))
    return {"lines": [(*line, key) for line, key in zip(lines, keys, strict=True)], "stages": stages}


def test_an_upgrade_seals_what_is_there_and_loses_nothing() -> None:
    with plain_house():
        batch, officer = _previewed()
        with as_system(on=AT.date()):
            content, lines = content_of(batch), books.kept(batch)
            plain = _in_plain(batch)
            export = ExportJob.objects.create(kind="workbook", purpose="核对", asked_by=officer, asked_at=datetime(2026, 1, 1, tzinfo=UTC))
        with guard.as_owner():
            MigrationExecutor(connection).migrate([("exchange", BEFORE)])
            with connection.cursor() as cursor:
                cursor.executemany(OPEN_LINE, plain["lines"])
                cursor.executemany("UPDATE exchange_importstage SET data = %s WHERE id = %s", plain["stages"])
                cursor.execute("UPDATE exchange_importchunk SET data = %s", [content])
                cursor.execute("INSERT INTO exchange_exportchunk (export_id, number, data) VALUES (%s, 0, 'PK')", [export.pk])
            made = MigrationExecutor(connection)
            made.migrate(made.loader.graph.leaf_nodes())
            guard.put_in_place()
        with as_system(on=AT.date()):
            assert not _is_in_plain(content, plain)
            assert content_of(batch) == content
            assert books.kept(batch) == lines
            assert list(pieces(export)) == [b"PK"]
            batch = ImportBatch.objects.select_related("authority").get(pk=batch.pk)
        commit_import(by=officer, at=AT, batch=batch)
        with as_system(on=AT.date()):
            assert Person.objects.get().name == "曾建国"


def _is_in_plain(content: bytes, plain: dict[str, list[tuple[Any, ...]]]) -> bool:
    chunk = bytes(ImportChunk.objects.get().data)
    said = b"".join(bytes(each) for each in ImportLine.objects.values_list("said", flat=True))
    rows = [bytes(each) for each in ImportStage.objects.values_list("data", flat=True)]
    kept = [bytes(each) for each in ExportChunk.objects.values_list("data", flat=True)]
    packed = any(zlib.decompress(data)[:20] in each or data in each for data, _key in plain["stages"] for each in rows)
    return content[:64] in chunk or "曾建国".encode() in said or packed or b"PK" in kept
