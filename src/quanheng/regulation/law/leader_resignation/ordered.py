"""责令辞职: the order, the request, the appeal, the review, refusal."""

from datetime import date

from quanheng.kernel.expressions import fact
from quanheng.kernel.workdays import answer_deadline
from quanheng.regulation.core.derivations import Derivation
from quanheng.regulation.core.rules import Effect, Rule

SINCE = date(2004, 4, 8)


def _request(*, resignation_ordered_on: date, order_days: int, on: date) -> date:
    return answer_deadline(resignation_ordered_on, days=order_days)


def _appeal(*, resignation_ordered_on: date, appeal_days: int, on: date) -> date:
    return answer_deadline(resignation_ordered_on, days=appeal_days)


def _review(*, resignation_appealed_on: date, review_months: int, on: date) -> date:
    return answer_deadline(resignation_appealed_on, months=review_months)


def _upheld(*, resignation_reviewed_on: date, upheld_days: int, on: date) -> date:
    return answer_deadline(resignation_reviewed_on, days=upheld_days)


order = Rule(
    id="leader_resignation.19",
    catalogue="cv-resign-kinds",
    subject="resignation",
    since=SINCE,
    term="责令辞职决定",
    term_en="The order",
    means="The committee decides collectively, in writing, with a talk.",
    means_zh="责令辞职由党委集体决定，书面通知本人并谈话。",
    when=fact("resignation_kind") == "ordered",
    requires=fact("is_order_collective") & fact("is_order_written") & fact("has_resignation_talk"),
    effect=Effect.WARN,
    cites=("19",),
)

request_until = Derivation(
    id="leader_resignation.20.until",
    catalogue="cv-resign-kinds",
    subject="resignation",
    since=SINCE,
    term="责令辞职申请期限计算",
    term_en="Reckoning the request",
    means="Fifteen days after the order, its day not counted.",
    means_zh="自接到通知次日起第十五日为最后一日，遇休息日顺延。",
    fact="ordered_request_until",
    reads=("resignation_ordered_on",),
    params=("leader_resignation.order_days",),
    reckon=_request,
    cites=("20",),
)

request = Rule(
    id="leader_resignation.20",
    catalogue="cv-resign-kinds",
    subject="resignation",
    since=SINCE,
    term="责令辞职申请",
    term_en="Request after the order",
    means="The request comes within fifteen days of the order, unless it was appealed.",
    means_zh="接到责令辞职通知十五日内提出辞职申请，已申诉的待复议决定。",
    when=(fact("resignation_kind") == "ordered") & ~fact("is_resignation_appealed"),
    requires=fact("resignation_requested_on") <= fact("ordered_request_until"),
    effect=Effect.WARN,
    cites=("20",),
)

appeal_until = Derivation(
    id="leader_resignation.21.until",
    catalogue="cv-resign-kinds",
    subject="resignation",
    since=SINCE,
    term="责令辞职申诉期限计算",
    term_en="Reckoning the appeal",
    means="Fifteen days after the order, its day not counted.",
    means_zh="自接到通知次日起第十五日为最后一日，遇休息日顺延。",
    fact="resignation_appeal_until",
    reads=("resignation_ordered_on",),
    params=("leader_resignation.appeal_days",),
    reckon=_appeal,
    cites=("21",),
)

appeal = Rule(
    id="leader_resignation.21",
    catalogue="cv-resign-kinds",
    subject="resignation",
    since=SINCE,
    term="责令辞职申诉",
    term_en="Appeal against the order",
    means="The written appeal comes within fifteen days of the order.",
    means_zh="不服责令辞职的，十五日内书面申诉。",
    when=(fact("resignation_kind") == "ordered") & fact("is_resignation_appealed"),
    requires=fact("resignation_appealed_on") <= fact("resignation_appeal_until"),
    effect=Effect.WARN,
    cites=("21",),
)

review_until = Derivation(
    id="leader_resignation.22.until",
    catalogue="cv-resign-kinds",
    subject="resignation",
    since=SINCE,
    term="申诉复议期限计算",
    term_en="Reckoning the review",
    means="One month after the appeal.",
    means_zh="自申诉之日起一个月。",
    fact="resignation_review_until",
    reads=("resignation_appealed_on",),
    params=("leader_resignation.review_months",),
    reckon=_review,
    cites=("22",),
)

review = Rule(
    id="leader_resignation.22",
    catalogue="cv-resign-kinds",
    subject="resignation",
    since=SINCE,
    term="申诉复议",
    term_en="Review of the appeal",
    means="The review decision comes within one month.",
    means_zh="申诉后一个月内作出复议决定。",
    when=fact("is_resignation_appealed"),
    requires=fact("resignation_reviewed_on") <= fact("resignation_review_until"),
    effect=Effect.WARN,
    cites=("22",),
)

upheld_until = Derivation(
    id="leader_resignation.22.upheld_until",
    catalogue="cv-resign-kinds",
    subject="resignation",
    since=SINCE,
    term="复议维持后期限计算",
    term_en="Reckoning after the review",
    means="Three days after the review decision, its day not counted.",
    means_zh="自复议决定次日起第三日为最后一日，遇休息日顺延。",
    fact="upheld_request_until",
    reads=("resignation_reviewed_on",),
    params=("leader_resignation.upheld_days",),
    reckon=_upheld,
    cites=("22",),
)

upheld = Rule(
    id="leader_resignation.22.upheld",
    catalogue="cv-resign-kinds",
    subject="resignation",
    since=SINCE,
    term="复议维持后辞职",
    term_en="Request after the review",
    means="If the order is upheld the request comes within three days.",
    means_zh="复议维持原决定的，三日内提出辞职申请。",
    when=fact("is_order_upheld"),
    requires=fact("resignation_requested_on") <= fact("upheld_request_until"),
    effect=Effect.WARN,
    cites=("22",),
)

refused = Rule(
    id="leader_resignation.23",
    catalogue="cv-resign-kinds",
    subject="resignation",
    since=SINCE,
    term="拒不辞职",
    term_en="Refusing to resign",
    means="Whoever refuses is removed, or recall is started.",
    means_zh="拒不辞职的，免去职务或者提请罢免。",
    when=fact("is_resignation_refused"),
    requires=fact("is_removal_started"),
    effect=Effect.WARN,
    cites=("23",),
)
