"""Open a case: the motion (动议) to fill a vacant post. Refused without a vacancy inside the quota."""

from datetime import datetime

from django.utils import timezone

from quanheng.access.actions.action import action
from quanheng.access.models import Account
from quanheng.establishment.core.board import Row
from quanheng.establishment.models import Vacancy
from quanheng.establishment.permissions.seats import require_free_seat
from quanheng.kernel.refusals import Refused
from quanheng.kernel.texts import text
from quanheng.procedure.actions.opening import open_case
from quanheng.procedure.actions.step import Outcome
from quanheng.selection.models import Motion

_LABEL = "提出动议"
_CITES = ("《党政领导干部选拔任用工作条例》第十二条至第十四条",)


@action(
    "selection.motion.open",
    label=_LABEL,
    permission="selection.run",
    of=lambda given: given["vacancy"].post.organisation.authority.path,
    cites=_CITES,
    keeps=("vacancy", "proposer", "method"),
)
def open_motion(
    *,
    by: Account,
    at: datetime,
    vacancy: Vacancy,
    proposer: str,
    ground: str,
    conditions: str,
    scope: str,
    method: str = "民主推荐",
    kind: str = "promotion",
    is_directed: bool = True,
    place: str = "",
) -> Motion:
    """The motion, with its case opened at the step 动议."""
    vacancy = Vacancy.objects.select_for_update(of=("self",)).select_related("post__organisation__authority").get(pk=vacancy.pk)
    post = vacancy.post
    _still_open(vacancy)
    board = require_free_seat(post=post, on=timezone.localdate(at))
    case = open_case(
        by=by,
        at=at,
        procedure="promotion",
        title=f"{post}（{post.get_role_display()}）选任",
        authority=post.organisation.authority,
        verb="selection.motion.open",
        label=_LABEL,
        outcome=_outcome(vacancy, board, proposer=proposer, ground=ground, method=method, place=place),
    )
    return Motion.objects.create(
        case=case, vacancy=vacancy, post=post, kind=kind, proposer=proposer, ground=ground, conditions=conditions, scope=scope,
        method=method, is_directed=is_directed,
    )  # fmt: skip


def _outcome(vacancy: Vacancy, board: Row, *, proposer: str, ground: str, method: str, place: str) -> Outcome:
    seats = f"核定{board.approved}、实有{board.held}"
    return Outcome(
        result=f"{proposer}提出动议：{vacancy.post}，{vacancy.get_cause_display()}空缺，{seats}。理由：{ground}",
        place=place,
        facts={"proposer": proposer, "post": str(vacancy.post), "approved": board.approved, "held": board.held, "method": method},
    )


def _still_open(vacancy: Vacancy) -> None:
    if vacancy.filled_on is not None:
        raise Refused(
            text(_LABEL),
            why=text("{post}的空缺已于{day}补充", post=str(vacancy.post), day=vacancy.filled_on),
            cites=_CITES,
            remedy=text("在职位空缺中登记新的空缺后再提出动议"),
        )
    running = Motion.objects.filter(vacancy=vacancy, case__closed_at__isnull=True).select_related("case").first()
    if running:
        raise Refused(
            text(_LABEL),
            why=text("该空缺已在{case}中办理", case=running.case.number),
            cites=_CITES,
            remedy=text("在原案中继续办理"),
        )
