"""Erasing the content of an entry, as the application's own role may: with a ground, by who decides, and nothing else of it."""

import pytest
from django.db import DatabaseError, connection, transaction

from quanheng.access.models import JournalEntry, LogSalt
from quanheng.access.queries.log_check import log_faults
from quanheng.access.tests.factories import AT, account
from quanheng.kernel.refusals import Refused
from quanheng.procedure.actions.erase_entry import erase_entry
from quanheng.procedure.tests.log_factories import Kept


def test_content_and_salt_go_and_everything_still_holds(record: Kept) -> None:
    minister = account("qinwang", "minister", over=record.cases[0].authority)
    salts = LogSalt.objects.count()
    erased = erase_entry(by=minister, at=AT, entry=record.entries()[1], why="个人信息保护：依申请删除")
    assert (erased.result, erased.facts, erased.by_name, erased.verb) == ("", {}, "", "kept.note")
    assert LogSalt.objects.count() == salts + 2 - 1
    assert list(JournalEntry.objects.order_by("-number").values_list("action", flat=True)[:2]) == [
        "procedure.record_entry.erase",
        "access.content.forget",
    ]
    assert list(log_faults(kept=[record.last.note])) == []


def test_nobody_erases_without_a_ground_or_the_right(record: Kept) -> None:
    minister = account("qinwang", "minister", over=record.cases[0].authority)
    with pytest.raises(Refused, match="没有写明依据"):
        erase_entry(by=minister, at=AT, entry=record.entries()[1], why="")
    with pytest.raises(Refused, match="审定方案和人选"):
        erase_entry(by=record.by, at=AT, entry=record.entries()[1], why="依申请删除")
    assert record.entries()[1].result


@pytest.mark.parametrize(
    "sql",
    [
        "UPDATE procedure_recordentry SET result = ''",
        "UPDATE procedure_recordentry SET is_late = true",
        "DELETE FROM procedure_recordentry",
        "DELETE FROM access_logleaf",
        "UPDATE access_checkpoint SET note = ''",
        "TRUNCATE access_logsalt",
    ],
)
def test_the_application_s_role_changes_nothing_else(record: Kept, sql: str) -> None:
    before = [entry.result for entry in record.entries()]
    try:
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(sql)
            assert cursor.rowcount == 0  # the policies show it no row to change
    except DatabaseError as error:
        assert "permission denied" in str(error) or "append-only" in str(error)  # noqa: PT017  either is a refusal
    assert [entry.result for entry in record.entries()] == before
    assert list(log_faults()) == []
