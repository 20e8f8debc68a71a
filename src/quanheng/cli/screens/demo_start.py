"""Start the demonstration: the second time only the server, without loading what the first time needs."""

import os
import sys
from pathlib import Path

from django.db import DatabaseError, connection
from rich.console import Console

from quanheng.access.actions.scope import as_system
from quanheng.cli.screens import house
from quanheng.operations.queries.versions import is_behind
from quanheng.web.screens import clock


def is_prepared() -> bool:
    """Whether this database holds a rehearsed city of this version."""
    try:
        with as_system(on=clock.today()), connection.cursor() as cursor:
            cursor.execute("SELECT EXISTS (SELECT 1 FROM selection_appointmentorder)")
            return bool(cursor.fetchone()[0]) and not is_behind()
    except DatabaseError:
        return False


def anew(*, is_once: bool) -> None:
    """Begin the same command again in a fresh process, to serve: forks of a process that made papers cannot make any."""
    if not is_once and os.name == "posix":
        os.execv(sys.executable, [sys.executable, *sys.argv])  # noqa: S606  our own command


def tell(console: Console, out: Path) -> None:
    """Passwords and where the papers lie."""
    house.print_known_passwords(console)
    console.print(f"● 案卷 / papers: {out}    quanheng verify {out}")
