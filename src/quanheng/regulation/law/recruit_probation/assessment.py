"""Assessment, post and training at the end of probation (articles 7 to 9, 14, 25)."""

from datetime import date

from quanheng.kernel.expressions import fact, param
from quanheng.kernel.offsets import later
from quanheng.regulation.core.derivations import Derivation
from quanheng.regulation.core.rules import Effect, Rule

in_time = Rule(
    id="recruit_probation.8.in_time",
    catalogue="rt-probation-assess",
    subject="recruit",
    since=date(2011, 5, 25),
    term="期满三十日内考核",
    term_en="Assessed within thirty days",
    means="Assessed within thirty days of the end, or of the end of force majeure.",
    means_zh="试用期满后三十日内考核；因不可抗力不能按期的，消除后三十日内考核。",
    requires=(
        fact("recruit_assessed_on")
        <= later(fact("recruit_complete_on"), days=param("recruit_probation.assess_days"))
    )
    | (
        fact("is_delayed_by_force_majeure")
        & (
            fact("recruit_assessed_on")
            <= later(fact("force_majeure_ended_on"), days=param("recruit_probation.assess_days"))
        )
    ),
    effect=Effect.FORBID,
    cites=("8",),
)


def _delayed(force_majeure_ended_on: date | None, *, on: date) -> bool:
    return force_majeure_ended_on is not None


delayed = Derivation(
    id="recruit_probation.8.delayed",
    catalogue="rt-probation-assess",
    subject="recruit",
    since=date(2011, 5, 25),
    term="是否因不可抗力推迟",
    term_en="Whether force majeure delayed it",
    means="Delayed when the end of force majeure is on record.",
    means_zh="有不可抗力消除记录的视为因不可抗力推迟；没有记录的按没有对待。",
    fact="is_delayed_by_force_majeure",
    reads=(),
    optional=("force_majeure_ended_on",),
    reckon=_delayed,
    cites=("8",),
)


grades = Rule(
    id="recruit_probation.9.grades",
    catalogue="rt-probation-assess",
    subject="recruit",
    since=date(2011, 5, 25),
    term="考核两个等次",
    term_en="Two grades",
    means="The result is passed or failed.",
    means_zh="试用期满考核结果分为合格、不合格。",
    requires=fact("recruit_result").isin(("passed", "failed")),
    effect=Effect.FORBID,
    cites=("9",),
)


post_from = Rule(
    id="recruit_probation.14.from",
    catalogue="rt-probation-assess",
    subject="recruit",
    since=date(2011, 5, 25),
    term="任职自期满之日",
    term_en="Post from the end of probation",
    means="Post and level are set from the day probation ended, not from the assessment.",
    means_zh="考核合格的，自试用期满之日起任职定级。",
    requires=fact("recruit_post_from") == fact("recruit_complete_on"),
    effect=Effect.FORBID,
    cites=("14",),
)


unassessed = Rule(
    id="recruit_probation.14.unassessed",
    catalogue="rt-probation-assess",
    subject="recruit",
    since=date(2011, 5, 25),
    term="未经考核不得任职",
    term_en="No post without assessment",
    means="Without an assessment no post and level are set.",
    means_zh="未经考核的，不得任职定级。",
    when=fact("has_recruit_post"),
    requires=fact("is_recruit_assessed"),
    effect=Effect.FORBID,
    cites=("14",),
)


training = Rule(
    id="recruit_probation.7.training",
    catalogue="rt-training",
    subject="recruit",
    since=date(2011, 5, 25),
    term="试用期内初任培训",
    term_en="Entry training in probation",
    means="Entry training is completed within probation, extensions included.",
    means_zh="试用期（含顺延）内应当完成初任培训。",
    requires=fact("entry_trained_on") <= fact("recruit_last_on"),
    effect=Effect.WARN,
    cites=(
        "7",
        "8",
        "civil_servant_law:67",
    ),
)


stay = Rule(
    id="recruit_probation.25.stay",
    catalogue="rt-posting-stability",
    subject="recruit",
    since=date(2011, 5, 25),
    term="试用期岗位稳定",
    term_en="Stay in the post",
    means=(
        "In probation normally no post change, secondment, study away, other examination or "
        "application; approved work need excepted."
    ),
    means_zh=(
        "试用期内一般不得变动岗位、借调、离岗学习、参加其他机关考试或者应聘企事业单位，因工作"
        "需要经批准的除外。"
    ),
    when=fact("recruit_moved_on") <= fact("recruit_last_on"),
    requires=(fact("recruit_move") == "none") | fact("is_recruit_move_approved"),
    effect=Effect.WARN,
    cites=("25",),
)


township = Rule(
    id="recruit_probation.township.service",
    catalogue="rt-posting-stability",
    subject="recruit",
    since=date(2011, 5, 25),
    term="乡镇最低服务年限（地方）",
    term_en="Township service (local)",
    means=(
        "Where local policy says so, township recruits serve five years including probation, "
        "in some posts eight."
    ),
    means_zh="按地方规定，乡镇新录用公务员服务满五年（含试用期），部分职位满八年，方可离开。",
    when=fact("is_township_recruit") & fact("is_leaving_township"),
    requires=(
        ~fact("is_long_service_post")
        & (fact("recruit_service_months") >= param("recruit_probation.township_months"))
    )
    | (
        fact("is_long_service_post")
        & (fact("recruit_service_months") >= param("recruit_probation.township_long_months"))
    ),
    effect=Effect.WARN,
    cites=("local_service",),
)


loan = Rule(
    id="recruit_probation.township.loan",
    catalogue="rt-posting-stability",
    subject="recruit",
    since=date(2011, 5, 25),
    term="服务年限内不得借调（地方）",
    term_en="No loans in the service years (local)",
    means=("Where local policy says so, township recruits are not lent upwards in the service years."),
    means_zh="按地方规定，乡镇新录用公务员在服务年限内不得借调到县级以上机关。",
    when=fact("is_township_recruit") & (fact("recruit_move") == "secondment"),
    requires=fact("recruit_service_months") >= param("recruit_probation.township_months"),
    effect=Effect.WARN,
    cites=("local_service",),
)
