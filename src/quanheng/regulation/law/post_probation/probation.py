"""任职试用期: which posts have one, how long, how it ends. Recruits' probation is another thing."""

from datetime import date

from quanheng.kernel.dates import last_day
from quanheng.kernel.expressions import fact, param
from quanheng.regulation.core.derivations import Derivation
from quanheng.regulation.core.derived import is_probation_post
from quanheng.regulation.core.rules import Effect, Rule

SINCE = date(2001, 2, 6)


def _applies(
    *,
    probation_body: str,
    post_tier: str,
    is_internal_post: bool,
    post_role: str,
    is_elected_post: bool | None,
    on: date,
) -> bool:
    return is_probation_post(
        body=probation_body,
        tier=post_tier,
        is_internal=is_internal_post,
        is_deputy=post_role == "deputy",
        is_elected=bool(is_elected_post),
    )


def _until(*, probation_notice_on: date, months: int, on: date) -> date:
    return last_day(probation_notice_on, months)


def _tenure(*, post_probation_result: str, on: date) -> bool:
    return post_probation_result == "competent"


applies = Derivation(
    id="post_probation.2.applies",
    catalogue="b-probation-1y",
    subject="appointment",
    since=SINCE,
    term="实行试用期的职位",
    term_en="Posts with probation",
    means="Deputies and internal-unit leaders of listed bodies up to bureau level, not elected.",
    means_zh="厅局级以下非选举产生的工作部门副职、内设机构领导职务等实行试用期。",
    fact="is_probation_post",
    reads=("probation_body", "post_tier", "is_internal_post", "post_role"),
    optional=("is_elected_post",),
    reckon=_applies,
    cites=("2",),
)

until = Derivation(
    id="post_probation.3.until",
    catalogue="b-probation-1y",
    subject="appointment",
    since=SINCE,
    term="试用期最后一日计算",
    term_en="Last day of probation",
    means="One year from the notice: the day before the corresponding day.",
    means_zh="自试用通知印发之日起一年，最后一日为对应日的前一日。",
    fact="probation_until",
    reads=("probation_notice_on",),
    params=("post_probation.months",),
    reckon=_until,
    cites=("3",),
)

length = Rule(
    id="post_probation.3.length",
    catalogue="b-probation-1y",
    subject="appointment",
    since=SINCE,
    term="任职试用期一年",
    term_en="Post probation of one year",
    means="A newly promoted leader in such a post is on probation for one year.",
    means_zh="提任实行试用期的领导职务，试用期一年。",
    when=fact("is_probation_post") & (fact("move") == "promotion"),
    requires=fact("probation_months") == param("post_probation.months"),
    effect=Effect.FORBID,
    cites=("3",),
)

same_level = Rule(
    id="post_probation.2.same_level",
    catalogue="b-probation-1y",
    subject="appointment",
    since=SINCE,
    term="同级改任领导职务的试用期",
    term_en="Probation for a move to leading",
    means="A move from a non-leading to such a leading post of the same level has the year too.",
    means_zh="由非领导职务改任同级领导职务的，同样试用一年。",
    when=fact("is_probation_post") & fact("is_from_nonleading_post"),
    requires=fact("probation_months") == param("post_probation.months"),
    effect=Effect.FORBID,
    cites=("2", "3"),
)

confirmation = Rule(
    id="post_probation.6.confirmation",
    catalogue="b-probation-1y",
    subject="appointment",
    since=SINCE,
    term="试用期满考核后正式任职",
    term_en="Confirmed after assessment",
    means="Confirmation only after the last day of probation and an assessment as competent.",
    means_zh="试用期满并经考核胜任的，方可正式任职。",
    when=fact("is_confirmation"),
    requires=(fact("probation_until") < fact("judged_on")) & fact("is_probation_assessed"),
    effect=Effect.FORBID,
    cites=("6", "7"),
)

tenure = Derivation(
    id="post_probation.7.tenure",
    catalogue="b-probation-1y",
    subject="appointment",
    since=SINCE,
    term="试用期是否计入任职时间",
    term_en="Whether probation counts as tenure",
    means="Probation counts as tenure once confirmed.",
    means_zh="考核胜任正式任职的，试用期计入任职时间。",
    fact="is_probation_counted",
    reads=("post_probation_result",),
    reckon=_tenure,
    cites=("7",),
)

removed = Rule(
    id="post_probation.8.removed",
    catalogue="b-probation-1y",
    subject="appointment",
    since=SINCE,
    term="试用期满不胜任",
    term_en="Not competent after probation",
    means="Whoever is not competent is removed and normally placed at the former rank.",
    means_zh="考核不胜任的，免去试任职务，一般按试任前职级安排。",
    when=fact("post_probation_result") == "incompetent",
    requires=fact("is_removed_after_probation") & fact("is_placed_at_former_rank"),
    effect=Effect.WARN,
    cites=("8",),
)
