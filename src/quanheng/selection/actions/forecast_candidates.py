"""Name the people to be considered at the motion (酝酿人选): nobody whom the screening forbids."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from quanheng.access.models import Account
from quanheng.kernel.refusals import Refused
from quanheng.kernel.texts import text, unpacked
from quanheng.procedure.actions.step import Outcome, step
from quanheng.procedure.models import Case
from quanheng.selection.models import Candidate

_LABEL = "提出酝酿人选"
_CITES = ("《党政领导干部选拔任用工作条例》第十四条",)


@step("selection.motion.forecast", label=_LABEL, permission="selection.run", cites=_CITES)
def forecast_candidates(*, by: Account, at: datetime, case: Case, persons: Sequence[UUID], note: str = "") -> Outcome:
    """Mark the named candidates; each must have been screened and not forbidden."""
    rows = {row.person_id: row for row in Candidate.objects.filter(case=case, person_id__in=persons).select_related("person")}
    if not persons:
        raise Refused(text(_LABEL), why=text("没有选定人选"), cites=_CITES, remedy=text("在研判名单中选定一人以上"))
    if set(persons) - rows.keys():
        raise Refused(text(_LABEL), why=text("所选人选不在本案研判名单中"), cites=_CITES, remedy=text("先对其进行人选研判"))
    for row in rows.values():
        require_not_forbidden(row, _LABEL)
    Candidate.objects.filter(case=case, stage="forecast").exclude(person_id__in=persons).update(stage="screened")
    Candidate.objects.filter(pk__in=[row.pk for row in rows.values()], stage="screened").update(stage="forecast", note=note)
    names = "、".join(sorted(row.person.name for row in rows.values()))
    return Outcome(result=f"酝酿人选{len(rows)}人：{names}", facts={"people": len(rows)})


def require_not_forbidden(candidate: Candidate, what: str) -> None:
    """Refuse a candidate whom the law of the screening day forbids, with the first clause that does."""
    if candidate.light != "forbidden":
        return
    finding = candidate.reason
    raise Refused(
        text(what),
        why=text("{name}不符合“{term}”：{means}", name=candidate.person.name, term=finding["term"], means=finding["means_zh"]),
        cites=finding["cites"],
        remedy=unpacked(finding["remedy"]) if finding["remedy"] else text("另选人选，或依规报上级组织部门"),
    )
