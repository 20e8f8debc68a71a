"""Serving the pages until somebody interrupts."""

import os
import shutil
from pathlib import Path

from django.conf import settings
from django.db import connection
from granian.constants import Interfaces
from granian.server import Server
from rich.console import Console

from quanheng.access.actions import guard
from quanheng.cli.screens import house
from quanheng.cli.screens.keeper import kept
from quanheng.operations.queries.versions import is_behind


def serve(console: Console, *, host: str, port: int, workers: int = 1, has_worker: bool = True) -> None:
    """Serve until interrupted; the embedded database lives as long as this process."""
    guard.require_bound()
    if is_behind():
        house.migrate(console)
    console.print(f"● http://{host}:{port}/")
    os.environ["PYTHONWARNINGS"] = "ignore"
    os.environ["PROMETHEUS_MULTIPROC_DIR"] = str(_fresh_figures())
    connection.close()  # the processes that serve have their own
    server = Server(
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
    with kept(has_worker=has_worker):
        server.serve()


def _fresh_figures() -> Path:
    """Where the processes that serve keep their figures; those of the last run are gone."""
    folder = Path(settings.HOME) / "run" / "figures"
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(mode=0o700, parents=True)
    return folder
