"""第七章 任职: dates of the notice and the start of tenure as the law works them out; training still due."""

from datetime import date

from quanheng.kernel.expressions import fact, param
from quanheng.kernel.offsets import later
from quanheng.kernel.workdays import workdays_inclusive
from quanheng.regulation.core.derivations import Derivation
from quanheng.regulation.core.rules import Effect, Rule

FIRST, SECOND, THIRD = date(2002, 7, 9), date(2014, 1, 14), date(2019, 3, 3)  # the three versions


def _workdays(*, notice_printed_from_on: date, notice_printed_until_on: date, on: date) -> int | None:
    if notice_printed_until_on < notice_printed_from_on:
        return None
    return workdays_inclusive(notice_printed_from_on, notice_printed_until_on)


def _days(*, notice_printed_from_on: date, notice_printed_until_on: date, on: date) -> int:
    return max((notice_printed_until_on - notice_printed_from_on).days + 1, 0)


def _until(*, notice_printed_until_on: date, on: date) -> date:
    return notice_printed_until_on


def _after_decision(*, decided_on: date, notice_posted_on: date, on: date) -> bool:
    return decided_on <= notice_posted_on


def _on_time(*, notice_posted_on: date, notice_printed_from_on: date, on: date) -> bool:
    return notice_posted_on <= notice_printed_from_on


def _full_period(*, notice_taken_down_on: date | None, notice_printed_until_on: date, on: date) -> bool:
    return notice_taken_down_on is None or notice_taken_down_on >= notice_printed_until_on


def _start(
    *,
    appointing_body: str,
    party_decided_on: date | None,
    elected_on: date | None,
    congress_appointed_on: date | None,
    government_appointed_on: date | None,
    on: date,
) -> date | None:
    days = {
        "party": party_decided_on,
        "election": elected_on,
        "congress": congress_appointed_on,
        "government": government_appointed_on,
    }
    return days[appointing_body]


workdays = Derivation(
    id="selection_regulations.42.reckon_workdays",
    catalogue="b-public-notice",
    subject="notice",
    since=SECOND,
    term="公示工作日计算",
    term_en="Reckoning working days",
    means="Working days of the printed period, both ends counted.",
    means_zh="按印发的公示起止日期计算工作日，首尾两日均计入。",
    fact="notice_workdays",
    reads=("notice_printed_from_on", "notice_printed_until_on"),
    reckon=_workdays,
    cites=("42",),
)

days = Derivation(
    id="selection_regulations.42.reckon_days",
    catalogue="b-public-notice",
    subject="notice",
    since=FIRST,
    term="公示天数计算",
    term_en="Reckoning days",
    means="Days of the printed period, both ends counted.",
    means_zh="按印发的公示起止日期计算天数，首尾两日均计入。",
    fact="notice_days",
    reads=("notice_printed_from_on", "notice_printed_until_on"),
    reckon=_days,
    cites=("42",),
)

until = Derivation(
    id="selection_regulations.42.reckon_until",
    catalogue="b-public-notice",
    subject="notice",
    since=FIRST,
    term="公示期最后一日认定",
    term_en="Last day of the notice",
    means="The last day printed.",
    means_zh="公示期最后一日以印发的止日为准。",
    fact="notice_until",
    reads=("notice_printed_until_on",),
    reckon=_until,
    cites=("42",),
)

after_decision = Derivation(
    id="selection_regulations.42.after_decision",
    catalogue="b-public-notice",
    subject="notice",
    since=FIRST,
    term="是否讨论决定后公示",
    term_en="Whether posted after the decision",
    means="The notice goes up on or after the day of the decision.",
    means_zh="张贴日期不早于讨论决定日期。",
    fact="is_posted_after_decision",
    reads=("decided_on", "notice_posted_on"),
    reckon=_after_decision,
    cites=("42",),
)

on_time = Derivation(
    id="selection_regulations.42.posted_on_time",
    catalogue="b-public-notice",
    subject="notice",
    since=SECOND,
    term="是否按时张贴",
    term_en="Whether posted on time",
    means="The notice goes up on the first printed day or before.",
    means_zh="张贴日期不晚于印发的起日。",
    fact="is_posted_on_time",
    reads=("notice_posted_on", "notice_printed_from_on"),
    reckon=_on_time,
    cites=("42",),
)

full_period = Derivation(
    id="selection_regulations.42.full_period",
    catalogue="b-public-notice",
    subject="notice",
    since=SECOND,
    term="是否公示至期满",
    term_en="Whether it stayed up",
    means="Taken down on the last printed day or later, or not said to be taken down.",
    means_zh="撤下日期不早于印发的止日，没有说明撤下的按未撤下判断。",
    fact="is_full_period_up",
    reads=("notice_printed_until_on",),
    optional=("notice_taken_down_on",),
    reckon=_full_period,
    cites=("42",),
)

start = Derivation(
    id="selection_regulations.45.start",
    catalogue="b-appointment-start",
    subject="appointment",
    since=FIRST,
    term="任职时间起算",
    term_en="Start of tenure",
    means="Tenure starts when the Party body decides, at the election, when the congress committee appoints, or when the government decides.",
    means_zh="党委（党组）决定任职的自决定之日起算，选举产生的自当选之日起算，人大常委会、政府任命的自任命之日起算。",
    fact="tenure_started_on",
    reads=("appointing_body",),
    optional=("party_decided_on", "elected_on", "congress_appointed_on", "government_appointed_on"),
    reckon=_start,
    cites=("45",),
)

training_after = Rule(
    id="selection_regulations.8.5.after",
    catalogue="a-training-before-post",
    subject="appointment",
    since=SECOND,
    term="提任后一年内完成培训",
    term_en="Training within a year after",
    means="Training promised at the promotion is completed within a year after it.",
    means_zh="任职前未完成规定培训的，提任后一年内完成。",
    when=fact("is_training_promised"),
    requires=fact("is_training_completed")
    | (
        fact("judged_on")
        <= later(fact("promoted_on"), months=param("selection_regulations.training_grace_months"))
    ),
    effect=Effect.WARN,
    cites=("8.5",),
)

training_promised = Rule(
    id="selection_regulations.8.5.promised",
    catalogue="a-training-before-post",
    subject="appointment",
    since=SECOND,
    term="培训待补",
    term_en="Training still to be made up",
    means="Where the training is only promised it is still due.",
    means_zh="承诺提任后补训的，培训任务尚未完成。",
    when=fact("is_training_promised"),
    requires=fact("is_training_completed"),
    effect=Effect.WARN,
    cites=("8.5",),
)
