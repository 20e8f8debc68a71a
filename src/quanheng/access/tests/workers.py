"""For tests of background work: the worker's turn on the test's own connection, and real workers that are killed."""

import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime

from django.db import connection

from quanheng.access.actions.guard import as_owner
from quanheng.access.actions.run_jobs import Kind, run_next
from quanheng.access.models import Job


def work(*kinds: Kind, at: datetime) -> int:
    """What the worker would do now; how many jobs that was."""
    count = 0
    while run_next(kinds, beside=connection, now=lambda: at):
        count += 1
    return count


@contextmanager
def held(job: Job) -> Iterator[None]:
    """As if a worker were at it."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_lock(%s, %s)", [job.LOCK, job.pk])
    try:
        yield
    finally:
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_unlock(%s, %s)", [job.LOCK, job.pk])


@contextmanager
def worker() -> "Iterator[subprocess.Popen[bytes]]":
    """`quanheng work` on the database of this test; killed at the end at the latest, and gone from the database, too."""
    command = [sys.executable, "-c", "from quanheng.cli.screens.main import run; run()", "work"]
    given = os.environ | {
        "QUANHENG_DATABASE": str(connection.settings_dict["NAME"]),
        "QUANHENG_DEMONSTRATION": "2026-11-21",
    }
    started = subprocess.Popen(command, env=given, stdout=subprocess.DEVNULL)
    try:
        yield started
    finally:
        started.kill()
        started.wait()
        until(_nobody_at_it)


@contextmanager
def asleep_at(table: str) -> Iterator[None]:
    """Whoever adds rows to the table sleeps there for two seconds."""
    with as_owner(), connection.cursor() as cursor:
        cursor.execute(
            "CREATE FUNCTION nap() RETURNS trigger AS $$ BEGIN PERFORM pg_sleep(2); RETURN NULL; END $$ LANGUAGE plpgsql"
        )
        cursor.execute(
            f"CREATE TRIGGER nap AFTER INSERT ON {table} FOR EACH STATEMENT EXECUTE FUNCTION nap()"
        )
    try:
        yield
    finally:
        with as_owner(), connection.cursor() as cursor:
            cursor.execute(
                f"DROP TRIGGER nap ON {table}"
            )  # waits until a dead worker's transaction is undone
            cursor.execute("DROP FUNCTION nap")


def until_asleep() -> None:
    """Until the worker's statement waits in the trigger."""
    until(_is_somebody_asleep)


def until(is_so: Callable[[], bool]) -> None:
    for _ in range(1200):
        if is_so():
            return
        time.sleep(0.05)
    raise AssertionError("it never came to that")


def _is_somebody_asleep() -> bool:
    return _asked(
        "SELECT EXISTS (SELECT 1 FROM pg_stat_activity WHERE wait_event = 'PgSleep' AND datname = current_database())"
    )


def _nobody_at_it() -> bool:
    """Whether the database has noticed that the worker is gone."""
    return _asked(
        "SELECT count(*) = 0 FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()"
    )


def _asked(said: str) -> bool:
    with connection.cursor() as cursor:
        cursor.execute(said)
        return bool((cursor.fetchone() or (False,))[0])
