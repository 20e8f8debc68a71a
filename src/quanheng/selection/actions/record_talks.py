"""Recommendation by talk (谈话调研推荐): who was asked, how many answered, whom they named."""

from collections.abc import Mapping
from datetime import datetime

from django.utils import timezone

from quanheng.access.models import Account
from quanheng.kernel.refusals import Refused
from quanheng.kernel.texts import text
from quanheng.procedure.actions.step import Outcome, step
from quanheng.procedure.models import Case
from quanheng.selection.core.count import result
from quanheng.selection.core.stage_facts import attendance_facts
from quanheng.selection.models import Recommendation
from quanheng.selection.queries.rulings import rule

_VERB = "selection.recommendation.record_talks"
_LABEL = "谈话调研推荐"
_CITES = ("《党政领导干部选拔任用工作条例》第十八条至第二十条",)


@step(_VERB, label=_LABEL, permission="selection.run", cites=_CITES)
def record_talks(
    *,
    by: Account,
    at: datetime,
    case: Case,
    held_at: datetime,
    place: str,
    presided_by: str,
    scope_size: int,
    attended: int,
    mentions: Mapping[str, int],
) -> Outcome:
    """`mentions` is {person key: how many talks named the person}."""
    require_figures(_LABEL, scope_size=scope_size, attended=attended)
    if any(number > attended or number < 0 for number in mentions.values()):
        raise Refused(text(_LABEL), why=text("推荐次数须在0与谈话人数{attended}之间", attended=attended), cites=_CITES)
    facts = attendance_facts(scope=scope_size, attended=attended)
    findings = rule(_VERB, case=case, on=timezone.localdate(held_at), facts=facts)
    sheet = {"谈话": {"returned": attended, "valid": attended, "void": 0, "abstained": 0, "votes": dict(mentions)}}
    row = Recommendation.objects.create(
        case=case,
        form="talk",
        held_at=held_at,
        place=place,
        presided_by=presided_by,
        scope_size=scope_size,
        attended=attended,
        result=result(sheet, {"谈话": attended}),
        confirmed_at=at,
    )
    return Outcome(
        result=f"谈话范围{scope_size}人，实际谈话{attended}人，推荐{len(mentions)}人",
        facts={"scope": scope_size, "attended": attended, "people": len(mentions), "findings": findings},
        place=place,
        happened_at=held_at,
        made=row,
    )


def require_figures(what: str, *, scope_size: int, attended: int) -> None:
    """Refuse figures that cannot be: nobody in scope, or more present than in scope."""
    if scope_size < 1 or not 0 <= attended <= scope_size:
        raise Refused(
            text(what),
            why=text("应参加{scope}人、实参加{attended}人不合常理", scope=scope_size, attended=attended),
            remedy=text("核对签到表后重新填写"),
        )
