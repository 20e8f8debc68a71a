"""One person's entry of the paper count; a second person enters it apart, without seeing the first."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from quanheng.access.models import Account
from quanheng.kernel.refusals import Refused
from quanheng.kernel.texts import text
from quanheng.procedure.actions.step import Outcome, step
from quanheng.procedure.models import Case
from quanheng.selection.core.count import faults
from quanheng.selection.models import Count, Recommendation

_LABEL = "录入计票"


@step("selection.recommendation.enter_count", label=_LABEL, permission="selection.count")
def enter_count(*, by: Account, at: datetime, case: Case, figures: Mapping[str, Mapping[str, Any]]) -> Outcome:
    """`figures` has the shape of `core.count.Sheet`. Entering again replaces one's own sheet until it is confirmed."""
    meeting = Recommendation.objects.get(case=case, form="meeting")
    found = faults(figures, dict(meeting.issued))
    if found:
        raise Refused(text(_LABEL), why=text("{faults}", faults="；".join(str(f) for f in found)), remedy=text("对照纸质计票单核对后重新录入"))
    others = Count.objects.filter(recommendation=meeting).exclude(by=by)
    if others.count() >= 2:
        raise Refused(text(_LABEL), why=text("已有两人录入"), remedy=text("由组织人员确认计票结果"))
    row, _ = Count.objects.update_or_create(recommendation=meeting, by=by, defaults={"at": at, "figures": dict(figures)})
    total = sum(sheet["returned"] for sheet in figures.values())
    return Outcome(result=f"{by.name}录入计票单：收回{total}张", facts={"returned": total}, made=row)
