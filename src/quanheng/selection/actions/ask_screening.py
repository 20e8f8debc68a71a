"""Have everybody screened for the post of a case: few people at once, more of them beside the page."""

from datetime import datetime

from django.utils import timezone

from quanheng.access.actions.action import action
from quanheng.access.actions.jobs import wake
from quanheng.access.models import Account
from quanheng.access.models.job import LIVE
from quanheng.kernel.refusals import Refused
from quanheng.kernel.texts import text
from quanheng.procedure.actions.step import Outcome, in_turn
from quanheng.procedure.models import Case
from quanheng.selection.actions.screen_candidates import VERB, screen_candidates
from quanheng.selection.models import ScreeningJob
from quanheng.selection.queries.screening import in_sight

WHAT = "提交人选研判"
AT_ONCE = 200
"""So many people are judged while the page waits; for more the worker does it."""


def screen_or_ask(
    *, by: Account, at: datetime, case: Case, seen: int | None = None
) -> Outcome | ScreeningJob:
    """What the page calls: the outcome when it is done, the job when it was asked for. Refused alike."""
    around = in_sight(by=by, on=timezone.localdate(at))
    is_few = around.order_by()[: AT_ONCE + 1].count() <= AT_ONCE
    return (screen_candidates if is_few else ask_screening)(by=by, at=at, case=case, seen=seen)


@action(
    "selection.screening.ask",
    label=WHAT,
    permission="selection.run",
    of=lambda given: given["case"].authority.path,
    keeps=("case",),
)
def ask_screening(*, by: Account, at: datetime, case: Case, seen: int | None = None) -> ScreeningJob:
    """Refused where the screening itself would be, and while one is under way."""
    _require_none(case)  # else this page would wait for the worker, who holds the case
    locked = in_turn(case, verb=VERB, label=WHAT, seen=seen, at=at)
    _require_none(case)  # asked for at the same moment
    job = ScreeningJob.objects.create(case=locked, seen=locked.version, asked_by=by, asked_at=at)
    wake()
    return job


def _require_none(case: Case) -> None:
    if ScreeningJob.objects.filter(case=case, state__in=LIVE).exists():
        raise Refused(
            text(WHAT),
            why=text("这一事项的人选正在研判"),
            remedy=text("在“人选研判”页看进度；中断的，在那里继续"),
        )
