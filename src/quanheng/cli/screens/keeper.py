"""What goes on beside the pages: the worker, begun and ended with them, and the embedded database; both rise when they fall."""

import logging
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager

from django.conf import settings

_LOOK_SECONDS = 1.0
_log = logging.getLogger("quanheng.keeper")


@contextmanager
def kept(*, has_worker: bool) -> Iterator[None]:
    """A thread looks every second. The worker is a process of its own: a large file takes no memory or time from the pages."""
    ending = threading.Event()
    worker = _worker() if has_worker else None
    keeper = threading.Thread(target=_keep, args=(ending, worker), daemon=True)
    keeper.start()
    try:
        yield
    finally:
        ending.set()
        keeper.join()


def _keep(ending: threading.Event, worker: "subprocess.Popen[bytes] | None") -> None:
    while not ending.wait(_LOOK_SECONDS):
        revive()
        if worker is not None and worker.poll() is not None:
            _log.warning("the worker ended and is started again", extra={"state": worker.returncode})
            worker = _worker()
    if worker is not None:
        worker.terminate()
        worker.wait()


def revive() -> None:
    """Start the embedded database when it has died; what hinders it is logged and tried again at the next look."""
    try:
        if settings.REVIVE_DATABASE():
            _log.warning("the embedded database had ended and was started again")
    except Exception:
        _log.exception("the embedded database does not start")


def _worker() -> "subprocess.Popen[bytes]":
    command = [sys.executable, "-c", "from quanheng.cli.screens.main import run; run()", "work", "--beside"]
    return subprocess.Popen(command)  # noqa: S603  our own program
