"""信访时限: register, transfer, settle, review and re-review. The rules of 2005 have the first and the third only."""

from collections.abc import Callable
from datetime import date
from typing import Any

from quanheng.kernel.dates import NO_DATE, OPEN_ENDED
from quanheng.kernel.expressions import fact, param
from quanheng.kernel.offsets import later
from quanheng.kernel.workdays import answer_deadline, last_workday_after
from quanheng.regulation.core.derivations import Derivation
from quanheng.regulation.core.rules import Effect, Rule


def _due(start: str, figure: str) -> Callable[..., date | None]:
    def reckon(*, on: date, **told: Any) -> date | None:
        return (
            None if told[start] in (NO_DATE, OPEN_ENDED) else answer_deadline(told[start], days=told[figure])
        )

    return reckon


def _objection(petition_transferred_on: date, objection_workdays: int, on: date) -> date | None:
    moved = petition_transferred_on
    return None if moved in (NO_DATE, OPEN_ENDED) else last_workday_after(moved, objection_workdays)


def _settle(
    petition_received_by_unit_on: date,
    petition_extension_days: int | None,
    settle_days: int,
    extension_most: int,
    on: date,
) -> date | None:
    if petition_received_by_unit_on in (NO_DATE, OPEN_ENDED):
        return None
    longer = min(petition_extension_days or 0, extension_most)
    return answer_deadline(petition_received_by_unit_on, days=settle_days + longer)


art_22_handled = Rule(
    id="petition_rules.22.handled",
    catalogue="q-petition-timers",
    subject="petition",
    since=date(2005, 5, 1),
    term="十五日内登记处理",
    term_en="Registered in fifteen days",
    means="Registered and acted on within 15 days of receipt.",
    means_zh="收到信访事项之日起十五日内登记并处理。",
    requires=fact("petition_handled_on")
    <= later(fact("petition_received_on"), days=param("petition_rules.handle_days")),
    effect=Effect.WARN,
    cites=("22",),
)

art_22_transferred = Rule(
    id="petition_rules.22.transferred",
    catalogue="q-petition-timers",
    subject="petition",
    since=date(2022, 5, 1),
    term="十五日内转送",
    term_en="Transferred in fifteen days",
    means="Transferred to the right body within 15 days.",
    means_zh="应当由其他机关办理的，十五日内转送。",
    requires=fact("petition_transferred_on")
    <= later(fact("petition_received_on"), days=param("petition_rules.transfer_days")),
    effect=Effect.WARN,
    cites=("22",),
)

art_22_objection_due = Derivation(
    id="petition_rules.22.objection_due",
    catalogue="q-petition-timers",
    subject="petition",
    since=date(2022, 5, 1),
    term="提出异议最后一日",
    term_en="Objection until",
    means="The receiving body objects within 5 working days.",
    means_zh="对转送有异议的，五个工作日内提出。",
    fact="petition_objection_due_on",
    reads=("petition_transferred_on",),
    params=("petition_rules.objection_workdays",),
    reckon=_objection,
    cites=("22",),
)

art_22_objected = Rule(
    id="petition_rules.22.objected",
    catalogue="q-petition-timers",
    subject="petition",
    since=date(2022, 5, 1),
    term="五个工作日内提出异议",
    term_en="Objection in time",
    means="An objection to a transfer is made in time.",
    means_zh="对转送有异议的，应当在五个工作日内提出。",
    requires=fact("petition_objected_on") <= fact("petition_objection_due_on"),
    effect=Effect.WARN,
    cites=("22",),
)

art_34_due = Derivation(
    id="petition_rules.34.due",
    catalogue="q-petition-timers",
    subject="petition",
    since=date(2005, 5, 1),
    term="办结期限",
    term_en="To be settled until",
    means="Settled within 60 days, at most 30 more.",
    means_zh="自受理之日起六十日内办结，可以延长不超过三十日。",
    fact="petition_due_on",
    reads=("petition_received_by_unit_on",),
    optional=("petition_extension_days",),
    params=(
        "petition_rules.settle_days",
        "petition_rules.extension_most",
    ),
    reckon=_settle,
    cites=("34",),
)

art_34 = Rule(
    id="petition_rules.34",
    catalogue="q-petition-timers",
    subject="petition",
    since=date(2005, 5, 1),
    term="六十日内办结",
    term_en="Settled in sixty days",
    means="The petition is settled in time.",
    means_zh="信访事项应当在期限内办结。",
    requires=fact("petition_settled_on") <= fact("petition_due_on"),
    effect=Effect.WARN,
    cites=("34",),
)

art_34_extension = Rule(
    id="petition_rules.34.extension",
    catalogue="q-petition-timers",
    subject="petition",
    since=date(2005, 5, 1),
    term="延长不超过三十日并告知",
    term_en="Extension told, at most thirty days",
    means="An extension is at most 30 days and is told with its reason.",
    means_zh="延长办理不超过三十日，并告知延长理由。",
    when=fact("petition_extension_days") > 0,
    requires=(fact("petition_extension_days") <= param("petition_rules.extension_most"))
    & fact("is_petition_extension_told"),
    effect=Effect.WARN,
    cites=("34",),
)

art_35_review_asked_due = Derivation(
    id="petition_rules.35.review_asked_due",
    catalogue="q-petition-timers",
    subject="petition",
    since=date(2022, 5, 1),
    term="请求复查最后一日",
    term_en="Review may be asked until",
    means="Within 30 days of receiving the opinion.",
    means_zh="收到处理意见之日起三十日内请求复查。",
    fact="petition_review_due_on",
    reads=("petition_opinion_known_on",),
    params=("petition_rules.review_ask_days",),
    reckon=_due("petition_opinion_known_on", "review_ask_days"),
    cites=("35",),
)

art_35_review_asked = Rule(
    id="petition_rules.35.review_asked",
    catalogue="q-petition-timers",
    subject="petition",
    since=date(2022, 5, 1),
    term="按期请求复查",
    term_en="Review asked in time",
    means="Review is asked in time.",
    means_zh="应当在三十日内请求复查。",
    requires=fact("petition_review_asked_on") <= fact("petition_review_due_on"),
    effect=Effect.WARN,
    cites=("35",),
)

art_35_review_due = Derivation(
    id="petition_rules.35.review_due",
    catalogue="q-petition-timers",
    subject="petition",
    since=date(2022, 5, 1),
    term="复查意见期限",
    term_en="Review to be answered until",
    means="Within 30 days of receiving the request.",
    means_zh="收到复查请求之日起三十日内作出复查意见。",
    fact="petition_review_answer_due_on",
    reads=("petition_review_received_on",),
    params=("petition_rules.review_days",),
    reckon=_due("petition_review_received_on", "review_days"),
    cites=("35",),
)

art_35_review = Rule(
    id="petition_rules.35.review",
    catalogue="q-petition-timers",
    subject="petition",
    since=date(2022, 5, 1),
    term="按期作出复查意见",
    term_en="Review answered in time",
    means="The review is answered in time.",
    means_zh="应当在三十日内作出复查意见。",
    requires=fact("petition_review_answered_on") <= fact("petition_review_answer_due_on"),
    effect=Effect.WARN,
    cites=("35",),
)

art_36_recheck_asked_due = Derivation(
    id="petition_rules.36.recheck_asked_due",
    catalogue="q-petition-timers",
    subject="petition",
    since=date(2022, 5, 1),
    term="请求复核最后一日",
    term_en="Re-review may be asked until",
    means="Within 30 days of receiving the review opinion.",
    means_zh="收到复查意见之日起三十日内请求复核。",
    fact="petition_recheck_due_on",
    reads=("petition_review_known_on",),
    params=("petition_rules.recheck_ask_days",),
    reckon=_due("petition_review_known_on", "recheck_ask_days"),
    cites=("36",),
)

art_36_recheck_asked = Rule(
    id="petition_rules.36.recheck_asked",
    catalogue="q-petition-timers",
    subject="petition",
    since=date(2022, 5, 1),
    term="按期请求复核",
    term_en="Re-review asked in time",
    means="Re-review is asked in time.",
    means_zh="应当在三十日内请求复核。",
    requires=fact("petition_recheck_asked_on") <= fact("petition_recheck_due_on"),
    effect=Effect.WARN,
    cites=("36",),
)

art_36_recheck_due = Derivation(
    id="petition_rules.36.recheck_due",
    catalogue="q-petition-timers",
    subject="petition",
    since=date(2022, 5, 1),
    term="复核意见期限",
    term_en="Re-review to be answered until",
    means="Within 30 days of receiving the request.",
    means_zh="收到复核请求之日起三十日内作出复核意见。",
    fact="petition_recheck_answer_due_on",
    reads=("petition_recheck_received_on",),
    params=("petition_rules.recheck_days",),
    reckon=_due("petition_recheck_received_on", "recheck_days"),
    cites=("36",),
)

art_36_recheck = Rule(
    id="petition_rules.36.recheck",
    catalogue="q-petition-timers",
    subject="petition",
    since=date(2022, 5, 1),
    term="按期作出复核意见",
    term_en="Re-review answered in time",
    means="The re-review is answered in time.",
    means_zh="应当在三十日内作出复核意见。",
    requires=fact("petition_recheck_answered_on") <= fact("petition_recheck_answer_due_on"),
    effect=Effect.WARN,
    cites=("36",),
)

art_36_repeated = Rule(
    id="petition_rules.36.repeated",
    catalogue="q-petition-timers",
    subject="petition",
    since=date(2022, 5, 1),
    term="终结后不再计时",
    term_en="No timer after the final answer",
    means="The same matter after the final answer is recorded and opens no new timer.",
    means_zh="复核终结后以同一事实和理由再提的，登记而不重新计算期限。",
    when=fact("is_petition_repeated"),
    requires=~fact("has_petition_new_timer"),
    effect=Effect.WARN,
    cites=("36",),
)
