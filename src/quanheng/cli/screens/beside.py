"""The process beside this one that judges in columns (`judging`): started before the house, asked once, gone at the end."""

import pickle
import subprocess
import sys
from collections.abc import Iterable
from types import TracebackType
from typing import TYPE_CHECKING, Self

if TYPE_CHECKING:  # they load the law's words, and the process is to start before them
    from quanheng.selection.core.registry_question import Answer, Question


class Beside:
    """Starts at once. With it ends the process, whatever happened here."""

    def __init__(self) -> None:
        command = [sys.executable, "-P", "-m", "quanheng.cli.screens.judging"]
        self._process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE)  # noqa: S603  our own

    def answer(self, question: "Question", parts: Iterable[bytes], *, shown: int, whole: bool) -> "Answer | None":
        """What `screened` makes of the lines, as they come; None when an anchor was missing. OSError when the process failed."""
        sink, source = self._process.stdin, self._process.stdout
        assert sink is not None
        assert source is not None
        try:
            pickle.dump((question, shown, whole), sink)
            for part in parts:
                pickle.dump(part, sink)
            pickle.dump(b"", sink)
            sink.flush()
            found: Answer | None = pickle.load(source)  # noqa: S301  from our own process
        except (EOFError, BrokenPipeError) as error:
            raise ChildProcessError("研判进程中断 / the process that judges has stopped") from error
        return found

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._process.kill()
        self._process.communicate()
