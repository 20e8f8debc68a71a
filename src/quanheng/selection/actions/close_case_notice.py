"""End the public notice after its last day, with every objection checked (结束公示)."""

from datetime import datetime

from django.utils import timezone

from quanheng.access.models import Account
from quanheng.disclosure.actions.take_down import take_down
from quanheng.disclosure.models import PublicNotice
from quanheng.disclosure.queries.objections import open_objections, upheld_objections
from quanheng.kernel.refusals import Refused
from quanheng.kernel.texts import text
from quanheng.procedure.actions.opening import close_tasks
from quanheng.procedure.actions.step import Outcome, step
from quanheng.procedure.models import Case
from quanheng.selection.core.stage_facts import notice_facts
from quanheng.selection.queries.rulings import rule

_VERB = "selection.notice.close"
_LABEL = "结束公示"
_CITES = ("《党政领导干部选拔任用工作条例》第四十二条",)


@step(_VERB, label=_LABEL, permission="disclosure.publish", cites=_CITES)
def close_case_notice(*, by: Account, at: datetime, case: Case) -> Outcome:
    """The disclosure room takes the notice down; the law of notices is judged on what really happened."""
    notice = PublicNotice.objects.filter(case=case).latest("posted_at")
    if notice.taken_down_at is None:
        notice = take_down(by=by, at=at, notice=notice)
    _none_upheld(case)
    pending = open_objections(case).count()
    findings = rule(_VERB, case=case, on=timezone.localdate(at), facts=_facts(notice, pending))
    close_tasks(case=case, at=at)
    received = notice.objections.count()
    return Outcome(
        result=f"{notice.printed_from}至{notice.printed_to}公示期满，收到反映{received}件，均已核查办结" if received else
        f"{notice.printed_from}至{notice.printed_to}公示期满，未收到反映",
        facts={"objections": received, "findings": findings},
        made=notice,
    )


def _facts(notice: PublicNotice, pending: int) -> dict[str, object]:
    """A notice is due here: the procedure promotes to leading posts."""
    told = notice_facts(
        printed_from=notice.printed_from,
        printed_to=notice.printed_to,
        posted_on=timezone.localdate(notice.posted_at),
        taken_down_on=timezone.localdate(notice.taken_down_at) if notice.taken_down_at else None,
        decided_on=notice.decided_on,
        open_objections=pending,
    )
    return {**told, "is_exceptional": False, "post_tier": "county", "move": "promotion"}


def _none_upheld(case: Case) -> None:
    upheld = upheld_objections(case).first()
    if upheld is not None:
        raise Refused(
            text(_LABEL),
            why=text("反映{receipt}经查影响任职", receipt=upheld.receipt),
            cites=_CITES,
            remedy=text("提请原决定机关复议，或另选人选"),
        )
