"""复审、复核: the four clocks, that they suspend nothing and never make the sanction heavier."""

from collections.abc import Callable
from datetime import date
from typing import Any

from quanheng.kernel.expressions import fact
from quanheng.kernel.workdays import answer_deadline
from quanheng.regulation.core.derivations import Derivation
from quanheng.regulation.core.rules import Effect, Rule

FIRST = date(2018, 3, 20)
SOE = "soe_sanctions:38"


def _due(start: str, figure: str) -> Callable[..., date | None]:
    def reckon(*, sanction_decider: str, on: date, **told: Any) -> date | None:
        is_own = sanction_decider == "supervisory_body"
        return answer_deadline(told[start], months=told[figure]) if is_own else None

    return reckon


request = Derivation(
    id="supervision_law.56.request",
    catalogue="h-admin-review",
    subject="sanction",
    since=FIRST,
    term="申请复审最后一日",
    term_en="Review may be requested until",
    means="Within a month of receiving the decision; the day of receipt is not counted.",
    means_zh="自收到政务处分决定之日起一个月内申请复审，收到当日不计。",
    fact="review_request_due_on",
    reads=("sanction_received_on", "sanction_decider"),
    params=("supervision_law.review_request_months",),
    reckon=_due("sanction_received_on", "review_request_months"),
    cites=("56",),
)

review = Derivation(
    id="supervision_law.56.review",
    catalogue="h-admin-review",
    subject="sanction",
    since=FIRST,
    term="复审决定期限",
    term_en="Review due",
    means="The body reviews within a month.",
    means_zh="监察机关应当在一个月内作出复审决定。",
    fact="review_due_on",
    reads=("review_accepted_on", "sanction_decider"),
    params=("supervision_law.review_months",),
    reckon=_due("review_accepted_on", "review_months"),
    cites=("56",),
)

recheck_request = Derivation(
    id="supervision_law.56.recheck_request",
    catalogue="h-admin-review",
    subject="sanction",
    since=FIRST,
    term="申请复核最后一日",
    term_en="The body above may be asked until",
    means="Within a month of receiving the review decision.",
    means_zh="自收到复审决定之日起一个月内向上一级监察机关申请复核。",
    fact="recheck_request_due_on",
    reads=("review_received_on", "sanction_decider"),
    params=("supervision_law.recheck_request_months",),
    reckon=_due("review_received_on", "recheck_request_months"),
    cites=("56",),
)

recheck = Derivation(
    id="supervision_law.56.recheck",
    catalogue="h-admin-review",
    subject="sanction",
    since=FIRST,
    term="复核决定期限",
    term_en="Further review due",
    means="The body above decides within two months.",
    means_zh="上一级监察机关应当在两个月内作出复核决定。",
    fact="recheck_due_on",
    reads=("recheck_accepted_on", "sanction_decider"),
    params=("supervision_law.recheck_months",),
    reckon=_due("recheck_accepted_on", "recheck_months"),
    cites=("56",),
)

requested = Rule(
    id="supervision_law.56.requested",
    catalogue="h-admin-review",
    subject="sanction",
    since=FIRST,
    term="复审（复核）按期申请",
    term_en="Review requested in time",
    means="Review is requested in time.",
    means_zh="不服处分决定的，在期限内申请复审（复核）。",
    requires=fact("review_requested_on") <= fact("review_request_due_on"),
    effect=Effect.WARN,
    cites=("56", SOE),
)

reviewed = Rule(
    id="supervision_law.56.reviewed",
    catalogue="h-admin-review",
    subject="sanction",
    since=FIRST,
    term="复审（复核）按期决定",
    term_en="Review in time",
    means="The review is decided in time.",
    means_zh="复审（复核）决定在期限内作出。",
    requires=fact("review_decided_on") <= fact("review_due_on"),
    effect=Effect.WARN,
    cites=("56", SOE),
)

recheck_asked = Rule(
    id="supervision_law.56.recheck_asked",
    catalogue="h-admin-review",
    subject="sanction",
    since=FIRST,
    term="上级复核（申诉）按期申请",
    term_en="Further review requested in time",
    means="The body above is asked in time.",
    means_zh="不服复审（复核）决定的，在期限内申请上级复核（申诉）。",
    requires=fact("recheck_requested_on") <= fact("recheck_request_due_on"),
    effect=Effect.WARN,
    cites=("56", "soe_sanctions:39"),
)

rechecked = Rule(
    id="supervision_law.56.rechecked",
    catalogue="h-admin-review",
    subject="sanction",
    since=FIRST,
    term="上级复核（申诉）按期决定",
    term_en="Further review in time",
    means="The body above decides in time.",
    means_zh="上级复核（申诉）决定在期限内作出。",
    requires=fact("recheck_decided_on") <= fact("recheck_due_on"),
    effect=Effect.WARN,
    cites=("56", "soe_sanctions:39"),
)

not_suspended = Rule(
    id="supervision_law.56.not_suspended",
    catalogue="h-admin-review",
    subject="sanction",
    since=FIRST,
    term="复审复核期间不停止执行",
    term_en="Not suspended by review",
    means="Review does not suspend the sanction.",
    means_zh="复审、复核期间，不停止原处分决定的执行。",
    requires=~fact("is_execution_suspended"),
    effect=Effect.FORBID,
    cites=("56",),
)

not_heavier = Rule(
    id="supervision_law.not_heavier",
    catalogue="h-admin-review",
    subject="sanction",
    since=date(2020, 7, 1),
    term="复审复核不得加重处分",
    term_en="Never heavier after review",
    means="The sanction after review is not heavier than before.",
    means_zh="不得因申请复审、复核加重处分。",
    requires=fact("reviewed_sanction_rank") <= fact("state_sanction_rank"),
    effect=Effect.FORBID,
    cites=("not_heavier",),
)
