"""Confirm the paper count: two people's sheets must agree figure by figure."""

from datetime import datetime

from quanheng.access.models import Account
from quanheng.kernel.refusals import Refused
from quanheng.kernel.texts import text
from quanheng.procedure.actions.step import Outcome, step
from quanheng.procedure.models import Case
from quanheng.registry.models import Person
from quanheng.selection.core.count import differences, result
from quanheng.selection.models import Recommendation

_LABEL = "确认计票结果"
_CITES = ("《党政领导干部选拔任用工作条例》第十六条",)


@step("selection.recommendation.confirm_count", label=_LABEL, permission="selection.run", cites=_CITES)
def confirm_count(*, by: Account, at: datetime, case: Case) -> Outcome:
    """Freeze the result of the meeting recommendation."""
    meeting = Recommendation.objects.get(case=case, form="meeting")
    counts = list(meeting.counts.select_related("by").order_by("at"))
    if len(counts) != 2:
        raise Refused(
            text(_LABEL), why=text("须由两人分别录入，现有{n}人录入", n=len(counts)), cites=_CITES, remedy=text("由另一名计票人独立录入")
        )
    first, second = counts
    keys = {key for count in counts for sheet in count.figures.values() for key in sheet.get("votes", {})}
    names = {str(key): name for key, name in Person.objects.filter(key__in=keys).values_list("key", "name")}
    unlike = differences(first.figures, second.figures, names)
    if unlike:
        raise Refused(
            text(_LABEL),
            why=text("两人录入不一致：{differences}", differences="；".join(str(d) for d in unlike)),
            cites=_CITES,
            remedy=text("对照纸质票复核，由录入有误者更正"),
        )
    meeting.result = result(first.figures, dict(meeting.issued))
    meeting.confirmed_at = at
    meeting.save(update_fields=["result", "confirmed_at"])
    words = "；".join(f"{names.get(row['person'], row['person'])}{row['votes']}票" for row in meeting.result["persons"])
    totals = {key: meeting.result[key] for key in ("issued", "returned", "valid", "void", "abstained")}
    return Outcome(
        result="发出{issued}张，收回{returned}张，有效{valid}张，作废{void}张，弃权{abstained}张。".format(**totals) + words,
        facts={**totals, "counted_by": [first.by.name, second.by.name]},
    )
