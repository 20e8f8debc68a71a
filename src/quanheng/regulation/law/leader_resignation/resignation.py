"""因公、自愿、引咎辞职: written request, answer, the nine grounds. Ordered resignation is in `ordered`."""

from datetime import date

from quanheng.kernel.expressions import fact
from quanheng.kernel.workdays import answer_deadline
from quanheng.regulation.core.derivations import Derivation
from quanheng.regulation.core.rules import Effect, Rule

SINCE = date(2004, 4, 8)


def _duty(*, resignation_noticed_on: date, duty_days: int, on: date) -> date:
    return answer_deadline(resignation_noticed_on, days=duty_days)


def _answer(*, resignation_requested_on: date, answer_months: int, on: date) -> date:
    return answer_deadline(resignation_requested_on, months=answer_months)


def _blame(*, blame_event: str, leading_responsibility: str, on: date) -> bool:
    enough = ("main", "important") if blame_event == "accidents" else ("main",)
    return leading_responsibility in enough


duty_until = Derivation(
    id="leader_resignation.6.until",
    catalogue="cv-resign-kinds",
    subject="resignation",
    since=SINCE,
    term="因公辞职申请期限计算",
    term_en="Reckoning the request for duty",
    means="Seven days after the notice, its day not counted.",
    means_zh="自通知次日起第七日为最后一日，遇休息日顺延。",
    fact="duty_request_until",
    reads=("resignation_noticed_on",),
    params=("leader_resignation.duty_days",),
    reckon=_duty,
    cites=("6",),
)

duty = Rule(
    id="leader_resignation.6",
    catalogue="cv-resign-kinds",
    subject="resignation",
    since=SINCE,
    term="因公辞职",
    term_en="Resignation for duty",
    means="The written request comes within seven days of the committee's notice.",
    means_zh="因公辞职的，自通知之日起七日内书面提出。",
    when=fact("resignation_kind") == "duty",
    requires=fact("has_written_request") & (fact("resignation_requested_on") <= fact("duty_request_until")),
    effect=Effect.WARN,
    cites=("6",),
)

announced = Rule(
    id="leader_resignation.8",
    catalogue="cv-resign-kinds",
    subject="resignation",
    since=SINCE,
    term="辞职后公布新职",
    term_en="New post announced after release",
    means="Where both may not be held the new post is announced after the release.",
    means_zh="不能同时担任的，新任职务在辞去原职务后公布。",
    when=(fact("resignation_kind") == "duty") & fact("may_not_hold_both_posts"),
    requires=fact("new_post_announced_on") >= fact("released_on"),
    effect=Effect.WARN,
    cites=("8",),
)

voluntary = Rule(
    id="leader_resignation.9",
    catalogue="cv-resign-kinds",
    subject="resignation",
    since=SINCE,
    term="自愿辞职",
    term_en="Voluntary resignation",
    means="Written, checked, with a talk, and the committee agrees, refuses or puts it off.",
    means_zh="自愿辞职须书面申请，经审核、听取意见和谈话，由党委作出同意、不同意或者暂缓的决定。",
    when=fact("resignation_kind") == "voluntary",
    requires=fact("has_written_request")
    & fact("is_resignation_checked")
    & fact("has_resignation_talk")
    & fact("resignation_answer").isin(("agreed", "refused", "put_off")),
    effect=Effect.WARN,
    cites=("9",),
)

answer_until = Derivation(
    id="leader_resignation.9.answer_until",
    catalogue="cv-resign-kinds",
    subject="resignation",
    since=SINCE,
    term="自愿辞职答复期限计算",
    term_en="Reckoning the answer",
    means="Three months after the request (unverified).",
    means_zh="自申请之日起三个月（未经核实）。",
    fact="resignation_answer_until",
    reads=("resignation_requested_on",),
    params=("leader_resignation.answer_months",),
    reckon=_answer,
    cites=("answer",),
    verified=False,
)

answered = Rule(
    id="leader_resignation.9.answer",
    catalogue="cv-resign-kinds",
    subject="resignation",
    since=SINCE,
    term="自愿辞职答复",
    term_en="Answer to a voluntary request",
    means="The answer comes within three months (unverified).",
    means_zh="自愿辞职申请三个月内答复（未经核实）。",
    when=fact("resignation_kind") == "voluntary",
    requires=fact("resignation_answered_on") <= fact("resignation_answer_until"),
    effect=Effect.WARN,
    cites=("answer",),
    verified=False,
)

blame_due = Derivation(
    id="leader_resignation.15.due",
    catalogue="cv-resign-blame-grounds",
    subject="resignation",
    since=SINCE,
    term="应当引咎辞职",
    term_en="Resignation in blame is due",
    means="One of the nine grounds with main leading responsibility; for grave or repeated accidents important responsibility is enough.",
    means_zh="属于九种情形之一并负主要领导责任；多次发生或者特大事故负重要领导责任的也在内。",
    fact="is_blame_resignation_due",
    reads=("blame_event", "leading_responsibility"),
    reckon=_blame,
    cites=("15",),
)

blame = Rule(
    id="leader_resignation.15",
    catalogue="cv-resign-blame-grounds",
    subject="resignation",
    since=SINCE,
    term="引咎辞职",
    term_en="Resignation in blame",
    means="On a ground of blame the person asks in writing to resign.",
    means_zh="有引咎辞职情形的，本人应当书面提出辞职。",
    when=fact("is_blame_resignation_due"),
    requires=fact("has_written_request"),
    effect=Effect.WARN,
    cites=("15", "16"),
)
