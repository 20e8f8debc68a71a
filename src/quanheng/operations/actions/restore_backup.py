"""Restore a backup into an empty house: tables as they were, files, and the same heads of every record, or nothing at all."""

import os
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey
from django.conf import settings
from django.core.management import call_command
from django.db import connections, transaction
from django.db.backends.utils import CursorWrapper
from django.db.migrations.executor import MigrationExecutor

from quanheng.access.actions import guard
from quanheng.kernel.refusals import Refused
from quanheng.kernel.texts import Text, text
from quanheng.kernel.upkeep import HEADS
from quanheng.operations.core.folder import (
    Contents,
    Manifest,
    NotWholeError,
    Shelf,
    TableCopy,
    check_files,
    read_contents,
    read_manifest,
)
from quanheng.operations.core.sealing import NotOpenedError, open_key
from quanheng.operations.queries.tables import (
    applied,
    copy_in,
    copy_out,
    counted,
    cursor_for_copies,
    empty_for_copies,
    is_made,
    keeper,
    refresh,
    set_sequences,
    shapes,
    wake,
)

Tell = Callable[[str, int, int], None]
_WHAT = Text("恢复")
NUMBER_KEY = "number_key"
LIVED_IN = ("access_account", "access_authority", "access_journalentry")
"""A house is empty while none of these has a row."""


@dataclass(frozen=True)
class Taken:
    """A backup that was found whole and opened."""

    folder: Path
    manifest: Manifest
    contents: Contents
    shelf: Shelf


def take_backup(folder: Path, *, private: X25519PrivateKey | None, root: str | None, tell: Tell) -> Taken:
    """Check every file of the folder and open it. Refused when it is not whole, not the one meant, or not ours to open."""
    try:
        manifest = read_manifest(folder)
        if root is not None and manifest.root != root:
            raise NotWholeError(f"根摘要是{manifest.root}，不是所给的 / the root is another")
        done = iter(range(1, len(manifest.entries) + 1))
        check_files(folder, manifest, lambda name: tell(name, next(done), len(manifest.entries)))
        shelf = Shelf(folder, manifest.is_packed, _data_key(manifest, private))
        return Taken(folder, manifest, read_contents(shelf), shelf)
    except (NotWholeError, NotOpenedError) as error:
        raise Refused(
            _WHAT, why=text("{error}", error=error), remedy=Text("换一份完整的备份，或给出相应的私钥")
        ) from error


def _data_key(manifest: Manifest, private: X25519PrivateKey | None) -> bytes | None:
    if manifest.sealed is None:
        return None
    if private is None:
        raise NotOpenedError(
            f"备份已加密，须用指纹为{manifest.sealed.recipient}的恢复私钥 / sealed: give the recovery key by --key"
        )
    return open_key(manifest.sealed, private)


def restore_backup(*, taken: Taken, home: Path, tell: Tell) -> None:
    """Make the tables of the backup's day, fill them, check everything, put the files back, then upgrade to this version.

    Refused unless the house is empty. Filling and checking are one transaction: what does not hold leaves nothing.
    """
    using = keeper()
    with guard.as_owner():
        require_empty(using)
        _make_tables(using, taken.contents, tell)
        with transaction.atomic(using=using, durable=True), cursor_for_copies(using) as cursor:
            _fill(cursor, taken, tell)
            _check(cursor, taken, using, tell)
        for name in taken.contents.files:
            _put_back(home, name, taken.shelf.take_bytes(f"files/{name}"))
        _adopt_keys(home, taken.contents)
        call_command("migrate", interactive=False, verbosity=0, database=using)
        guard.put_in_place()


def _adopt_keys(home: Path, contents: Contents) -> None:
    """Migrations index and seal what an older version left: under the key that came with it, not the one we began with."""
    if NUMBER_KEY in contents.files:
        for name, key in settings.KEYS_IN(home).items():
            setattr(settings, name, key)


def require_empty(using: str) -> None:
    """Refused when anybody lives here."""
    found = next((table for table in LIVED_IN if counted(using, table)), None)
    if found:
        raise Refused(
            _WHAT,
            why=Text("系统中已有账号或管理权限主体，只能恢复到空的系统"),
            remedy=Text("换一个数据文件夹（QUANHENG_HOME）或空的数据库，再恢复"),
        )


def _make_tables(using: str, contents: Contents, tell: Tell) -> None:
    """The schema as it was, by this version's own migrations."""
    if is_made(using) and set(applied(using)) != set(contents.migrations):
        raise Refused(
            _WHAT,
            why=Text("数据库虽无数据，但表已按另一版本建立"),
            remedy=Text("换一个没有任何表的数据库"),
        )
    executor = MigrationExecutor(connections[using])
    unknown = sorted(set(contents.migrations) - set(executor.loader.graph.nodes))
    if unknown:
        raise Refused(
            _WHAT,
            why=text(
                "备份来自更新的版本，本版本没有：{names}",
                names="、".join(".".join(each) for each in unknown[:3]),
            ),
            remedy=Text("用制作备份的版本或更新的版本恢复"),
        )
    wanted, nodes = set(contents.migrations), executor.loader.graph.node_map
    last = [each for each in sorted(wanted) if not any(child.key in wanted for child in nodes[each].children)]
    plan = executor.migration_plan(last)
    steps = iter(range(len(plan)))

    def told(action: str, migration: object = None, fake: bool | None = False) -> None:
        if action == "apply_start":
            tell(str(migration), next(steps), len(plan))

    executor.progress_callback = told
    executor.migrate(last, plan=plan)


def _fill(cursor: CursorWrapper, taken: Taken, tell: Tell) -> None:
    have = {shape.name: shape.columns for shape in shapes(cursor)}
    for table in taken.contents.tables:
        if set(have.get(table.name, ())) != set(table.columns):
            raise Refused(
                _WHAT,
                why=text("表{name}的列与备份不同", name=table.name),
                remedy=Text("用制作备份的版本恢复"),
            )
    empty_for_copies(cursor, sorted(have))
    full = [table for table in taken.contents.tables if table.file]
    total, done = sum(table.rows for table in full), 0
    for table in full:
        tell(table.name, done, total)
        with taken.shelf.take(table.file) as source:
            copy_in(cursor, table.name, table.columns, source)
        done += table.rows
    tell("", done, total)
    set_sequences(cursor, taken.contents.sequences)
    wake(cursor, sorted(have))
    refresh(cursor)


def _check(cursor: CursorWrapper, taken: Taken, using: str, tell: Tell) -> None:
    """Read everything again: rows and digests of every table, heads of every record."""
    done, total = 0, taken.manifest.rows
    for table in taken.contents.tables:
        tell(table.name, done, total)
        _same(table, copy_out(cursor, table.name, table.columns, None))
        done += table.rows
    for head in HEADS:
        if head.name in taken.manifest.heads and head.read(using) != taken.manifest.heads[head.name]:
            raise _differs(head.name)
    tell("", done, total)


def _same(table: TableCopy, found: tuple[int, str]) -> None:
    if found != (table.rows, table.sha256):
        raise _differs(table.name)


def _differs(name: str) -> Refused:
    return Refused(
        _WHAT, why=text("{name}恢复后与备份不同", name=name), remedy=Text("未作任何改动；换一份备份再试")
    )


def _put_back(home: Path, name: str, content: bytes) -> None:
    """A file of the data folder. ValueError for a name that leads out of it; a key that is there already stays."""
    parts = PurePosixPath(name)
    if parts.is_absolute() or ".." in parts.parts:
        raise ValueError(f"{name}: leads out of the data folder")
    path = home / parts
    if path.exists() and path.read_bytes() == content:
        return
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    fresh = path.with_name(path.name + ".partial")
    fresh.unlink(missing_ok=True)
    with os.fdopen(os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as out:
        out.write(content)
    fresh.replace(path)
