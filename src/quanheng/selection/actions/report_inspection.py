"""The inspection report (考察材料) of one target, by a member of the team."""

import json
from collections.abc import Mapping
from datetime import datetime
from uuid import UUID

from quanheng.access.actions.seal import keep_sealed
from quanheng.access.models import Account
from quanheng.kernel.refusals import Refused
from quanheng.kernel.texts import text
from quanheng.procedure.actions.step import Outcome, step
from quanheng.procedure.models import Case
from quanheng.selection.models import Candidate, InspectionReport

_LABEL = "提交考察材料"
_CITES = ("《党政领导干部选拔任用工作条例》第二十八条", "《党政领导干部选拔任用工作条例》第三十三条")


@step("selection.inspection.report", label=_LABEL, permission="selection.inspect", cites=_CITES)
def report_inspection(
    *,
    by: Account,
    at: datetime,
    case: Case,
    person: UUID,
    performance: str,
    shortcomings: str,
    talks: int,
    rating: Mapping[str, int],
    wish: str = "",
) -> Outcome:
    """`rating` is {grade: votes} of the 民主测评; only members of this case's team may report. The record holds none of it."""
    if not case.inspection.team.filter(account=by).exists():
        raise Refused(text(_LABEL), why=text("{name}不是本案考察组成员", name=by.name), cites=_CITES, remedy=text("由考察组成员提交"))
    candidate = Candidate.objects.filter(case=case, person_id=person, stage="target").select_related("person").first()
    if candidate is None:
        raise Refused(text(_LABEL), why=text("此人不是本案考察对象"), cites=_CITES, remedy=text("从考察对象中选择"))
    if not performance.strip() or not shortcomings.strip() or talks < 1:
        raise Refused(text(_LABEL), why=text("主要表现、主要缺点和不足、个别谈话人数均须填写"), cites=_CITES, remedy=text("补全后提交"))
    report = InspectionReport.objects.filter(candidate=candidate).first() or InspectionReport(candidate=candidate)
    report.performance, report.shortcomings, report.wish, report.talks = performance, shortcomings, wish, talks
    report.rating = json.dumps(dict(rating), ensure_ascii=False) if rating else ""
    keep_sealed(report, at=at)
    rated = "已进行" if rating else "未进行"
    return Outcome(result=f"{candidate.person.name}：个别谈话{talks}人，民主测评{rated}，考察材料加密存卷", facts={"talks": talks})
