"""Record one of the four musts for one target (凡提四必): who answered, when, with which conclusion."""

from datetime import date, datetime
from uuid import UUID

from django.utils import timezone

from quanheng.access.actions.seal import keep_sealed
from quanheng.access.models import Account
from quanheng.access.permissions.rights import rights_of
from quanheng.kernel.refusals import Refused
from quanheng.kernel.texts import text
from quanheng.procedure.actions.step import Outcome, step
from quanheng.procedure.models import Case
from quanheng.selection.models import Candidate, Must

_LABEL = "登记凡提四必"
_CITES = ("《党政领导干部选拔任用工作条例》第三十一条",)


@step("selection.inspection.record_must", label=_LABEL, permission="selection.view", cites=_CITES)
def record_must(
    *,
    by: Account,
    at: datetime,
    case: Case,
    person: UUID,
    kind: str,
    result: str,
    answered_by: str,
    answered_on: date,
    document: str = "",
    note: str = "",
) -> Outcome:
    """A later record of the same kind stands over the earlier one; both stay. The discipline body answers for itself."""
    _require_office(by, kind, case, at)
    candidate = Candidate.objects.filter(case=case, person_id=person, stage="target").select_related("person").first()
    if candidate is None:
        raise Refused(text(_LABEL), why=text("此人不是本案考察对象"), cites=_CITES, remedy=text("从考察对象中选择"))
    if kind not in dict(Must.KINDS) or result not in dict(Must.RESULTS):
        raise Refused(text(_LABEL), why=text("事项或结论不在可选范围内"), cites=_CITES)
    if answered_on > timezone.localdate(at):
        raise Refused(text(_LABEL), why=text("回复日期{day}晚于登记日期", day=answered_on), remedy=text("收到回复后再登记"))
    row = Must(
        candidate=candidate,
        kind=kind,
        result=result,
        answered_by=answered_by,
        answered_on=answered_on,
        document=document,
        note=note,
        recorded_by=by,
        recorded_at=at,
    )
    keep_sealed(row, at=at)
    return Outcome(
        result=f"{candidate.person.name}：{row.get_kind_display()}，{answered_by}{answered_on}答复“{row.get_result_display()}”",
        facts={"kind": kind, "result": result},
        made=row,
    )


def _require_office(by: Account, kind: str, case: Case, at: datetime) -> None:
    rights = rights_of(by, on=timezone.localdate(at))
    path = case.authority.path
    needed = ("selection.integrity",) if kind == "discipline" else ("selection.run", "selection.inspect")
    if not any(rights.may(permission, path) for permission in needed):
        who = "纪检监察机关" if kind == "discipline" else "干部科或考察组"
        raise Refused(text(_LABEL), why=text("此项由{who}登记", who=who), cites=_CITES, remedy=text("请{who}登录后登记", who=who))
