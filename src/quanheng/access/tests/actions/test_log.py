"""Every act leaves a leaf, in its own transaction, without gaps; the database refuses to change, delete or empty."""

from collections.abc import Iterator
from datetime import datetime
from threading import Thread
from typing import Any

import pytest
from django.db import DatabaseError, connection, transaction
from django.db.transaction import TransactionManagementError

from quanheng.access.actions.action import VERBS, action
from quanheng.access.actions.forget import forget
from quanheng.access.actions.guard import as_owner
from quanheng.access.actions.journal import write_entry
from quanheng.access.actions.scope import as_system
from quanheng.access.core.chain import commitment
from quanheng.access.core.events import JOURNAL
from quanheng.access.core.insert_only import TABLES, signer_grants
from quanheng.access.core.merkle import leaf_hash
from quanheng.access.core.tiles import Growing
from quanheng.access.models import Account, Authority, JournalEntry, LogErasure, LogLeaf, LogSalt, LogTile
from quanheng.access.queries.journal import body
from quanheng.access.queries.log import log_root, log_size
from quanheng.access.queries.log_check import log_faults
from quanheng.access.tests.factories import AT, account, authority
from quanheng.access.tests.log_factories import WHAT, auditor, entered, signed, signing
from quanheng.kernel.refusals import Refused

pytestmark = pytest.mark.django_db


@pytest.fixture(scope="module", autouse=True)
def owner_of_the_tables(django_db_setup: None, django_db_blocker: Any) -> Iterator[None]:
    """As the owner of the database could: what is damaged here the application's own role may not touch."""
    with django_db_blocker.unblock(), as_owner():
        yield


@action("test.log.rename", label="改名", permission="registry.edit", of=lambda given: given["target"].path)
def rename(*, by: Account, at: datetime, target: Authority, name: str) -> Authority:
    target.name = name
    target.save()
    return target


VERBS.pop("test.log.rename")


def test_an_act_leaves_a_salted_leaf() -> None:
    city = authority()
    rename(by=account("hezhixing", "section_chief", over=city), at=AT, target=city, name="云岭市委")
    entry, leaf, salt = JournalEntry.objects.get(), LogLeaf.objects.get(), LogSalt.objects.get()
    assert (leaf.seq, leaf.kind, leaf.ref, leaf.at, salt.seq) == (1, JOURNAL, entry.number, AT, 1)
    assert bytes(leaf.commitment) == commitment(bytes(salt.salt), body(entry))
    assert log_root(1) == leaf_hash(bytes(leaf.commitment))


def test_an_act_whose_leaf_cannot_be_written_is_not_done() -> None:
    city = authority()
    officer = account("hezhixing", "section_chief", over=city)
    with connection.cursor() as cursor:
        cursor.execute("ALTER TABLE access_logsalt ADD CONSTRAINT full_disk CHECK (seq < 1)")
    with pytest.raises(DatabaseError, match="full_disk"), transaction.atomic():
        rename(by=officer, at=AT, target=city, name="x")
    assert (Authority.objects.get().name, JournalEntry.objects.count(), log_size()) == ("yunling", 0, 0)


def test_the_root_follows_from_tiles_kept_on_the_way() -> None:
    entered(600, by=auditor())
    grown = Growing()
    tiles = [tile for each in LogLeaf.objects.order_by("seq") for tile in grown.add([leaf_hash(bytes(each.commitment))])]
    assert [(each.level, each.number, bytes(each.root)) for each in LogTile.objects.order_by("number")] == tiles
    assert (log_root(600), len(tiles)) == (grown.root(), 2)


@pytest.mark.parametrize("table", TABLES)
@pytest.mark.parametrize("what", ["UPDATE {} SET {} = {}", "DELETE FROM {}", "TRUNCATE {} CASCADE"])
def test_the_database_refuses_to_change_delete_and_empty(table: str, what: str, tmp_path) -> None:  # type: ignore[no-untyped-def]
    by = auditor()
    signed(signing(tmp_path, by=by))
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        cursor.execute(f"ALTER TABLE {table} ENABLE TRIGGER ALL")  # tests of committed work switch one off to clean up
        cursor.execute("SELECT column_name FROM information_schema.columns WHERE table_name = %s ORDER BY ordinal_position", [table])
        column = cursor.fetchone()[0]
        cursor.execute(f"SELECT count(*) FROM {table}")
        if not what.startswith("TRUNCATE") and not cursor.fetchone()[0]:
            return  # a row trigger has nothing to refuse; the next test sees to all having rows
    with pytest.raises(DatabaseError, match="append-only"), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(what.format(table, column, column))


def test_the_signer_s_role_reads_hashes_and_adds_checkpoints_only() -> None:
    with connection.cursor() as cursor:
        cursor.execute("DROP ROLE IF EXISTS quanheng_test_signer")
        cursor.execute("CREATE ROLE quanheng_test_signer")
        for statement in signer_grants("quanheng_test_signer"):
            cursor.execute(statement)

        def may(table: str, right: str) -> bool:
            cursor.execute("SELECT has_table_privilege('quanheng_test_signer', %s, %s)", [table, right])
            return bool(cursor.fetchone()[0])

        assert may("access_logleaf", "SELECT")
        assert may("access_checkpoint", "INSERT")
        assert not any(may(table, "INSERT") for table in TABLES if table not in ("access_checkpoint", "access_cosignature"))
        assert not any(may(table, "SELECT") for table in ("access_journalentry", "procedure_recordentry", "access_logsalt"))
        assert not any(may(table, right) for table in TABLES for right in ("UPDATE", "DELETE", "TRUNCATE"))


def test_without_a_transaction_there_is_no_line(transactional_db: None) -> None:
    with pytest.raises(TransactionManagementError):
        write_entry(by=None, at=AT, action="test.x", subject="", authority_path="", facts={})


@pytest.mark.django_db(transaction=True)
def test_writers_at_once_leave_no_gap() -> None:
    def write(name: str) -> None:
        try:
            for number in range(20):
                with as_system(on=AT.date()):
                    write_entry(by=None, at=AT, action="test.note", subject=f"{name}:{number}", authority_path="", facts={})
        finally:
            connection.close()

    writers = [Thread(target=write, args=(str(number),)) for number in range(5)]
    for each in writers:
        each.start()
    for each in writers:
        each.join()
    assert list(LogLeaf.objects.order_by("seq").values_list("seq", "ref")) == [(n, n) for n in range(1, 101)]
    assert list(log_faults()) == []


def test_forgetting_destroys_the_salt_says_so_and_keeps_root_and_proofs() -> None:
    by = auditor()
    entered(10, by=by)
    before = log_root(10)
    seq = forget(by=by, at=AT, kind=JOURNAL, ref=4, why="个人信息保护：依申请删除", authority_path="/yunling/")
    assert (seq, LogSalt.objects.filter(seq=4).exists(), LogErasure.objects.get().why) == (4, False, "个人信息保护：依申请删除")
    assert log_root(10) == before
    assert JournalEntry.objects.get(number=11).facts == {"erased": 4, "why": "个人信息保护：依申请删除"}
    with pytest.raises(Refused, match="已删除"):
        forget(by=by, at=AT, kind=JOURNAL, ref=4, why="再删一次", authority_path="")
    with pytest.raises(Refused, match="没有写明依据"):
        forget(by=by, at=AT, kind=JOURNAL, ref=5, why=" ", authority_path="")


def test_what_is_entered_is_what_the_commitment_covers() -> None:
    entered(1, by=auditor())
    assert JournalEntry.objects.get().facts == WHAT
    assert list(log_faults()) == []


def test_what_is_hard_to_spell_is_spelt_the_same_when_it_is_checked() -> None:
    signs = "\"\\/\b\f\n\r\t\x01\x1f\x7f\u2028\ue000😀é̂<&'"
    facts = {"b": [1, -2.5, 1e30, True, None, {"z": signs, "é": []}], "a" + signs: signs, "B": {}, "😀": 10**25, "": "a, b: c"}
    by = auditor()
    Account.objects.filter(pk=by.pk).update(name=signs)
    by.refresh_from_db()
    write_entry(by=by, at=AT.replace(microsecond=120), action="test." + signs, subject=signs, authority_path=signs, facts=facts)
    write_entry(by=None, at=AT.replace(year=9999), action="", subject="", authority_path="", facts={})
    assert list(log_faults()) == []
