"""A process of its own that judges a registry in columns (`python -m`): the law and Polars load on another core while the house starts.

It has no database and no files: a question and the lines of everybody come in on its standard input, the answer goes out.
"""

import pickle
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from typing import BinaryIO

from quanheng.regulation.core.library import library
from quanheng.selection.core.registry_screening import screened


def main() -> None:
    """Load, then answer one question; nobody is waiting any more where none comes."""
    library()
    try:
        question, shown, whole = pickle.load(sys.stdin.buffer)  # noqa: S301  from the process that started this one
        found = screened(_parts(sys.stdin.buffer), question)
    except EOFError:
        return
    pickle.dump(found and found.answer(shown=shown, whole=whole), sys.stdout.buffer)


def _parts(source: BinaryIO) -> Iterator[bytes]:
    """Read ahead: the database goes on while a part is judged."""
    with ThreadPoolExecutor(1) as ahead:
        following = ahead.submit(pickle.load, source)
        while part := following.result():
            following = ahead.submit(pickle.load, source)
            yield part


if __name__ == "__main__":
    main()
