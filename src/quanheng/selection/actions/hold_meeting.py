"""Hold the meeting recommendation: who chaired, who came, how many paper ballots each voter class was given."""

from collections.abc import Mapping
from datetime import datetime

from django.utils import timezone

from quanheng.access.models import Account
from quanheng.kernel.refusals import Refused
from quanheng.kernel.texts import text
from quanheng.procedure.actions.step import Outcome, step
from quanheng.procedure.models import Case
from quanheng.selection.actions.record_talks import require_figures
from quanheng.selection.core.stage_facts import attendance_facts
from quanheng.selection.models import Recommendation
from quanheng.selection.queries.rulings import rule

_VERB = "selection.recommendation.hold_meeting"
_LABEL = "会议推荐（发票）"
_CITES = ("《党政领导干部选拔任用工作条例》第十六条", "《党政领导干部选拔任用工作条例》第二十条")


@step(_VERB, label=_LABEL, permission="selection.run", cites=_CITES)
def hold_meeting(
    *,
    by: Account,
    at: datetime,
    case: Case,
    held_at: datetime,
    place: str,
    presided_by: str,
    scope_size: int,
    issued: Mapping[str, int],
) -> Outcome:
    """`issued` is {voter class: ballots given out}; whoever attends gets one ballot, so their sum is the attendance."""
    attended = sum(issued.values())
    require_figures(_LABEL, scope_size=scope_size, attended=attended)
    if any(number < 1 for number in issued.values()):
        raise Refused(text(_LABEL), why=text("每类人员发出票数须不少于1张"), remedy=text("没有人参加的类别不要列出"))
    facts = attendance_facts(scope=scope_size, attended=attended)
    findings = rule(_VERB, case=case, on=timezone.localdate(held_at), facts=facts)
    row = Recommendation.objects.create(
        case=case,
        form="meeting",
        held_at=held_at,
        place=place,
        presided_by=presided_by,
        scope_size=scope_size,
        attended=attended,
        issued=[list(pair) for pair in issued.items()],
    )
    return Outcome(
        result=f"应到{scope_size}人，实到{attended}人，发出推荐票{attended}张",
        facts={"scope": scope_size, "attended": attended, "issued": dict(issued), "findings": findings},
        place=place,
        happened_at=held_at,
        made=row,
    )
