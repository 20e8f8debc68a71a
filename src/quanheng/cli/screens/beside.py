"""The process beside this one that judges in columns (`judging`): started before the house, asked once, gone at the end."""

import subprocess
import sys
from collections.abc import Iterable
from types import TracebackType
from typing import Self

from quanheng.cli.screens.frames import received, send

_ROOM = 1 << 20
"""Bytes that wait between the two, a megabyte where the system gives it: neither stops for the other every few milliseconds."""


class Beside:
    """Starts at once. With it ends the process, whatever happened here."""

    def __init__(self) -> None:
        command = [sys.executable, "-P", "-m", "quanheng.cli.screens.judging"]
        pipe = subprocess.PIPE
        self._process = subprocess.Popen(command, stdin=pipe, stdout=pipe, pipesize=_ROOM)  # noqa: S603  our own

    def answer(self, question: bytes, parts: Iterable[bytes], *, is_whole: bool) -> tuple[bytes, bytes]:
        """What `screened` makes of the lines as they come, and every row when the whole is wanted; empty when an anchor was missing.

        OSError when the process has failed.
        """
        sink, source = self._process.stdin, self._process.stdout
        assert sink is not None
        assert source is not None
        try:
            send(sink, question)
            send(sink, b"whole" if is_whole else b"")
            for part in parts:
                send(sink, part)
            send(sink, b"")
            found = received(source), received(source)
            self._process.kill()  # it gives back its memory while we tell
            return found
        except (EOFError, BrokenPipeError) as error:
            raise ChildProcessError("研判进程中断 / the process that judges has stopped") from error

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._process.kill()
        self._process.communicate()
