"""Ask for pages in this process and take the time: waited, and worked (this process and the database's own for it)."""

import time
from collections.abc import Callable
from pathlib import Path

from django.db import connection
from django.test.utils import CaptureQueriesContext

Times = dict[str, list[float]]


def times_of(asks: list[Callable[[], object]], *, is_once: bool = False) -> Times:
    """Each ask once to warm what is compiled once, then each timed; the number of queries from one more. Or each but once."""
    if not is_once:
        asks[0]()
    found: Times = {"waited": [], "worked": [], "queries": []}
    for ask in asks:
        begun, worked = time.perf_counter(), _worked()
        ask()
        found["waited"].append((time.perf_counter() - begun) * 1000)
        found["worked"].append((_worked() - worked) * 1000)
    if is_once:
        return found | {"queries": [0]}
    with CaptureQueriesContext(connection) as seen:
        asks[0]()
    found["queries"].append(len(seen))
    return found


def _worked() -> float:
    """Seconds of processor; of the database only where its process can be seen (Linux, the embedded server)."""
    connection.ensure_connection()
    book = Path(f"/proc/{connection.connection.info.backend_pid}/schedstat")
    served = int(book.read_text().split()[0]) / 1e9 if book.exists() else 0.0
    return time.process_time() + served
