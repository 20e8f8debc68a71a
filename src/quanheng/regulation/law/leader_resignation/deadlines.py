"""辞职期限: one table of the clocks of every step; what each step needs is in the other files."""

from datetime import date

from quanheng.kernel.expressions import fact
from quanheng.kernel.workdays import answer_deadline
from quanheng.regulation.core.derivations import Derivation
from quanheng.regulation.core.rules import Effect, Rule


def _due(
    resignation_step: str,
    resignation_step_started_on: date,
    duty_days: int,
    answer_months: int,
    order_days: int,
    appeal_days: int,
    review_months: int,
    upheld_days: int,
    on: date,
) -> date:
    """The day of the notice is not counted (convention 7b)."""
    months = {"voluntary_answer": answer_months, "appeal_review": review_months}
    if resignation_step in months:
        return answer_deadline(resignation_step_started_on, months=months[resignation_step])
    days = {"duty_request": duty_days, "ordered_request": order_days, "ordered_appeal": appeal_days}
    return answer_deadline(resignation_step_started_on, days=days.get(resignation_step, upheld_days))


deadlines_due = Derivation(
    id="leader_resignation.deadlines.due",
    catalogue="f-resign-procedures",
    subject="resignation",
    since=date(2004, 4, 8),
    term="辞职各环节期限",
    term_en="Clocks of a resignation",
    means="Duty seven days; order and appeal fifteen each; review a month; upheld three days; voluntary answer three months, not verified.",
    means_zh="因公辞职七日，责令辞职申请、申诉各十五日，复议一个月，维持后三日；自愿辞职答复三个月待核。",
    fact="resignation_step_due_on",
    reads=(
        "resignation_step",
        "resignation_step_started_on",
    ),
    params=(
        "leader_resignation.duty_days",
        "leader_resignation.answer_months",
        "leader_resignation.order_days",
        "leader_resignation.appeal_days",
        "leader_resignation.review_months",
        "leader_resignation.upheld_days",
    ),
    reckon=_due,
    cites=(
        "6",
        "20",
        "21",
        "22",
    ),
)

deadlines_in_time = Rule(
    id="leader_resignation.deadlines.in_time",
    catalogue="f-resign-procedures",
    subject="resignation",
    since=date(2004, 4, 8),
    term="辞职环节按期办理",
    term_en="Each step in time",
    means="Each step of a resignation is done by its last day.",
    means_zh="辞职的每个环节不晚于最后一日办理。",
    requires=fact("resignation_step_done_on") <= fact("resignation_step_due_on"),
    effect=Effect.WARN,
    cites=(
        "6",
        "20",
        "21",
        "22",
    ),
)
