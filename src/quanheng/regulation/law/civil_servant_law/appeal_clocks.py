"""复核、申诉时限: review, appeal, and when they must be answered. The second appeal is in civil_servant_appeals."""

from collections.abc import Callable
from datetime import date
from typing import Any

from quanheng.kernel.dates import NO_DATE, OPEN_ENDED
from quanheng.kernel.expressions import fact, param
from quanheng.kernel.workdays import answer_deadline
from quanheng.regulation.core.derivations import Derivation
from quanheng.regulation.core.rules import Effect, Rule


def _days(start: str, figure: str) -> Callable[..., date | None]:
    def reckon(*, on: date, **told: Any) -> date | None:
        return (
            None if told[start] in (NO_DATE, OPEN_ENDED) else answer_deadline(told[start], days=told[figure])
        )

    return reckon


def _unshifted(appeal_known_on: date, appeal_review_days: int, on: date) -> date | None:
    known = appeal_known_on
    return (
        None
        if known in (NO_DATE, OPEN_ENDED)
        else answer_deadline(known, days=appeal_review_days, moves=False)
    )


def _appeal(moves: bool) -> Callable[..., date | None]:
    def reckon(
        *,
        has_asked_review: bool,
        appeal_known_on: date | None,
        appeal_review_known_on: date | None,
        appeal_after_review_days: int,
        appeal_direct_days: int,
        on: date,
    ) -> date | None:
        start = appeal_review_known_on if has_asked_review else appeal_known_on
        days = appeal_after_review_days if has_asked_review else appeal_direct_days
        return (
            None if start in (None, NO_DATE, OPEN_ENDED) else answer_deadline(start, days=days, moves=moves)
        )

    return reckon


def _decision(
    appeal_accepted_on: date,
    appeal_extension_days: int | None,
    appeal_decision_days: int,
    appeal_extension_most: int,
    on: date,
) -> date | None:
    """Sixty days, and no more than thirty beyond them."""
    if appeal_accepted_on in (NO_DATE, OPEN_ENDED):
        return None
    longer = min(appeal_extension_days or 0, appeal_extension_most)
    return answer_deadline(appeal_accepted_on, days=appeal_decision_days + longer)


art_95_review_due = Derivation(
    id="civil_servant_law.95.review_due",
    catalogue="rm-clocks",
    subject="appeal",
    since=date(2006, 1, 1),
    term="申请复核最后一日",
    term_en="Review may be asked until",
    means="Within 30 days of knowing; the day of knowing is not counted, a rest day moves it on.",
    means_zh="自知道人事处理之日起三十日内申请复核，知道当日不计，末日为休息日的顺延。",
    fact="appeal_review_due_on",
    reads=("appeal_known_on",),
    params=("civil_servant_law.appeal_review_days",),
    reckon=_days("appeal_known_on", "appeal_review_days"),
    cites=(
        "95",
        "civil_servant_appeals:15",
    ),
)

art_95_review_unshifted = Derivation(
    id="civil_servant_law.95.review_unshifted",
    catalogue="rm-clocks",
    subject="appeal",
    since=date(2006, 1, 1),
    term="申请复核最后一日（不顺延）",
    term_en="Last day to ask for review, unshifted",
    means="The rules are silent on rest days: the last day without moving, shown beside it.",
    means_zh="人事规定未明确休息日顺延，一并列出不顺延的末日。",
    fact="appeal_review_unshifted_on",
    reads=("appeal_known_on",),
    params=("civil_servant_law.appeal_review_days",),
    reckon=_unshifted,
    cites=("95",),
)

art_95_review = Rule(
    id="civil_servant_law.95.review",
    catalogue="rm-clocks",
    subject="appeal",
    since=date(2006, 1, 1),
    term="按期申请复核",
    term_en="Review asked in time",
    means="Review is asked in time, unless the receiving body excuses the delay.",
    means_zh="应当在期限内申请复核；有正当理由的，受理机关可以延长。",
    requires=(fact("appeal_review_filed_on") <= fact("appeal_review_due_on"))
    | fact("is_appeal_delay_excused"),
    effect=Effect.WARN,
    cites=(
        "95",
        "civil_servant_appeals:15",
    ),
)

art_96_review_answer = Derivation(
    id="civil_servant_law.96.review_answer",
    catalogue="rm-clocks",
    subject="appeal",
    since=date(2006, 1, 1),
    term="复核决定期限",
    term_en="Review to be answered until",
    means="Within 30 days of receiving the request.",
    means_zh="自接到复核申请之日起三十日内作出复核决定。",
    fact="appeal_review_answer_due_on",
    reads=("appeal_review_received_on",),
    params=("civil_servant_law.appeal_review_answer_days",),
    reckon=_days("appeal_review_received_on", "appeal_review_answer_days"),
    cites=(
        "96",
        "civil_servant_appeals:16",
    ),
)

art_96_answered = Rule(
    id="civil_servant_law.96.answered",
    catalogue="rm-clocks",
    subject="appeal",
    since=date(2006, 1, 1),
    term="按期作出复核决定",
    term_en="Review answered in time",
    means="The body that acted answers in time.",
    means_zh="原处理机关应当在期限内作出复核决定。",
    requires=fact("appeal_review_decided_on") <= fact("appeal_review_answer_due_on"),
    effect=Effect.WARN,
    cites=(
        "96",
        "civil_servant_appeals:16",
    ),
)

art_95_appeal_due = Derivation(
    id="civil_servant_law.95.appeal_due",
    catalogue="rm-clocks",
    subject="appeal",
    since=date(2006, 1, 1),
    term="提出申诉最后一日",
    term_en="Appeal may be filed until",
    means="Within 15 days of receiving the review decision, or directly within 30 days of knowing.",
    means_zh="收到复核决定之日起十五日内申诉；未经复核的，自知道之日起三十日内直接申诉。",
    fact="appeal_due_on",
    reads=("has_asked_review",),
    optional=(
        "appeal_known_on",
        "appeal_review_known_on",
    ),
    params=(
        "civil_servant_law.appeal_after_review_days",
        "civil_servant_law.appeal_direct_days",
    ),
    reckon=_appeal(True),
    cites=(
        "95",
        "civil_servant_appeals:15",
    ),
)

art_95_appeal_unshifted = Derivation(
    id="civil_servant_law.95.appeal_unshifted",
    catalogue="rm-clocks",
    subject="appeal",
    since=date(2006, 1, 1),
    term="提出申诉最后一日（不顺延）",
    term_en="Last day to appeal, unshifted",
    means="Within 15 days of receiving the review decision, or directly within 30 days of knowing.",
    means_zh="收到复核决定之日起十五日内申诉；未经复核的，自知道之日起三十日内直接申诉。",
    fact="appeal_unshifted_on",
    reads=("has_asked_review",),
    optional=(
        "appeal_known_on",
        "appeal_review_known_on",
    ),
    params=(
        "civil_servant_law.appeal_after_review_days",
        "civil_servant_law.appeal_direct_days",
    ),
    reckon=_appeal(False),
    cites=(
        "95",
        "civil_servant_appeals:15",
    ),
)

art_95_appeal = Rule(
    id="civil_servant_law.95.appeal",
    catalogue="rm-clocks",
    subject="appeal",
    since=date(2006, 1, 1),
    term="按期提出申诉",
    term_en="Appeal filed in time",
    means="The appeal is filed in time, unless the receiving body excuses the delay.",
    means_zh="应当在期限内提出申诉；有正当理由的，受理机关可以延长。",
    requires=(fact("appeal_filed_on") <= fact("appeal_due_on")) | fact("is_appeal_delay_excused"),
    effect=Effect.WARN,
    cites=(
        "95",
        "civil_servant_appeals:15",
    ),
)

art_95_review_first = Rule(
    id="civil_servant_law.95.review_first",
    catalogue="rm-clocks",
    subject="appeal",
    since=date(2006, 1, 1),
    term="复核期间不得申诉",
    term_en="No appeal while a review is pending",
    means="No appeal is filed while a review is pending.",
    means_zh="复核尚未作出决定的，不得提出申诉。",
    when=fact("is_appeal_filed"),
    requires=~fact("is_review_pending"),
    effect=Effect.FORBID,
    cites=(
        "95",
        "civil_servant_appeals:18",
    ),
)

art_96_decision_due = Derivation(
    id="civil_servant_law.96.decision_due",
    catalogue="rm-clocks",
    subject="appeal",
    since=date(2006, 1, 1),
    term="申诉处理决定期限",
    term_en="Appeal to be decided until",
    means="Within 60 days of acceptance, hard cases at most 30 more.",
    means_zh="自受理之日起六十日内作出决定，案情复杂的可以延长不超过三十日。",
    fact="appeal_decision_due_on",
    reads=("appeal_accepted_on",),
    optional=("appeal_extension_days",),
    params=(
        "civil_servant_law.appeal_decision_days",
        "civil_servant_law.appeal_extension_most",
    ),
    reckon=_decision,
    cites=(
        "96",
        "civil_servant_appeals:23",
    ),
)

art_96_decided = Rule(
    id="civil_servant_law.96.decided",
    catalogue="rm-clocks",
    subject="appeal",
    since=date(2006, 1, 1),
    term="按期作出申诉处理决定",
    term_en="Appeal decided in time",
    means="The appeal is decided in time.",
    means_zh="受理机关应当在期限内作出申诉处理决定。",
    requires=fact("appeal_decided_on") <= fact("appeal_decision_due_on"),
    effect=Effect.WARN,
    cites=(
        "96",
        "civil_servant_appeals:23",
    ),
)

art_96_extension = Rule(
    id="civil_servant_law.96.extension",
    catalogue="rm-clocks",
    subject="appeal",
    since=date(2006, 1, 1),
    term="申诉办理延长不超过三十日",
    term_en="Extension of at most thirty days",
    means="A hard case is extended by at most 30 days.",
    means_zh="案情复杂的，申诉办理可以延长，最长三十日。",
    requires=fact("appeal_extension_days") <= param("civil_servant_law.appeal_extension_most"),
    effect=Effect.WARN,
    cites=(
        "96",
        "civil_servant_appeals:23",
    ),
)
