"""Serving the pages until somebody interrupts."""

import logging
import os
import shutil
import time
from collections import deque
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

from django.conf import settings
from django.db import connection
from granian.constants import Interfaces
from granian.server import Server
from granian.server.common import AbstractServer
from rich.console import Console

from quanheng.access.actions import guard
from quanheng.cli.screens import house
from quanheng.cli.screens.keeper import kept
from quanheng.operations.queries.versions import is_behind

_TIMES, _WITHIN_SECONDS = 6, 60.0
_log = logging.getLogger("quanheng.serving")


def serve(console: Console, *, host: str, port: int, workers: int = 1, has_worker: bool = True) -> None:
    """Serve until interrupted; the embedded database lives as long as this process."""
    guard.require_bound()
    if is_behind():
        house.migrate(console)
    console.print(f"● http://{host}:{port}/")
    os.environ["PYTHONWARNINGS"] = "ignore"
    os.environ["PROMETHEUS_MULTIPROC_DIR"] = str(_fresh_figures())
    connection.close()  # the processes that serve have their own
    with kept(has_worker=has_worker):
        _serve(lambda: _server(host, port, workers))


def _server(host: str, port: int, workers: int) -> "AbstractServer[Any]":
    return Server(
        "quanheng.site.wsgi:application",
        address=host,
        port=port,
        interface=Interfaces.WSGI,
        workers=workers,
        blocking_threads=4,
        log_access=False,
        log_level="warning",  # type: ignore[arg-type]
        static_path_mount=None,
        working_dir=Path.cwd(),
        respawn_failed_workers=True,
    )


def _serve(made: Callable[[], "AbstractServer[Any]"]) -> None:
    """The server gives up when its pages fall within seconds of rising: begin again, unless that happens too often or ending was asked for."""
    server, begun = made(), deque([time.monotonic()], maxlen=_TIMES)
    while True:
        try:
            server.serve()
            return
        except SystemExit:
            begun.append(time.monotonic())
            has_tried = len(begun) == _TIMES and begun[-1] - begun[0] < _WITHIN_SECONDS
            if server.interrupt_signal or has_tried:
                raise
        _log.warning("the pages fell twice within seconds and are begun again")
        ended, server = server, made()
        server.on_startup(partial(_pass_on, ended, server))


def _pass_on(ended: "AbstractServer[Any]", server: "AbstractServer[Any]") -> None:
    """A TERM between two servers reached the one that had ended: its handlers stand until the next has its own."""
    if ended.interrupt_signal:
        server.signal_handler_interrupt()  # type: ignore[no-untyped-call]


def _fresh_figures() -> Path:
    """Where the processes that serve keep their figures; those of the last run are gone."""
    folder = Path(settings.HOME) / "run" / "figures"
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(mode=0o700, parents=True)
    return folder
