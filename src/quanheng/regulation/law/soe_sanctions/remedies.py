"""What is particular to managers of state enterprises: kinds, reform errors, review and appeal of employer decisions."""

from datetime import date

from quanheng.kernel.expressions import fact
from quanheng.kernel.workdays import answer_deadline, last_workday_after
from quanheng.regulation.core.derivations import Derivation
from quanheng.regulation.core.rules import Effect, Rule

FIRST = date(2024, 9, 1)
SIX = ("warning", "demerit", "major_demerit", "grade_demotion", "post_removal", "service_dismissal", "none")
GROUNDS = (
    "has_reform_error",
    "has_confessed",
    "has_cooperated",
    "has_reported_others",
    "has_avoided_loss",
    "is_minor_part",
    "has_handed_over_gains",
)


def _request_due(
    day: date, months: int, sanction_decider: str, obstacle_ended_on: date | None, workdays: int
) -> date | None:
    if sanction_decider != "employer":
        return None
    due = answer_deadline(day, months=months)
    return max(due, last_workday_after(obstacle_ended_on, workdays)) if obstacle_ended_on else due


def _review_request(
    *,
    sanction_received_on: date,
    sanction_decider: str,
    obstacle_ended_on: date | None,
    review_request_months: int,
    obstacle_workdays: int,
    on: date,
) -> date | None:
    return _request_due(
        sanction_received_on, review_request_months, sanction_decider, obstacle_ended_on, obstacle_workdays
    )


def _appeal_request(
    *,
    review_received_on: date,
    sanction_decider: str,
    obstacle_ended_on: date | None,
    appeal_request_months: int,
    obstacle_workdays: int,
    on: date,
) -> date | None:
    return _request_due(
        review_received_on, appeal_request_months, sanction_decider, obstacle_ended_on, obstacle_workdays
    )


def _review(*, review_accepted_on: date, sanction_decider: str, review_months: int, on: date) -> date | None:
    is_own = sanction_decider == "employer"
    return answer_deadline(review_accepted_on, months=review_months) if is_own else None


def _appeal(
    *,
    recheck_accepted_on: date,
    sanction_decider: str,
    is_recheck_extended: bool | None,
    appeal_months: int,
    appeal_extension_months: int,
    on: date,
) -> date | None:
    if sanction_decider != "employer":
        return None
    months = appeal_months + (appeal_extension_months if is_recheck_extended else 0)
    return answer_deadline(recheck_accepted_on, months=months)


def _reform(*, official_kind: str, on: date, **grounds: bool | None) -> bool | None:
    if official_kind != "soe_manager":
        return None
    if True in grounds.values():
        return True
    return None if None in grounds.values() else False


kinds = Rule(
    id="soe_sanctions.7.kinds",
    catalogue="h-admin-regime",
    subject="sanction",
    since=FIRST,
    term="单位给予处分的种类",
    term_en="Kinds the employer may give",
    means="The employer gives a manager of a state enterprise one of the six kinds.",
    means_zh="任免机关、单位对国有企业管理人员给予的处分为六种。",
    when=(fact("official_kind") == "soe_manager") & (fact("sanction_decider") == "employer"),
    requires=fact("sanction_kind").isin(SIX),
    effect=Effect.FORBID,
    cites=("7",),
)

reform = Derivation(
    id="soe_sanctions.11.reform",
    catalogue="h-admin-degree",
    subject="sanction",
    since=FIRST,
    term="改革中无意过失",
    term_en="Error in reform trials",
    means="An unintended error in reform trials lets the sanction be lighter or mitigated.",
    means_zh="推进国有企业改革中因缺乏经验、先行先试出现的失误，可以从轻或者减轻。",
    fact="is_lighter_possible",
    reads=("official_kind",),
    optional=GROUNDS,
    reckon=_reform,
    cites=("11",),
)

review_request = Derivation(
    id="soe_sanctions.38.request",
    catalogue="h-admin-review",
    subject="sanction",
    since=FIRST,
    term="申请复核最后一日",
    term_en="Review may be requested until",
    means="Within a month of receiving the decision, or ten working days after an obstacle ended.",
    means_zh="自收到处分决定之日起一个月内申请复核；因不可抗力耽误的，障碍消除后十个工作日内。",
    fact="review_request_due_on",
    reads=("sanction_received_on", "sanction_decider"),
    optional=("obstacle_ended_on",),
    params=("soe_sanctions.review_request_months", "soe_sanctions.obstacle_workdays"),
    reckon=_review_request,
    cites=("38",),
)

review = Derivation(
    id="soe_sanctions.38.review",
    catalogue="h-admin-review",
    subject="sanction",
    since=FIRST,
    term="复核决定期限",
    term_en="Review due",
    means="The employer reviews within a month.",
    means_zh="原处分决定单位一个月内作出复核决定。",
    fact="review_due_on",
    reads=("review_accepted_on", "sanction_decider"),
    optional=(),
    params=("soe_sanctions.review_months",),
    reckon=_review,
    cites=("38",),
)

appeal_request = Derivation(
    id="soe_sanctions.39.request",
    catalogue="h-admin-review",
    subject="sanction",
    since=FIRST,
    term="申诉最后一日",
    term_en="Appeal may be made until",
    means="Within a month of receiving the review decision.",
    means_zh="自收到复核决定之日起一个月内提出申诉。",
    fact="recheck_request_due_on",
    reads=("review_received_on", "sanction_decider"),
    optional=("obstacle_ended_on",),
    params=("soe_sanctions.appeal_request_months", "soe_sanctions.obstacle_workdays"),
    reckon=_appeal_request,
    cites=("39",),
)

appeal = Derivation(
    id="soe_sanctions.39.appeal",
    catalogue="h-admin-review",
    subject="sanction",
    since=FIRST,
    term="申诉处理期限",
    term_en="Appeal due",
    means="An appeal is decided within two months, extended by one at most.",
    means_zh="申诉自受理之日起两个月内处理，复杂的延长不超过一个月。",
    fact="recheck_due_on",
    reads=("recheck_accepted_on", "sanction_decider"),
    optional=("is_recheck_extended",),
    params=("soe_sanctions.appeal_months", "soe_sanctions.appeal_extension_months"),
    reckon=_appeal,
    cites=("39",),
)
