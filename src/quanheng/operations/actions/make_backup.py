"""Make a backup: every table and file at one moment, with digests, sealed when there is a key to seal it to."""

import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import chain, count
from pathlib import Path
from typing import Any

from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PublicKey
from django.db import connections, transaction
from django.db.backends.utils import CursorWrapper

from quanheng.access.actions.action import action
from quanheng.access.actions.guard import as_owner
from quanheng.access.models import Account
from quanheng.kernel.refusals import Refused
from quanheng.kernel.texts import text
from quanheng.kernel.upkeep import HEADS
from quanheng.operations.core.folder import (
    PARTIAL,
    Contents,
    Manifest,
    Shelf,
    TableCopy,
    finish,
    write_contents,
)
from quanheng.operations.core.house_files import house_files
from quanheng.operations.core.sealing import new_data_key, seal_key
from quanheng.operations.queries.tables import (
    TableShape,
    applied,
    copy_out,
    cursor_for_copies,
    keeper,
    sequences,
    shapes,
)

Tell = Callable[[str, int, int], None]
"""Called with what is copied, how many bytes (before packing) are done, and how many there are."""


def quiet(what: str, done: int, total: int) -> None:
    """For callers who show nothing."""


@dataclass(frozen=True)
class Order:
    """What to back up: the version and data folder of the installation, where to, sealed to whom, with keys or without."""

    version: str
    home: Path
    into: Path
    recipient: X25519PublicKey | None = None
    has_keys: bool = False
    is_packed: bool = True


def make_backup(*, order: Order, at: datetime, tell: Tell = quiet) -> tuple[Path, Manifest]:
    """A folder named by the moment. Refused for keys that would lie there unsealed.

    One transaction sees everything as it was at one moment, while others go on working. What fails leaves nothing behind.
    """
    if order.has_keys and order.recipient is None:
        raise Refused(
            text("备份"),
            why=text("密钥材料只能存入加密的备份"),
            remedy=text("用 --to 给出恢复公钥，或不含密钥备份，密钥另行保管"),
        )
    target, working = _places(order.into, at)
    try:
        with as_owner():  # whose policy gives every row; the application's role would copy none
            manifest = _fill(working, order, at, tell)
        finish(working, manifest, target)
    except BaseException:
        shutil.rmtree(working, ignore_errors=True)
        raise
    return target, manifest


def _places(into: Path, at: datetime) -> tuple[Path, Path]:
    """Where it will stand, and the folder it is made in; another one of the same second gets a number behind its name."""
    name = f"quanheng-{at.astimezone(UTC):%Y%m%dT%H%M%SZ}"
    for target in (into / f"{name}{number}" for number in chain([""], (f"-{n}" for n in count(2)))):
        working = target.with_name(target.name + PARTIAL)
        if not target.exists():
            with suppress(FileExistsError):
                working.mkdir(mode=0o700, parents=True)
                return target, working
    raise AssertionError("unreachable: numbers do not end")


def _fill(folder: Path, order: Order, at: datetime, tell: Tell) -> Manifest:
    data_key = new_data_key() if order.recipient else None
    shelf = Shelf(folder, order.is_packed, data_key)
    files = house_files(order.home, has_keys=order.has_keys)
    with one_moment(keeper()) as cursor:
        tables = _copy_tables(cursor, shelf, tell)
        heads = {head.name: head.read(keeper()) for head in HEADS}
        contents = Contents(tuple(applied(keeper())), tuple(tables), sequences(cursor), tuple(files))
    for name in files:
        shelf.put_bytes(f"files/{name}", (order.home / name).read_bytes())
    write_contents(shelf, contents)
    return Manifest(
        made_at=at.astimezone(UTC).isoformat(timespec="seconds"),
        version=order.version,
        heads=heads,
        rows=sum(table.rows for table in tables),
        has_keys=order.has_keys,
        is_packed=order.is_packed,
        entries=tuple(sorted(shelf.entries, key=lambda entry: entry.name)),
        sealed=seal_key(data_key, order.recipient) if data_key and order.recipient else None,
    )


@contextmanager
def one_moment(using: str) -> Iterator[CursorWrapper]:
    """A transaction that only reads and sees one moment throughout."""
    with transaction.atomic(using=using, durable=True):
        with connections[using].cursor() as cursor:
            cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY")
        with cursor_for_copies(using) as cursor:
            yield cursor


def _copy_tables(cursor: CursorWrapper, shelf: Shelf, tell: Tell) -> list[TableCopy]:
    found, done = shapes(cursor), 0
    total, made = sum(shape.size for shape in found), []
    for shape in found:
        tell(shape.name, done, total)
        made.append(_copy_table(cursor, shelf, shape))
        done += shape.size
    tell("", done, total)
    return made


def _copy_table(cursor: CursorWrapper, shelf: Shelf, shape: TableShape) -> TableCopy:
    if not shape.size:
        return TableCopy(shape.name, shape.columns, *copy_out(cursor, shape.name, shape.columns, None))
    name = f"tables/{shape.name}.copy{'.gz' if shelf.is_packed else ''}"
    with shelf.put(name) as out:
        rows, digest = copy_out(cursor, shape.name, shape.columns, out)
    return TableCopy(shape.name, shape.columns, rows, digest, name)


@action(
    "operations.backup.note",
    label="登记备份",
    permission=None,
    keeps=("root", "rows", "recipient", "has_keys", "occasion"),
)
def note_backup(
    *, by: Account | None, at: datetime, root: str, rows: int, recipient: str, has_keys: bool, occasion: str
) -> None:
    """The line in the journal that a backup was made, with its root. Made by the machine's keeper; checks nobody."""


@action(
    "operations.backup.note_restore", label="登记恢复", permission=None, keeps=("root", "rows", "made_at")
)
def note_restore(*, by: Account | None, at: datetime, root: str, rows: int, made_at: str) -> None:
    """The line in the journal that this house was restored from that backup. The machine's own act; checks nobody."""


def noted(manifest: Manifest) -> dict[str, Any]:
    """What the journal says of a backup."""
    return {
        "root": manifest.root,
        "rows": manifest.rows,
        "recipient": manifest.sealed.recipient if manifest.sealed else "",
        "has_keys": manifest.has_keys,
    }
