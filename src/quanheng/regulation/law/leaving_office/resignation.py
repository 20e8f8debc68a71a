"""辞去公职: application, reports and checks, what follows consent, handover refused."""

from datetime import date

from quanheng.kernel.dates import NO_DATE, OPEN_ENDED, add_months, first_of_month
from quanheng.kernel.expressions import fact, param
from quanheng.kernel.offsets import later
from quanheng.regulation.core.derivations import Derivation
from quanheng.regulation.core.rules import Effect, Rule


def _pay_stops(resignation_approved_on: date, on: date) -> date | None:
    if resignation_approved_on in (NO_DATE, OPEN_ENDED):
        return None
    return add_months(first_of_month(resignation_approved_on), 1)


def _joined(organ_months: int, later_months: int, on: date) -> int:
    return organ_months + later_months


def _penalty(
    training_cost: int, training_service_months: int, training_unserved_months: int, on: date
) -> int | None:
    """The unserved share of the cost, rounded down."""
    if training_service_months <= 0:
        return None
    return training_cost * min(training_unserved_months, training_service_months) // training_service_months


art_5_written = Rule(
    id="leaving_office.5.written",
    catalogue="ex-resign-office",
    subject="leaving",
    since=date(2009, 7, 24),
    term="书面申请",
    term_en="Written application",
    means="A written application on the form.",
    means_zh="辞去公职应当书面申请并填写申请表。",
    when=fact("is_leaving_office_asked"),
    requires=fact("is_resignation_written"),
    effect=Effect.FORBID,
    cites=("5",),
)

art_5_silence = Rule(
    id="leaving_office.5.silence",
    catalogue="ex-resign-office",
    subject="leaving",
    since=date(2009, 7, 24),
    term="未答复不视为同意",
    term_en="Silence is not consent",
    means="Nobody leaves without consent; no answer in 30 days is not consent.",
    means_zh="未经批准不得离岗；超过三十日未答复不视为同意。",
    when=fact("is_leaving_office_asked") & fact("has_left_work"),
    requires=fact("has_resignation_consent"),
    effect=Effect.FORBID,
    cites=("5",),
)

art_6_report = Rule(
    id="leaving_office.6.report",
    catalogue="ex-resign-office",
    subject="leaving",
    since=date(2020, 12, 28),
    term="随申请报告个人有关事项",
    term_en="Personal-matters report",
    means="Leaders of county deputy level and above and second-grade researchers hand in the report with it.",
    means_zh="县处级副职以上领导和二级调研员以上，随申请提交个人有关事项报告。",
    when=fact("is_leaving_office_asked") & (fact("leaving_rank_held") != "below"),
    requires=fact("has_leaving_matters_report"),
    effect=Effect.FORBID,
    cites=("6",),
)

art_6_checks = Rule(
    id="leaving_office.6.checks",
    catalogue="ex-resign-office",
    subject="leaving",
    since=date(2020, 12, 28),
    term="审核和征求意见",
    term_en="Checks and opinions",
    means="Bars and work limits are checked; unit, discipline and secrecy bodies are heard.",
    means_zh="核查不得辞职情形和从业限制，征求所在单位、纪检监察和保密部门意见。",
    when=fact("has_resignation_consent"),
    requires=fact("are_leaving_bars_checked") & fact("are_leaving_opinions_heard"),
    effect=Effect.FORBID,
    cites=("6",),
)

art_7_audit = Rule(
    id="leaving_office.7.audit",
    catalogue="ex-handover-audit",
    subject="leaving",
    since=date(2009, 7, 24),
    term="先审计后批准",
    term_en="Audit before consent",
    means="Where an audit is due it comes before consent.",
    means_zh="应当进行经济责任审计的，审计后方可批准辞去公职。",
    when=fact("has_resignation_consent") & fact("is_leaving_audit_due"),
    requires=fact("is_leaving_audit_done"),
    effect=Effect.FORBID,
    cites=("7",),
)

art_7_refused = Rule(
    id="leaving_office.7.refused",
    catalogue="ex-handover-audit",
    subject="leaving",
    since=date(2009, 7, 24),
    term="拒不交接给予处分",
    term_en="A refused handover is sanctioned",
    means="Refusing the handover is sanctioned, by dismissal when grave.",
    means_zh="拒不办理公务交接的给予处分，情节严重的开除。",
    when=fact("has_refused_handover"),
    requires=fact("is_handover_refusal_sanctioned"),
    effect=Effect.WARN,
    cites=("7",),
)

art_7_stands = Rule(
    id="leaving_office.7.stands",
    catalogue="ex-handover-audit",
    subject="leaving",
    since=date(2009, 7, 24),
    term="拒不交接不影响辞职",
    term_en="The leaving itself stands",
    means="A handover refused after consent does not undo the leaving.",
    means_zh="批准后拒不交接的，处分本人，辞去公职仍然有效。",
    when=fact("has_refused_handover") & fact("has_resignation_consent"),
    requires=~fact("is_leaving_undone"),
    effect=Effect.FORBID,
    cites=("7",),
)

art_9_ended = Rule(
    id="leaving_office.9.ended",
    catalogue="ex-resign-office",
    subject="leaving",
    since=date(2009, 7, 24),
    term="职务职级同时免除",
    term_en="Post and rank end",
    means="Consent ends post and rank.",
    means_zh="批准辞去公职的，职务职级同时免除。",
    when=fact("has_resignation_consent"),
    requires=fact("are_post_and_rank_ended"),
    effect=Effect.WARN,
    cites=("9",),
)

art_11_penalty_most = Derivation(
    id="leaving_office.11.penalty_most",
    catalogue="ex-resign-office",
    subject="leaving",
    since=date(2009, 7, 24),
    term="违约金上限",
    term_en="Most penalty",
    means="At most the unserved share of the cost.",
    means_zh="不超过未履行服务期应分摊的培训费用。",
    fact="training_penalty_most",
    reads=(
        "training_cost",
        "training_service_months",
        "training_unserved_months",
    ),
    reckon=_penalty,
    cites=("11",),
)

art_11 = Rule(
    id="leaving_office.11",
    catalogue="ex-resign-office",
    subject="leaving",
    since=date(2009, 7, 24),
    term="违约金不超过分摊费用",
    term_en="Penalty within the share",
    means="The penalty is at most the unserved share of the cost.",
    means_zh="违约金不超过未履行服务期应分摊的培训费用。",
    requires=fact("training_penalty") <= fact("training_penalty_most"),
    effect=Effect.FORBID,
    cites=("11",),
)

art_12_pay = Derivation(
    id="leaving_office.12.pay",
    catalogue="ex-resign-office",
    subject="leaving",
    since=date(2009, 7, 24),
    term="停发工资",
    term_en="Pay stops",
    means="Pay stops the month after consent.",
    means_zh="自批准的次月起停发工资。",
    fact="resignation_pay_stops_on",
    reads=("resignation_approved_on",),
    reckon=_pay_stops,
    cites=("12",),
)

art_13_file = Rule(
    id="leaving_office.13.file",
    catalogue="ex-resign-office",
    subject="leaving",
    since=date(2009, 7, 24),
    term="三十日内转递档案",
    term_en="File moved in thirty days",
    means="With a new job within 90 days the file moves within 30.",
    means_zh="九十日内重新就业的，自就业之日起三十日内转递档案。",
    when=fact("new_job_on")
    <= later(fact("resignation_approved_on"), days=param("leaving_office.new_job_days")),
    requires=fact("leaving_file_moved_on")
    <= later(fact("new_job_on"), days=param("leaving_office.file_days")),
    effect=Effect.WARN,
    cites=("13",),
)

art_15_joined = Derivation(
    id="leaving_office.15.joined",
    catalogue="ex-resign-office",
    subject="leaving",
    since=date(2009, 7, 24),
    term="工作年限合并计算",
    term_en="Service counted together",
    means="Earlier months in the organs add to later service.",
    means_zh="在机关的工作年限与重新就业后的合并计算。",
    fact="joined_service_months",
    reads=(
        "organ_months",
        "later_months",
    ),
    reckon=_joined,
    cites=("15",),
)
