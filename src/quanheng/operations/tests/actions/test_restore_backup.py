"""The restore drill: a house with a whole appointment in it, backed up, lost, restored: equal tables, equal heads."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from django.db import connection

from quanheng.access.actions.guard import as_owner
from quanheng.access.actions.scope import as_system
from quanheng.access.models import Account, JournalEntry
from quanheng.access.queries.journal import first_broken
from quanheng.access.queries.upkeep import journal_head
from quanheng.kernel.refusals import Refused
from quanheng.operations.actions.make_backup import Order, make_backup, note_backup, note_restore, noted
from quanheng.operations.actions.restore_backup import restore_backup, take_backup
from quanheng.operations.core.folder import CONTENTS, Manifest, Shelf, read_contents
from quanheng.operations.core.sealing import new_pair, read_private, read_public
from quanheng.operations.tests.houses import another_database
from quanheng.registry.models import Person
from quanheng.registry.tests.factories import number_words, renumber
from quanheng.selection.tests.factories import FIRST, case_at

AT = datetime(2026, 11, 22, 2, 30, tzinfo=UTC)
CANARY = "999001198503010018"
PHOTO = b"\xff\xd8photo"
pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture(autouse=True)
def owner(transactional_db: None) -> Iterator[None]:
    """As whoever keeps the machine: the application's role sees no row that no scope was stated for."""
    with as_owner():
        yield


def backed_up(folder: Path, **given: object) -> tuple[Path, Manifest]:
    order = {"version": "0.1", "home": folder / "home", "into": folder / "backups", **given}
    return make_backup(order=Order(**order), at=AT)  # type: ignore[arg-type]


def tables_of(
    folder: Path, key: bytes | None = None, *, is_packed: bool = True
) -> dict[str, tuple[int, str]]:
    return {
        table.name: (table.rows, table.sha256)
        for table in read_contents(Shelf(folder, is_packed, key)).tables
    }


@contextmanager
def another_house(*, is_made: bool = False) -> Iterator[None]:
    """A database without any table, a new installation before `migrate`; or one after it, where nobody lives yet."""
    with another_database("restored", is_made=is_made):
        yield


def test_a_restored_house_is_equal(tmp_path: Path) -> None:
    case_at("notice")
    first = Person.objects.get(name=FIRST)
    first.number_index, first.birth_place, first.photo, first.awards = b"\\x00\xff\t\n\\", "a\tb\\n\nc", PHOTO, "三等功"
    first.save()
    folder, manifest = backed_up(tmp_path)
    before, head = tables_of(folder), journal_head("default")
    assert manifest.rows == sum(rows for rows, _ in before.values()) > 100
    assert manifest.heads["journal"] == head
    with another_house():
        taken = take_backup(folder, private=None, root=manifest.root, tell=lambda *_: None)
        restore_backup(taken=taken, home=tmp_path / "new", tell=lambda *_: None)
        assert journal_head("default") == head
        assert first_broken() is None
        assert [(bytes(each.photo or b""), each.awards) for each in Person.objects.filter(name=FIRST)] == [(PHOTO, "三等功")]
        again, _ = backed_up(tmp_path / "again")
        assert tables_of(again) == before
        with as_system(on=AT.date()):
            note_restore(by=None, at=AT, root=manifest.root, rows=manifest.rows, made_at=manifest.made_at)
        assert JournalEntry.objects.order_by("-number").values_list("number", "facts__root")[0] == (
            int(head.split(":")[0]) + 1,
            manifest.root,
        )
        with pytest.raises(Exception, match="append-only"):
            JournalEntry.objects.filter(number=1).update(action="x")


def test_a_house_that_is_lived_in_is_not_overwritten(tmp_path: Path) -> None:
    case_at("motion")
    folder, _ = backed_up(tmp_path)
    before = journal_head("default")
    with pytest.raises(Refused, match="只能恢复到空的系统"):
        restore_backup(
            taken=take_backup(folder, private=None, root=None, tell=lambda *_: None),
            home=tmp_path,
            tell=lambda *_: None,
        )
    assert journal_head("default") == before
    assert Account.objects.exists()


def test_a_sealed_backup_opens_with_the_recovery_key_only(tmp_path: Path, settings: Any) -> None:
    settings.NUMBER_KEY, settings.WORK_KEY = settings.NUMBER_KEY, settings.WORK_KEY  # put back afterwards
    case_at("motion")
    renumber(Person.objects.get(name=FIRST), CANARY)
    (tmp_path / "home").mkdir()
    (tmp_path / "home" / "secret_key").write_text("s" * 60)
    (tmp_path / "home" / "number_key").write_text("n" * 60)
    private, public = new_pair(b"a good passphrase")
    folder, manifest = backed_up(tmp_path, recipient=read_public(public), has_keys=True)
    assert not [path for path in folder.rglob("*") if path.is_file() and CANARY.encode() in path.read_bytes()]
    key = read_private(private, b"a good passphrase")
    for wrong in (None, read_private(*[new_pair(b"x" * 12)[0], b"x" * 12])):
        with pytest.raises(Refused, match="恢复"):
            take_backup(folder, private=wrong, root=None, tell=lambda *_: None)
    with another_house(is_made=True):
        taken = take_backup(folder, private=key, root=manifest.root, tell=lambda *_: None)
        restore_backup(taken=taken, home=tmp_path / "new", tell=lambda *_: None)
        assert number_words(Person.objects.get(name=FIRST)) == CANARY
    assert (tmp_path / "new" / "secret_key").read_text() == "s" * 60
    assert settings.KEYS_IN(tmp_path / "home") == {"NUMBER_KEY": settings.NUMBER_KEY, "WORK_KEY": settings.WORK_KEY}  # what an upgrade seals with
    assert (tmp_path / "new" / "secret_key").stat().st_mode & 0o777 == 0o600


def test_keys_never_lie_unsealed(tmp_path: Path) -> None:
    with pytest.raises(Refused, match="密钥材料只能存入加密的备份"):
        backed_up(tmp_path, has_keys=True)
    assert not (tmp_path / "backups").exists()


def test_a_backup_that_was_touched_is_not_restored(tmp_path: Path) -> None:
    case_at("motion")
    folder, manifest = backed_up(tmp_path, is_packed=False)
    table = folder / "tables" / "registry_person.copy"
    table.write_text(table.read_text().replace(FIRST, "陈建民"))
    with pytest.raises(Refused, match=r"registry_person\.copy"):
        take_backup(folder, private=None, root=None, tell=lambda *_: None)
    with pytest.raises(Refused, match="根摘要"):
        take_backup(folder, private=None, root="0" * 64, tell=lambda *_: None)
    assert manifest.root != "0" * 64


def test_rows_that_do_not_come_out_as_said_undo_everything(tmp_path: Path) -> None:
    """Even when every file is as the manifest says: what was read in is read again and compared with the contents."""
    case_at("motion")
    folder, _ = backed_up(tmp_path, is_packed=False)
    taken = take_backup(folder, private=None, root=None, tell=lambda *_: None)
    table = folder / "tables" / "registry_person.copy"
    table.write_text(table.read_text().replace(FIRST, "陈建民"))
    with another_house(is_made=True):
        with pytest.raises(Refused, match="registry_person恢复后与备份不同"):
            restore_backup(taken=taken, home=tmp_path / "new", tell=lambda *_: None)
        assert not Account.objects.exists()


def test_a_backup_of_a_newer_version_is_refused(tmp_path: Path) -> None:
    case_at("motion")
    folder, _ = backed_up(tmp_path, is_packed=False)
    taken = take_backup(folder, private=None, root=None, tell=lambda *_: None)
    newer = taken.contents.__class__(
        **{**taken.contents.__dict__, "migrations": (*taken.contents.migrations, ("access", "9999_later"))}
    )
    with another_house(), pytest.raises(Refused, match=r"access\.9999_later"):
        restore_backup(
            taken=taken.__class__(**{**taken.__dict__, "contents": newer}),
            home=tmp_path,
            tell=lambda *_: None,
        )


def test_what_fails_leaves_nothing_behind(tmp_path: Path) -> None:
    def fail(what: str, done: int, total: int) -> None:
        raise OSError("the disk is full")

    with pytest.raises(OSError, match="full"):
        make_backup(order=Order("0.1", tmp_path, tmp_path / "b"), at=AT, tell=fail)
    assert list((tmp_path / "b").iterdir()) == []


def test_two_backups_of_one_second_stand_beside_each_other(tmp_path: Path) -> None:
    folders = [backed_up(tmp_path)[0].name for _ in range(3)]
    assert folders == [folders[0], f"{folders[0]}-2", f"{folders[0]}-3"]
    assert sorted(each.name for each in (tmp_path / "backups").iterdir()) == folders


def test_the_journal_says_that_a_backup_was_made(tmp_path: Path) -> None:
    _folder, manifest = backed_up(tmp_path)
    with as_system(on=AT.date()):
        note_backup(by=None, at=AT, occasion="upgrade", **noted(manifest))
    entry = JournalEntry.objects.get(action="operations.backup.note")
    assert entry.facts == {
        "root": manifest.root,
        "rows": manifest.rows,
        "recipient": "",
        "has_keys": False,
        "occasion": "upgrade",
    }


def test_others_go_on_working_while_one_moment_is_copied(tmp_path: Path) -> None:
    """What is committed during the backup is not in it, in no table."""
    case_at("motion")
    late = connection.copy()
    said: list[str] = []

    def meanwhile(what: str, done: int, total: int) -> None:
        if what == "access_account":
            with late.cursor() as cursor:
                cursor.execute("UPDATE registry_person SET name = '后来' RETURNING name")
                said.extend(name for (name,) in cursor.fetchall())

    folder, _ = make_backup(
        order=Order("0.1", tmp_path, tmp_path / "b", is_packed=False), at=AT, tell=meanwhile
    )
    late.close()
    assert said
    assert "后来" not in (folder / "tables" / "registry_person.copy").read_text()
    assert CONTENTS in {path.name for path in folder.iterdir()}
