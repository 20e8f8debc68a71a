"""12380举报: form, clocks of each stage, feedback, repeated reports."""

from collections.abc import Mapping
from datetime import date

from quanheng.kernel.expressions import fact, param
from quanheng.kernel.workdays import answer_deadline, last_workday_after
from quanheng.regulation.core.derivations import Derivation
from quanheng.regulation.core.rules import Effect, Rule


def _due(
    whistle_stage: str, whistle_stage_started_on: date, on: date, objection_workdays: int, **days: int
) -> date:
    """The last day of the stage, by convention 7(b); the objection runs in working days."""
    if whistle_stage == "objection":
        return last_workday_after(whistle_stage_started_on, objection_workdays)
    allowed: Mapping[str, int] = {
        "register": days["register_days"],
        "transfer": days["transfer_days"],
        "settle": days["settle_days"],
        "settle_extended": days["settle_days"] + days["extension_days"],
    }
    return answer_deadline(whistle_stage_started_on, days=allowed.get(whistle_stage, days["review_days"]))


def _has_clock(is_same_issue_again: bool, has_final_answer: bool, on: date) -> bool:
    return not (is_same_issue_again and has_final_answer)


whistle_form = Rule(
    id="selection_supervision.whistle.form",
    catalogue="r-whistle",
    subject="supervision",
    since=date(2008, 1, 1),
    term="举报表单字数",
    term_en="Length of the form",
    means="The text of a 12380 form has up to 800 characters.",
    means_zh="12380网上举报表单文字不超过八百字。",
    requires=fact("report_characters") <= param("selection_supervision.form_characters"),
    effect=Effect.WARN,
    cites=("whistle",),
)

whistle_due = Derivation(
    id="selection_supervision.whistle.due",
    catalogue="r-whistle",
    subject="supervision",
    since=date(2008, 1, 1),
    term="举报办理时限",
    term_en="Clock of the stage",
    means="Register and transfer 15 days each, objection 5 working days, settle 60 days and 30 more, reviews 30 days each.",
    means_zh="登记、转送各十五日，异议五个工作日，办结六十日可延长三十日，复查、复核的申请和答复各三十日。",
    fact="whistle_stage_due_on",
    reads=(
        "whistle_stage",
        "whistle_stage_started_on",
    ),
    params=(
        "selection_supervision.register_days",
        "selection_supervision.transfer_days",
        "selection_supervision.objection_workdays",
        "selection_supervision.settle_days",
        "selection_supervision.extension_days",
        "selection_supervision.review_days",
    ),
    reckon=_due,
    cites=("whistle_time",),
    verified=False,
)

whistle_in_time = Rule(
    id="selection_supervision.whistle.in_time",
    catalogue="r-whistle",
    subject="supervision",
    since=date(2008, 1, 1),
    term="举报办理是否逾期",
    term_en="In time at each stage",
    means="Each stage is done by its last day.",
    means_zh="举报的每个办理环节不晚于最后一日完成。",
    requires=fact("whistle_stage_done_on") <= fact("whistle_stage_due_on"),
    effect=Effect.WARN,
    cites=("whistle_time",),
    verified=False,
)

whistle_feedback = Rule(
    id="selection_supervision.whistle.feedback",
    catalogue="r-whistle",
    subject="supervision",
    since=date(2008, 1, 1),
    term="实名举报反馈",
    term_en="Feedback to the named",
    means="The result of a named report is fed back.",
    means_zh="实名举报查核办结后，向举报人反馈结果。",
    when=fact("is_real_name_report") & fact("is_whistle_result_found"),
    requires=fact("is_feedback_sent"),
    effect=Effect.WARN,
    cites=("whistle",),
)

whistle_clock = Derivation(
    id="selection_supervision.whistle.clock",
    catalogue="r-whistle",
    subject="supervision",
    since=date(2008, 1, 1),
    term="重复举报不另起时限",
    term_en="No new clock for repeats",
    means="A repeat after the final answer is recorded without a new clock.",
    means_zh="同一问题已有终结性答复后再举报的，只作记录，不重新起算时限。",
    fact="has_new_whistle_clock",
    reads=(
        "is_same_issue_again",
        "has_final_answer",
    ),
    reckon=_has_clock,
    cites=("whistle_time",),
)
