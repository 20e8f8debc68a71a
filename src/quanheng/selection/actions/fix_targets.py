"""Fix the inspection targets: more of them than seats, none barred, each seen in the recommendation."""

from collections.abc import Sequence
from datetime import date, datetime
from uuid import UUID

from django.utils import timezone

from quanheng.access.models import Account
from quanheng.kernel.refusals import Refused
from quanheng.kernel.texts import text
from quanheng.procedure.actions.step import Outcome, step
from quanheng.procedure.models import Case
from quanheng.selection.actions.forecast_candidates import require_not_forbidden
from quanheng.selection.actions.keep_screened import Shelf
from quanheng.selection.core.stage_facts import target_facts
from quanheng.selection.models import Candidate, Inspection, Recommendation
from quanheng.selection.queries.rulings import rule
from quanheng.selection.queries.screening import screen_some

_VERB = "selection.inspection.fix_targets"
_LABEL = "确定考察对象"
_CITES = ("《党政领导干部选拔任用工作条例》第二十三条至第二十五条",)


@step(_VERB, label=_LABEL, permission="selection.approve", cites=_CITES)
def fix_targets(*, by: Account, at: datetime, case: Case, persons: Sequence[UUID], reason: str, is_concentrated: bool = False) -> Outcome:
    """Judge each again on this day; `reason` says what besides the votes spoke for them (a ballot is not an election)."""
    on = timezone.localdate(at)
    rows = list(Candidate.objects.filter(case=case, person_id__in=persons).select_related("person"))
    if len(rows) != len(set(persons)) or not rows:
        raise Refused(text(_LABEL), why=text("所选人选不在本案研判名单中"), cites=_CITES, remedy=text("先对其进行人选研判"))
    if not reason.strip():
        raise Refused(text(_LABEL), why=text("没有写明推荐票以外的依据"), cites=_CITES, remedy=text("写明考核、一贯表现、人岗相适等情况"))
    _require_recommended(case, rows)
    Shelf(case).keep(screen_some(post=case.motion.post, persons=[row.person for row in rows], on=on))
    targets = Candidate.objects.filter(pk__in=[row.pk for row in rows])
    for row in targets.select_related("person"):
        require_not_forbidden(row, _LABEL)
    findings = rule(_VERB, case=case, on=on, facts=_facts(case, len(rows), on, is_concentrated))
    targets.update(stage="target")
    Inspection.objects.get_or_create(case=case)
    names = "、".join(sorted(row.person.name for row in rows))
    return Outcome(
        result=f"集体研究确定考察对象{len(rows)}人：{names}。{reason}",
        facts={"targets": len(rows), "seats": 1, "is_concentrated": is_concentrated, "findings": findings},
    )


def _require_recommended(case: Case, rows: Sequence[Candidate]) -> None:
    named = {row["person"] for r in Recommendation.objects.filter(case=case) for row in r.result.get("persons", [])}
    for row in rows:
        if str(row.person_id) not in named:
            raise Refused(
                text(_LABEL),
                why=text("{name}在谈话推荐和会议推荐中均未被推荐", name=row.person.name),
                cites=("《党政领导干部选拔任用工作条例》第十六条",),
                remedy=text("从推荐结果中选定，或重新组织民主推荐"),
            )


def _facts(case: Case, targets: int, on: date, is_concentrated: bool) -> dict[str, object]:
    """What the rules about targets ask: how many for how many seats, on the strength of which recommendation."""
    return target_facts(
        rounds={row.form: timezone.localdate(row.held_at) for row in Recommendation.objects.filter(case=case)},
        targets=targets,
        on=on,
        is_directed=case.motion.is_directed,
        is_concentrated=is_concentrated,
    )
