"""The worker's second connection: it tells how far a job is while the job's own transaction is still open.

It holds a lock as long as the worker lives; when the worker dies, the database lets the lock go at once.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime
from typing import Any

from django.db.backends.base.base import BaseDatabaseWrapper

from quanheng.access.actions.scope import as_system
from quanheng.access.models import Job
from quanheng.kernel.progress import Progress

_MOST_ATTEMPTS = 3
_PAUSE_SECONDS = 0.5


class Watch:
    """Over one job at a time (看护)."""

    def __init__(self, connection: BaseDatabaseWrapper, now: Callable[[], datetime], model: type[Job]) -> None:
        self._connection, self._now = connection, now
        self._table, self._locks = model._meta.db_table, model.LOCK
        self._said: tuple[str, datetime] | None = None

    def take(self) -> int | None:
        """The next job that waits, or whose worker died; after three deaths it is left for somebody to look at."""
        for pk in self._ids():
            if not self._ask("SELECT pg_try_advisory_lock(%s, %s)", self._locks, pk):
                continue
            state, attempts = self._row(f"SELECT state, attempts FROM {self._table} WHERE id = %s", pk)  # noqa: S608
            if state == "running" and attempts >= _MOST_ATTEMPTS:
                self._do(f"UPDATE {self._table} SET state = 'interrupted', finished_at = %s WHERE id = %s", self._now(), pk)  # noqa: S608
            elif state in ("waiting", "running"):
                start = "state = 'running', attempts = attempts + 1, phase = '', done = 0, total = 0, finished_at = NULL, refusal = '{}'"
                self._do(f"UPDATE {self._table} SET {start}, started_at = %s WHERE id = %s", self._now(), pk)  # noqa: S608
                return pk
            self.leave(pk)
        return None

    def progress(self, pk: int) -> Progress:
        """What the job calls as it goes on; written down at each new phase and twice a second."""

        def say(phase: str, done: int, total: int) -> None:
            at = self._now()
            if self._said and self._said[0] == phase and (at - self._said[1]).total_seconds() < _PAUSE_SECONDS:
                return
            self._said = phase, at
            self._do(f"UPDATE {self._table} SET phase = %s, done = %s, total = %s WHERE id = %s", phase, done, total, pk)  # noqa: S608

        return say

    def leave(self, pk: int) -> None:
        """Let the job go."""
        self._said = None
        self._do("SELECT pg_advisory_unlock(%s, %s)", self._locks, pk)

    def _ids(self) -> list[int]:
        with self._looking() as cursor:
            cursor.execute(f"SELECT id FROM {self._table} WHERE state IN ('waiting', 'running') ORDER BY id")  # noqa: S608
            return [pk for (pk,) in cursor.fetchall()]

    def _row(self, said: str, *given: Any) -> tuple[Any, ...]:
        with self._looking() as cursor:
            cursor.execute(said, given)
            return tuple(cursor.fetchone() or ())

    def _ask(self, said: str, *given: Any) -> bool:
        return bool(self._row(said, *given)[0])

    def _do(self, said: str, *given: Any) -> None:
        with self._looking() as cursor:
            cursor.execute(said, given)

    @contextmanager
    def _looking(self) -> Iterator[Any]:
        """Jobs of every authority: the system's own scope, for each statement."""
        with as_system(on=self._now().date(), using=self._connection), self._connection.cursor() as cursor:
            yield cursor
