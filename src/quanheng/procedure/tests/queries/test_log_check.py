"""The check of the whole record: every changed cell of every table, every cut and every rollback is found and named."""

import random
from collections.abc import Iterator
from typing import Any

import pytest
from django.db import connection, transaction

from quanheng.access.actions.guard import as_owner
from quanheng.access.models import LogTile
from quanheng.access.queries.log_check import log_faults
from quanheng.access.queries.log_sources import Fault
from quanheng.access.tests.log_factories import force
from quanheng.procedure.tests.log_factories import Kept
from quanheng.procedure.tests.tampering import cells, tamper


@pytest.fixture(scope="module", autouse=True)
def owner_of_the_tables(django_db_setup: None, django_db_blocker: Any) -> Iterator[None]:
    """As the owner of the database could: what is damaged here the application's own role may not touch."""
    with django_db_blocker.unblock(), as_owner():
        yield


class _UndoError(Exception):
    """Ends a savepoint so that what was done in it is undone."""


def faults_after(sql: str, *given: object, notes: tuple[str, ...] = ()) -> list[Fault]:
    """What the check finds after an intruder's statement; the statement is undone."""
    found: list[Fault] = []
    try:
        with transaction.atomic():
            assert force(sql, *given) > 0
            found = list(log_faults(kept=notes))
            raise _UndoError
    except _UndoError:
        return found


def test_an_untouched_record_holds(record: Kept) -> None:
    assert list(log_faults(kept=[record.first.note, record.last.note])) == []
    assert LogTile.objects.count() == 1


def test_every_changed_cell_is_found_and_named(record: Kept) -> None:
    """One record for all the columns of all the tables: making it takes longer than checking it."""
    chance, missed = random.Random(6962), []
    for table, column in cells():
        try:
            with transaction.atomic():
                changed = tamper(table, column, chance)
                faults = list(log_faults())
                if not changed or not faults or not all(fault.place and fault.why for fault in faults):
                    missed.append((table, column, changed))
                raise _UndoError
        except _UndoError:
            continue
    assert missed == []


def test_the_place_is_the_right_one(record: Kept) -> None:
    changed = faults_after("UPDATE access_journalentry SET by_name = '别人' WHERE number = 7")
    assert changed[0] == Fault("日志第7条", "内容已被改动")
    changed = faults_after("UPDATE procedure_recordentry SET result = '别的' WHERE number = 2")
    assert changed[0] == Fault("2026-0001 纪实第2条", "内容已被改动")
    changed = faults_after("UPDATE access_logtile SET root = decode(repeat('00', 32), 'hex')")
    assert changed[0] == Fault("树片 1/0", "与所含记录叶不符")


@pytest.mark.parametrize("upto", [1, 2, 128, 255, 256, 257, 300])
def test_every_truncation_past_a_checkpoint_is_found(record: Kept, upto: int) -> None:
    sql = "WITH a AS (DELETE FROM access_logsalt WHERE seq > %s) DELETE FROM access_logleaf WHERE seq > %s"
    faults = faults_after(sql, upto, upto)
    assert any(fault.place == f"检查点 {record.last.size}" and f"现只有{upto}条" in fault.why for fault in faults)


def test_a_whole_database_put_back_is_found_by_a_note_kept_elsewhere(record: Kept) -> None:
    last = record.last
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
    for table, column in (("access_cosignature", "checkpoint_id"), ("access_checkpoint", "size"), ("access_logsalt", "seq"), ("access_logleaf", "seq")):
        force(f"DELETE FROM {table} WHERE {column} > %s", record.first.size)
    force("DELETE FROM access_journalentry j WHERE NOT EXISTS (SELECT 1 FROM access_logleaf l WHERE l.kind = 1 AND l.ref = j.number)")
    force("DELETE FROM procedure_recordentry e WHERE NOT EXISTS (SELECT 1 FROM access_logleaf l WHERE l.kind = 2 AND l.ref = e.id)")
    force("DELETE FROM access_logtile WHERE (number + 1) * 256 > %s", record.first.size)
    assert list(log_faults(kept=[record.first.note])) == []
    (fault,) = log_faults(kept=[last.note])
    assert fault.place == "另存的检查点（1）"
    assert f"检查点时有{last.size}条，现只有{record.first.size}条" in fault.why


def test_a_wide_gap_is_found_though_nothing_is_signed_behind_it(record: Kept) -> None:
    faults = faults_after(
        "WITH a AS (DELETE FROM access_cosignature), b AS (DELETE FROM access_checkpoint), c AS (UPDATE access_logsalt SET seq = seq + 1000000 WHERE seq > 299)"
        " UPDATE access_logleaf SET seq = seq + 1000000 WHERE seq > 299"
    )
    assert faults == [Fault("第300叶", "缺失")]


def test_rows_written_past_the_log_are_found(record: Kept) -> None:
    faults = faults_after(
        "INSERT INTO access_journalentry (number, at, by_name, action, subject, authority_path, facts, previous, digest)"
        " VALUES (9999, now(), 'x', 'x', '', '', '{}', '', 'x')"
    )
    assert faults == [Fault("日志 9999", "不在记录树中：绕过系统写入")]


def test_a_salt_that_is_gone_without_an_erasure_is_found(record: Kept) -> None:
    assert Fault("第5叶", "盐值缺失，且没有删除的登记") in faults_after("DELETE FROM access_logsalt WHERE seq = 5")
