"""Backups from the command line: make one, restore one, make the pair of keys that they are sealed to."""

import os
from datetime import datetime
from importlib.metadata import version
from pathlib import Path

from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
from django.conf import settings
from django.utils import timezone
from rich.console import Console
from rich.prompt import Prompt

from quanheng.access.actions import guard
from quanheng.access.actions.scope import as_system
from quanheng.cli.screens.bars import bar
from quanheng.kernel.refusals import Refused
from quanheng.kernel.texts import Text, text
from quanheng.operations.actions.make_backup import Order, make_backup, note_backup, note_restore, noted
from quanheng.operations.actions.restore_backup import LIVED_IN, restore_backup, take_backup
from quanheng.operations.core.folder import Manifest
from quanheng.operations.core.sealing import new_pair, read_private, read_public
from quanheng.operations.queries.backups import backups_in
from quanheng.operations.queries.tables import counted, is_made, keeper
from quanheng.web.screens import clock


def make(console: Console, *, into: Path | None, to: Path | None, has_keys: bool) -> None:
    """Back up now, and note it in the journal."""
    note(_made(console, into=into, to=to, has_keys=has_keys), occasion="")


def note(manifest: Manifest, *, occasion: str) -> None:
    """The line in the journal; after an upgrade, once the database is as this version writes to it."""
    with as_system(on=clock.today()):
        note_backup(by=None, at=timezone.now(), occasion=occasion, **noted(manifest))


def _made(console: Console, *, into: Path | None, to: Path | None, has_keys: bool) -> Manifest:
    """Refused where there is nothing, or for keys that would lie there unsealed."""
    with guard.as_owner():
        has_tables = is_made(keeper())
    if not has_tables:
        raise Refused(Text("备份"), why=Text("数据库中还没有表"), remedy=Text("先运行 quanheng init"))
    order = Order(version("quanheng"), settings.HOME, into or settings.BACKUPS, recipient(to), has_keys)
    at = timezone.now()
    with bar(console, "正在备份 / backing up") as tell:
        folder, manifest = make_backup(order=order, at=at, tell=tell)
    _tell_made(console, folder, manifest, timezone.now() - at)
    return manifest


def _tell_made(console: Console, folder: Path, manifest: Manifest, took: object) -> None:
    sealed = (
        f"加密给 / sealed to {manifest.sealed.recipient}"
        if manifest.sealed
        else "▲ 未加密，内有个人信息 / not sealed: personal data in clear"
    )
    console.print(f"● {folder}\n  {manifest.rows:,}行 / rows · {took} · {sealed}", soft_wrap=True)
    console.print(f"  根摘要 / root {manifest.root}", soft_wrap=True)


def recipient(to: Path | None) -> X25519PublicKey | None:
    """The recovery public key given, else that of the settings, else none."""
    path = to or (Path(settings.BACKUP_KEY) if settings.BACKUP_KEY else None)
    return read_public(path.read_bytes()) if path else None


def before_upgrade(console: Console) -> Manifest | None:
    """A house with people in it is backed up before its tables are changed; None when nobody lives there."""
    with guard.as_owner():
        is_lived_in = any(counted(keeper(), table) for table in LIVED_IN)
    return _made(console, into=None, to=None, has_keys=False) if is_lived_in else None


def thin_out(console: Console, *, keep: int) -> None:
    """Of the backups in the usual folder the newest `keep` stay."""
    for folder, _manifest in backups_in(settings.BACKUPS)[keep:]:
        for path in sorted(folder.rglob("*"), reverse=True):
            path.rmdir() if path.is_dir() else path.unlink()
        folder.rmdir()
        console.print(f"● 已删去较早的备份 / removed {folder}", soft_wrap=True)


def restore(console: Console, *, folder: Path, key: Path | None, root: str | None) -> None:
    """Restore into this (empty) house."""
    begun = timezone.now()
    with bar(console, "正在核对 / checking the files") as tell:
        taken = take_backup(folder, private=_private(key), root=root, tell=tell)
    with bar(console, "正在恢复 / restoring") as tell:
        restore_backup(taken=taken, home=settings.HOME, tell=tell)
    told = taken.manifest
    with as_system(on=clock.today()):
        note_restore(by=None, at=timezone.now(), root=told.root, rows=told.rows, made_at=told.made_at)
    _tell_restored(console, told, begun)


def _tell_restored(console: Console, told: Manifest, begun: datetime) -> None:
    console.print(f"● 已恢复 / restored · {told.rows:,}行 / rows · {timezone.now() - begun}", soft_wrap=True)
    console.print(
        f"  备份于 / made at {told.made_at}，内容与记录头逐一相符 / every table and head is equal",
        soft_wrap=True,
    )
    for name, head in told.heads.items():
        console.print(f"  {name} {head}", soft_wrap=True)
    if not told.has_keys:
        console.print(
            "  ▲ 备份中没有密钥：把另行保管的密钥放回数据文件夹 / put the keys kept elsewhere back into the data folder",
            soft_wrap=True,
        )


def _private(key: Path | None) -> X25519PrivateKey | None:
    if key is None:
        return None
    pem = key.read_bytes()
    is_locked = b"ENCRYPTED" in pem
    passphrase = (
        (os.environ.get("QUANHENG_PASSPHRASE") or Prompt.ask("口令 / passphrase", password=True))
        if is_locked
        else None
    )
    return read_private(pem, passphrase.encode() if passphrase else None)


def make_keys(console: Console, *, folder: Path) -> None:
    """recovery.key, locked with a passphrase, and recovery.pub. Refused where one lies already."""
    private, public = folder / "recovery.key", folder / "recovery.pub"
    if private.exists() or public.exists():
        raise Refused(
            text("生成恢复密钥"),
            why=text("{folder}中已有恢复密钥", folder=folder),
            remedy=text("换一个文件夹"),
        )
    passphrase = os.environ.get("QUANHENG_PASSPHRASE") or Prompt.ask(
        "给私钥设口令 / passphrase for the private key", password=True
    )
    if len(passphrase) < 12:
        raise ValueError("口令不少于12位 / at least 12 characters")
    folder.mkdir(parents=True, exist_ok=True)
    locked, open_ = new_pair(passphrase.encode())
    with os.fdopen(os.open(private, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
        file.write(locked)
    public.write_bytes(open_)
    console.print(
        f"● {private}（离开本机保管 / keep it away from this machine）\n● {public}（QUANHENG_BACKUP_KEY）",
        soft_wrap=True,
    )
