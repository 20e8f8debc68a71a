"""Record the opinion of a leader or body that must be asked before the decision (酝酿)."""

from datetime import date, datetime

from django.utils import timezone

from quanheng.access.actions.seal import keep_sealed
from quanheng.access.models import Account
from quanheng.kernel.dates import add_months
from quanheng.kernel.refusals import Refused
from quanheng.kernel.texts import text
from quanheng.procedure.actions.step import Outcome, step
from quanheng.procedure.models import Case
from quanheng.selection.models import Opinion

_LABEL = "记录酝酿意见"
_CITES = ("《党政领导干部选拔任用工作条例》第三十四条",)


@step("selection.consultation.record_opinion", label=_LABEL, permission="selection.run", cites=_CITES)
def record_opinion(
    *,
    by: Account,
    at: datetime,
    case: Case,
    asked: str,
    capacity: str,
    received_on: date,
    answered_on: date,
    answer: str,
    note: str = "",
) -> Outcome:
    """`answer` agree, disagree, or deemed: silence for a month after receipt counts as consent, not a day earlier."""
    if answer not in dict(Opinion.ANSWERS):
        raise Refused(text(_LABEL), why=text("意见不在可选范围内"), cites=_CITES)
    if answered_on < received_on or answered_on > timezone.localdate(at):
        raise Refused(text(_LABEL), why=text("答复日期须在收到日期之后、登记日期之前"), remedy=text("核对日期"))
    if answer == "deemed" and answered_on <= add_months(received_on, 1):
        raise Refused(
            text(_LABEL),
            why=text("{received}收到，至{last}未复方可视为同意", received=received_on, last=add_months(received_on, 1)),
            cites=_CITES,
            remedy=text("等待答复，或于次日以后登记"),
        )
    row = Opinion(
        case=case, asked=asked, capacity=capacity, received_on=received_on, answered_on=answered_on, answer=answer, note=note
    )
    keep_sealed(row, at=at)
    return Outcome(result=f"征求{capacity}{asked}意见：{row.get_answer_display()}。", facts={"answer": answer}, made=row)
