"""For tests of background work: the worker's turn on the test's own connection, and real workers that are killed."""

import atexit
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from functools import cache

from django.db import connection
from django.db.backends.base.base import BaseDatabaseWrapper

from quanheng.access.actions.guard import as_owner
from quanheng.access.actions.run_jobs import Kind, run_next
from quanheng.access.models import Job

HOLD = 0x686F6C64
"""The advisory lock that holds up a worker."""


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


@dataclass
class Worker:
    """`quanheng work` on the database of this test, a process of its own."""

    number: int

    def kill(self) -> None:
        """Killed and gone."""
        if self.number:
            os.kill(self.number, signal.SIGKILL)
            _say(f"{self.number}\n")
            self.number = 0


@contextmanager
def worker() -> Iterator[Worker]:
    """Killed at the end at the latest, and gone from the database, too."""
    started = Worker(int(_say("\n")))
    try:
        yield started
    finally:
        started.kill()
        until(_nobody_at_it)


def _say(line: str) -> str:
    """What the process that workers come from answers."""
    asked = _origin(str(connection.settings_dict["NAME"]))
    assert asked.stdin is not None
    assert asked.stdout is not None
    asked.stdin.write(line)
    asked.stdin.flush()
    return asked.stdout.readline()


@cache
def _origin(database: str) -> "subprocess.Popen[str]":
    """Started once: loading takes longer than anything that the tests do with a worker. It ends when its input does."""
    given = os.environ | {"QUANHENG_DATABASE": database, "QUANHENG_DEMONSTRATION": "2026-11-21"}
    command = [sys.executable, "-m", "quanheng.access.tests.forking"]
    started = subprocess.Popen(command, env=given, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    atexit.register(started.communicate)
    return started


@contextmanager
def killed_at(table: str) -> Iterator[None]:
    """A worker is killed while it adds rows to the table. Inside the block its statement goes on; at the end it has been undone."""
    holder = connection.copy()
    with worker_held_at(table, holder) as killed:
        try:
            until(_is_somebody_held)
            killed.kill()
            yield
        finally:
            holder.close()  # the statement comes to its end, and the server notices that nobody is there


@contextmanager
def worker_held_at(table: str, holder: BaseDatabaseWrapper) -> Iterator[Worker]:
    """A worker that waits, wherever it adds rows to the table, until the connection is closed."""
    with as_owner(), connection.cursor() as cursor:
        cursor.execute(
            f"CREATE FUNCTION hold() RETURNS trigger AS $$ BEGIN PERFORM pg_advisory_xact_lock_shared({HOLD}); RETURN NULL; END $$ LANGUAGE plpgsql"
        )
        cursor.execute(f"CREATE TRIGGER hold AFTER INSERT ON {table} FOR EACH STATEMENT EXECUTE FUNCTION hold()")
    with holder.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_lock(%s)", [HOLD])
    try:
        with worker() as started:
            yield started
    finally:
        with as_owner(), connection.cursor() as cursor:
            cursor.execute(f"DROP TRIGGER hold ON {table}")
            cursor.execute("DROP FUNCTION hold")


def until(is_so: Callable[[], bool]) -> None:
    for _ in range(3000):
        if is_so():
            return
        time.sleep(0.02)
    raise AssertionError("it never came to that")


def _is_somebody_held() -> bool:
    return _asked("SELECT EXISTS (SELECT 1 FROM pg_stat_activity WHERE wait_event = 'advisory' AND datname = current_database())")


def _nobody_at_it() -> bool:
    """Whether the database has noticed that the worker is gone."""
    return _asked(
        "SELECT count(*) = 0 FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()"
    )


def _asked(said: str) -> bool:
    with connection.cursor() as cursor:
        cursor.execute(said)
        return bool((cursor.fetchone() or (False,))[0])
