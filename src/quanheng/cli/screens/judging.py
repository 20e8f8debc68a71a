"""A process of its own that judges a registry in columns (`python -m`): the law and Polars load on another core while the house starts.

It has no database and no files: a question and the lines of everybody come in on its standard input, the answer goes out.
"""

import gc
import sys
from collections.abc import Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from typing import IO

from quanheng.cli.screens.frames import received, send
from quanheng.regulation.core.library import library
from quanheng.selection.core.registry_question import question_in
from quanheng.selection.core.registry_screening import rehearsed, screened


def main() -> None:
    """Load, then answer one question; nobody is waiting any more where none comes."""
    gc.disable()  # what is loaded stays to the end, which is near
    library()
    source, sink = sys.stdin.buffer, sys.stdout.buffer
    try:
        question = question_in(received(source))
        is_whole = bool(received(source))
        parts = _parts(source)
        rehearsed(question)  # while the database looks for the first lines
        found = screened(parts, question)
    except EOFError:
        return
    send(sink, found.answer().packed() if found else b"")
    send(sink, found.as_ipc() if found and is_whole else b"")


def _parts(source: IO[bytes]) -> Iterator[bytes]:
    """Read ahead, the first part from now on: the database goes on while a part is judged."""
    ahead = ThreadPoolExecutor(1)
    return _following(ahead, source, ahead.submit(received, source))


def _following(ahead: ThreadPoolExecutor, source: IO[bytes], part: Future[bytes]) -> Iterator[bytes]:
    with ahead:
        while said := part.result():
            part = ahead.submit(received, source)
            yield said


if __name__ == "__main__":
    main()
