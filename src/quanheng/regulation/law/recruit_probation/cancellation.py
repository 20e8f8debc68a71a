"""When and how recruitment is cancelled (articles 15 to 24)."""

from datetime import date

from quanheng.kernel.dates import add_months, first_of_month
from quanheng.kernel.expressions import fact, param
from quanheng.kernel.offsets import later
from quanheng.regulation.core.derivations import Derivation
from quanheng.regulation.core.rules import Effect, Rule

due = Rule(
    id="recruit_probation.16.due",
    catalogue="rt-cancel",
    subject="recruit",
    since=date(2011, 5, 25),
    term="应当取消录用",
    term_en="Cancellation is due",
    means="Recruitment is cancelled on a failed assessment or another listed ground.",
    means_zh=(
        "考核不合格，严重失职造成损失，在录用或者国家考试中有严重违纪，应给降级以上处分，受刑"
        "事处罚，有法定辞退情形，无不可抗力逾期不报到等的，取消录用。"
    ),
    when=fact("cancel_ground").isin(
        (
            "failed",
            "neglect",
            "recruitment_breach",
            "exam_breach",
            "demotion_or_heavier",
            "crime",
            "dismissal_ground",
            "not_reported",
            "other_by_law",
        )
    ),
    requires=fact("is_recruit_cancelled"),
    effect=Effect.WARN,
    cites=(
        "15",
        "16",
    ),
)


sanction = Rule(
    id="recruit_probation.16.sanction",
    catalogue="rt-cancel",
    subject="recruit",
    since=date(2011, 5, 25),
    term="记大过以下不取消录用",
    term_en="Demerits do not cancel",
    means=(
        "A sanction of serious demerit or lighter extends probation and is no ground to "
        "cancel; a fault deserving demotion or more cancels instead of being sanctioned."
    ),
    means_zh=("受记大过以下处分的顺延试用期，不因此取消录用；应给降级以上处分的取消录用，不再给予该处分。"),
    when=fact("recruit_fault") != "none",
    requires=(
        fact("recruit_fault").isin(("warning", "demerit", "serious_demerit")) & ~fact("is_recruit_cancelled")
    )
    | (fact("recruit_fault").isin(("demotion", "removal", "expulsion")) & fact("is_recruit_cancelled")),
    effect=Effect.FORBID,
    cites=(
        "13",
        "16",
    ),
)


own_wish = Rule(
    id="recruit_probation.17.own_wish",
    catalogue="rt-cancel",
    subject="recruit",
    since=date(2011, 5, 25),
    term="本人自愿取消录用",
    term_en="Cancelled on one's own wish",
    means=(
        "On the person's wish only when no ban of the resignation article applies other than minimum service."
    ),
    means_zh="本人自愿的，除未满最低服务年限外没有不得辞去公职的其他情形，方可取消录用。",
    when=fact("is_recruit_cancelled") & (fact("cancel_ground") == "own_wish"),
    requires=fact("resignation_ban").isin(("none", "minimum_service")),
    effect=Effect.FORBID,
    cites=("17",),
)


protected = Rule(
    id="recruit_probation.18.protected",
    catalogue="rt-cancel",
    subject="recruit",
    since=date(2011, 5, 25),
    term="不得取消录用",
    term_en="Protected from cancellation",
    means="No cancellation in work injury, medical period, or pregnancy to nursing.",
    means_zh="因公致残、医疗期内、孕期产期哺乳期内的，不得取消录用。",
    when=fact("recruit_protection").isin(("work_injury", "medical_period", "maternity")),
    requires=~fact("is_recruit_cancelled"),
    effect=Effect.FORBID,
    cites=("18",),
)


decider = Rule(
    id="recruit_probation.19.decider",
    catalogue="rt-cancel-form",
    subject="recruit",
    since=date(2011, 5, 25),
    term="取消录用的权限",
    term_en="Who cancels",
    means=(
        "A central body decides and files with the central authority; its offices below "
        "through the provincial-level office; local bodies as the province rules."
    ),
    means_zh=("中央机关取消录用的自行决定并备案；其省级以下直属机构由省级机构决定并备案；地方按省级规定。"),
    when=fact("is_recruit_cancelled"),
    requires=(
        (fact("recruiting_organ") == "central")
        & (fact("cancel_decider") == "central_body")
        & fact("is_cancellation_filed")
    )
    | (
        (fact("recruiting_organ") == "central_office")
        & (fact("cancel_decider") == "provincial_office")
        & fact("is_cancellation_filed")
    )
    | ((fact("recruiting_organ") == "local") & (fact("cancel_decider") == "as_province_rules")),
    effect=Effect.FORBID,
    cites=(
        "19",
        "recruitment:30",
    ),
)


effective = Rule(
    id="recruit_probation.20.effective",
    catalogue="rt-cancel-form",
    subject="recruit",
    since=date(2011, 5, 25),
    term="自决定之日生效",
    term_en="From the day of the decision",
    means="A cancellation runs from the day of the decision.",
    means_zh="取消录用自作出决定之日起生效。",
    when=fact("is_recruit_cancelled"),
    requires=fact("cancellation_from") == fact("cancelled_on"),
    effect=Effect.FORBID,
    cites=("20",),
)


notified = Rule(
    id="recruit_probation.21.notified",
    catalogue="rt-cancel-form",
    subject="recruit",
    since=date(2011, 5, 25),
    term="三十日内书面通知",
    term_en="Written notice within thirty days",
    means="The person is told in writing within thirty days of the decision.",
    means_zh="自决定之日起三十日内书面通知本人。",
    when=fact("is_recruit_cancelled"),
    requires=(
        fact("cancel_notified_on") <= later(fact("cancelled_on"), days=param("recruit_probation.notify_days"))
    )
    & fact("is_cancel_notice_written"),
    effect=Effect.FORBID,
    cites=("21",),
)


def _pay_stops(cancelled_on: date, *, on: date) -> date:
    return add_months(first_of_month(cancelled_on), 1)


pay_stops = Derivation(
    id="recruit_probation.22.pay",
    catalogue="rt-cancel-form",
    subject="recruit",
    since=date(2011, 5, 25),
    term="停发工资之日",
    term_en="Day pay stops",
    means="Pay stops the month after the decision.",
    means_zh="自作出决定的次月起停发工资。",
    fact="cancel_pay_stops_on",
    reads=("cancelled_on",),
    reckon=_pay_stops,
    cites=("22",),
)


pay = Rule(
    id="recruit_probation.22.stopped",
    catalogue="rt-cancel-form",
    subject="recruit",
    since=date(2011, 5, 25),
    term="次月停发工资",
    term_en="Pay stops the month after",
    means="Pay stops from the month after the decision.",
    means_zh="自作出决定的次月起停发工资。",
    when=fact("is_recruit_cancelled"),
    requires=fact("cancel_pay_stopped_on") == fact("cancel_pay_stops_on"),
    effect=Effect.FORBID,
    cites=("22",),
)


file = Rule(
    id="recruit_probation.23.file",
    catalogue="rt-cancel-form",
    subject="recruit",
    since=date(2011, 5, 25),
    term="转递档案",
    term_en="File moved",
    means=("When re-employed within ninety days, the file moves within thirty days of reporting there."),
    means_zh="九十日内重新就业的，在就业单位报到后三十日内转递档案。",
    when=fact("is_recruit_cancelled")
    & (fact("reemployed_on") <= later(fact("cancelled_on"), days=param("recruit_probation.reemployed_days"))),
    requires=fact("recruit_file_moved_on")
    <= later(fact("reemployed_on"), days=param("recruit_probation.file_days")),
    effect=Effect.FORBID,
    cites=("23",),
)


not_suspended = Rule(
    id="recruit_probation.24.appeal",
    catalogue="rt-cancel-form",
    subject="recruit",
    since=date(2011, 5, 25),
    term="申诉不停止执行",
    term_en="Appeal does not suspend",
    means="Review and appeal do not suspend the cancellation.",
    means_zh="复核、申诉期间不停止取消录用决定的执行。",
    when=fact("is_recruit_cancelled") & fact("is_cancellation_appealed"),
    requires=~fact("is_cancellation_suspended"),
    effect=Effect.FORBID,
    cites=("24",),
)
