"""The background worker: does the jobs that wait, one after another; sleeps until it is told of a new one."""

import contextlib
import os
import signal
import time
from datetime import date
from types import FrameType

from django.db import Error, connection
from rich.console import Console

from quanheng.access.actions.jobs import CHANNEL
from quanheng.access.actions.run_jobs import run_next
from quanheng.access.actions.scope import as_system
from quanheng.cli.screens import ready
from quanheng.cli.screens.keeper import revive
from quanheng.exchange.actions.run_jobs import EXPORTS, IMPORTS
from quanheng.operations.actions.clear_away import clear_away
from quanheng.operations.queries.presence import announce_worker
from quanheng.registry.actions.plan_organisation_change import carry_out_plans
from quanheng.registry.actions.refresh_day_values import refresh_day_values
from quanheng.registry.actions.refresh_levels import refresh_levels
from quanheng.registry.actions.run_reckonings import RECKONINGS
from quanheng.selection.actions.run_screenings import SCREENINGS
from quanheng.web.screens import clock

KINDS = (SCREENINGS, IMPORTS, EXPORTS, RECKONINGS)
"""All background work there is; what somebody sits and waits for goes first."""
_NAP_SECONDS = 5
_PAUSE_SECONDS = 1


class _StopError(BaseException):
    """Somebody asked the worker to end: not an error of the job, which stays to be taken up again."""


def run(console: Console, *, is_beside: bool) -> None:
    """Until told to end; with `is_beside` also when the process that started it is gone."""
    ready.require_ready()
    parent = os.getppid()
    signal.signal(signal.SIGTERM, _stop)
    if not is_beside:
        console.print("● 后台办理已启动，按 Ctrl+C 结束 / the worker runs")
    day: date | None = None
    announced: object = None
    with contextlib.suppress(_StopError, KeyboardInterrupt):
        while not (is_beside and os.getppid() != parent):
            try:
                if connection.connection is None or connection.connection is not announced:
                    announce_worker()
                    announced = connection.connection
                day = begin_day(day)
                work_off()
                _sleep()
            except Error as error:  # the server may be starting again
                console.print(f"▲ 数据库不可用，稍后重试 / the database does not answer: {type(error).__name__}")
                connection.close()
                time.sleep(_PAUSE_SECONDS)
                revive()


def begin_day(day: date | None) -> date:
    """On the first look at a new day, what the mere passing of time has changed; what has had its time goes."""
    today = clock.today()
    if today != day:
        carry_out_plans(on=today, at=clock.now())
        refresh_levels(on=today)
        with as_system(on=today):
            clear_away(at=clock.now())
    return today


def work_off() -> int:
    """Everything that waits now; how many jobs that was."""
    beside = connection.copy()
    try:
        count = 0
        while True:
            if run_next(KINDS, beside=beside, now=clock.now):
                count += 1
            elif not refresh_day_values(at_most=1):
                return count
    finally:
        beside.close()


def _sleep() -> None:
    """Until a job is announced, a little while at most: an announcement may have come before anybody listened."""
    with connection.cursor() as cursor:
        cursor.execute(f"LISTEN {CHANNEL}")
        assert connection.connection is not None
        for _ in connection.connection.notifies(timeout=_NAP_SECONDS, stop_after=1):
            return


def _stop(_number: int, _frame: FrameType | None) -> None:
    raise _StopError
