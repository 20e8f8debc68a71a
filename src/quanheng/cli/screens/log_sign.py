"""The signing process: a checkpoint every minute or hundred events, published for witnesses, their answers taken in.

It has a key file, an operating-system user and a database role of its own, and remembers by itself what it signed last.
"""

import time
from contextlib import AbstractContextManager, nullcontext
from pathlib import Path

from django.db import Error, connection
from rich.console import Console

from quanheng.access.actions.log_keys import keep_cosignatures
from quanheng.access.actions.scope import as_system
from quanheng.access.actions.sign_checkpoint import sign_checkpoint
from quanheng.access.core.notes import CheckpointText, read_checkpoint, read_note
from quanheng.access.core.published import COSIGNED, publish
from quanheng.access.core.signing import LOG, Signer, read_signer
from quanheng.access.models import Checkpoint
from quanheng.access.queries.log import key_changes, log_keys, log_size, read_tile
from quanheng.kernel.refusals import Refused
from quanheng.web.screens import clock

_LOOK_SECONDS = 1


class Desk:
    """签名台: the key, what was signed last (kept beside the key), the folder for witnesses."""

    def __init__(self, key_file: Path, folder: Path | None) -> None:
        self.signer: Signer = read_signer(key_file, algorithm=LOG)
        self._kept, self._folder = key_file.with_suffix(".signed"), folder

    def last(self) -> CheckpointText | None:
        return read_checkpoint(read_note(self._kept.read_text())[0]) if self._kept.exists() else None

    def sign(self) -> Checkpoint | None:
        """A checkpoint of now, published; None when nothing is new."""
        last = self.last()
        made = sign_checkpoint(signer=self.signer, at=clock.now(), last=last)
        if made is not None:
            if self._folder is not None:
                keys = [key.spelt for key in log_keys()]
                publish(self._folder, made.note, since=last.size if last else 0, tile=read_tile, keys=keys, changes=key_changes())
            self._kept.write_text(made.note)
        return made

    def take_in(self) -> int:
        """Cosignatures that witnesses have left in the folder since; how many. One not yet admitted may wait a while."""
        if self._folder is None:
            return 0
        kept = 0
        for path in sorted((self._folder / COSIGNED).glob("[0-9]*-*.txt")):
            size = int(path.name.split("-")[0])
            known = _kept(Checkpoint.objects.filter(size=size).first(), path)
            last = self.last()
            if known or last is None or size < last.size:
                path.unlink()
            kept += known
        return kept


def _kept(checkpoint: Checkpoint | None, path: Path) -> int:
    try:
        return keep_cosignatures(checkpoint, path.read_text()) if checkpoint else 0
    except ValueError:
        return 0  # no note at all


def run(console: Console, *, key_file: Path, folder: Path | None, every: int, events: int, is_once: bool, is_own_role: bool) -> None:
    """Until interrupted, or once. A refusal (the log was cut or rewritten) is said and nothing is signed."""
    desk = Desk(key_file, folder)

    def scope() -> AbstractContextManager[None]:
        """A database role of its own has policies of its own; the application's needs the system's scope."""
        return nullcontext() if is_own_role else as_system(on=clock.today())

    if is_once:
        with scope():
            _told(console, desk.sign())
            desk.take_in()
        return
    signed_at, said = float("-inf"), ""
    while True:
        try:
            with scope():
                last, size = desk.last(), log_size()
                waiting = size - (last.size if last else 0)
                if waiting >= events or (waiting and time.monotonic() - signed_at >= every) or waiting < 0:
                    _told(console, desk.sign())
                    signed_at = time.monotonic()
                desk.take_in()
            said = ""
        except Refused as refusal:
            said = _say(console, f"■ {refusal}", said)
        except Error as error:
            said = _say(console, f"▲ 数据库不可用，稍后重试 / the database does not answer: {type(error).__name__}", said)
            connection.close()
        time.sleep(_LOOK_SECONDS)


def _told(console: Console, made: Checkpoint | None) -> None:
    console.print(f"● 检查点 / checkpoint {made.size}" if made else "○ 没有新的记录 / nothing new")


def _say(console: Console, words: str, before: str) -> str:
    """Said once, not every second."""
    if words != before:
        console.print(words, soft_wrap=True)
    return words
