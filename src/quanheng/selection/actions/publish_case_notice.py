"""Publish the notice before appointment (任前公示) for the person the committee decided on."""

from collections.abc import Sequence
from datetime import date, datetime

from quanheng.access.models import Account
from quanheng.disclosure.actions.publish_notice import publish_notice
from quanheng.procedure.actions.opening import set_task
from quanheng.procedure.actions.step import Outcome, step
from quanheng.procedure.models import Case
from quanheng.selection.queries.cases import decided_candidate, decision_of
from quanheng.selection.queries.profile import public_profile

_LABEL = "发布任前公示"
_CITES = ("《党政领导干部选拔任用工作条例》第四十二条",)


@step("selection.notice.publish", label=_LABEL, permission="disclosure.publish", cites=_CITES)
def publish_case_notice(
    *,
    by: Account,
    at: datetime,
    case: Case,
    printed_from: date,
    printed_to: date,
    scope: str,
    address: str,
    channels: Sequence[str] = ("公示栏", "本网站"),
    phone: str = "12380",
) -> Outcome:
    """The disclosure room checks the working days; a task falls due when the printed period is over."""
    person, post = decided_candidate(case).person, case.motion.post
    notice = publish_notice(
        by=by,
        at=at,
        case=case,
        person=person,
        post=str(post),
        profile=public_profile(person, post),
        decided_on=decision_of(case).decided_on,
        printed_from=printed_from,
        printed_to=printed_to,
        scope=scope,
        channels=list(channels),
        address=address,
        phone=phone,
    )
    set_task(case=case, what=f"任前公示期满：{person.name}", due_on=printed_to, permission="disclosure.publish", cites=_CITES[0])
    return Outcome(
        result=f"{person.name}拟任{post}，{printed_from}至{printed_to}公示{notice.working_days}个工作日，范围：{scope}",
        facts={"printed_from": printed_from, "printed_to": printed_to, "working_days": notice.working_days},
        made=notice,
    )
