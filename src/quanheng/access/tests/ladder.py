"""Rows built once for the tests of a module: a ladder of savepoints in one transaction, which is undone at its end.

A test asks for a rung, does what it likes, and is undone; the next one finds the rung as it was. Only what was not yet built is built.
"""

import pickle
from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from django.db import connection, transaction

from quanheng.access.actions.scope import Scope, _tell
from quanheng.web.screens import clock

Made = TypeVar("Made")


@contextmanager
def one_transaction() -> Iterator[None]:
    """Everything inside is undone; the system's scope holds."""
    with transaction.atomic():
        _tell(connection, Scope("system", clock.today()))
        try:
            yield
        finally:
            transaction.set_rollback(True)
    connection.quanheng_scope = None  # the database has forgotten it too


@dataclass(frozen=True)
class Rung:
    """一级: the rows as they are at a savepoint, and a copy of what the factories returned."""

    savepoint: str
    scope: Scope
    made: bytes


class Ladder(Generic[Made]):
    """梯: what `begin` makes, then act after act by name; a stop is the act that comes next."""

    def __init__(
        self,
        unblocked: Callable[[], AbstractContextManager[None]],
        begin: Callable[[], Made],
        acts: Sequence[tuple[str, Callable[[Made], Any]]] = (),
    ) -> None:
        self._unblocked, self._begin, self._acts = unblocked, begin, acts
        self._stops = {name: height for height, (name, _) in enumerate(acts)}
        self._rungs: list[Rung] = []
        self._is_lent = False

    @contextmanager
    def lent(self) -> Iterator[Callable[..., Made]]:
        """To one test, which may ask once; what is wrong with its rows is said as a commit would say it."""
        with self._unblocked():
            if not self._rungs:
                self._keep(self._begin())
            self._is_lent = False
            try:
                yield self._at
                if not connection.needs_rollback and connection.is_usable():
                    connection.check_constraints()
            finally:
                self._undo()

    def _at(self, stop: str = "") -> Made:
        """The rows where this act comes next. Whatever the test made before it asked is undone: it asks first."""
        assert not self._is_lent, "asked twice: what was done since the first time would be undone"
        self._is_lent = True
        height = self._stops[stop] if self._acts else 0
        del self._rungs[height + 1 :]
        self._undo()
        made = self._made()
        for _, act in self._acts[len(self._rungs) - 1 : height]:
            act(made)
            self._keep(made)
        return self._made()

    def _made(self) -> Made:
        """A fresh copy: tests change the rows they hold."""
        found: Made = pickle.loads(self._rungs[-1].made)
        return found

    def _keep(self, made: Made) -> None:
        connection.check_constraints()  # once here, not after every test
        self._rungs.append(Rung(transaction.savepoint(), connection.quanheng_scope, pickle.dumps(made)))

    def _undo(self) -> None:
        """Back to the highest rung that is left, also out of a failed statement."""
        rung = self._rungs[-1]
        connection.needs_rollback = False
        connection.run_on_commit.clear()
        transaction.savepoint_rollback(rung.savepoint)
        connection.quanheng_scope = rung.scope  # the database remembers it by itself
