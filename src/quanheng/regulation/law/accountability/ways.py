"""问责: the ways by version, appeal, carrying out, and the windows that follow."""

from datetime import date

from quanheng.kernel.expressions import fact, param
from quanheng.kernel.offsets import later
from quanheng.kernel.workdays import answer_deadline
from quanheng.regulation.core.derivations import Derivation
from quanheng.regulation.core.rules import Effect, Rule

RULES_2009, RULES_2016, RULES_2019 = date(2009, 6, 30), date(2016, 7, 8), date(2019, 9, 1)
WAYS_2009 = ("public_apology", "suspension", "blame_resignation", "ordered_resignation", "removal")
WAYS_2016 = ("circulated_criticism", "admonition", "treatment", "party_sanction")
HELD = fact("sanction_family") == "accountability"

ways_2009 = Rule(
    id="accountability.ways_2009",
    catalogue="h-accountability",
    subject="sanction",
    since=RULES_2009,
    repealed=RULES_2016,
    term="问责方式（2009年）",
    term_en="Ways of accountability (2009)",
    means="Public apology, suspension, resignation in blame, ordered resignation or removal.",
    means_zh="问责方式为责令公开道歉、停职检查、引咎辞职、责令辞职、免职。",
    requires=fact("accountability_way").isin(WAYS_2009),
    effect=Effect.FORBID,
    cites=("ways",),
)

ways_2016 = Rule(
    id="accountability.ways",
    catalogue="h-accountability",
    subject="sanction",
    since=RULES_2016,
    term="问责方式",
    term_en="Ways of accountability",
    means="For leaders circulated criticism, admonition, adjustment or treatment, Party sanction, alone or combined.",
    means_zh="对领导干部的问责方式为通报、诫勉、组织调整或者组织处理、纪律处分，可以合并使用。",
    requires=fact("accountability_way").isin(WAYS_2016),
    effect=Effect.FORBID,
    cites=("ways",),
)

window_over = Rule(
    id="accountability.window",
    catalogue="h-accountability",
    subject="sanction",
    since=RULES_2009,
    term="问责影响期已满",
    term_en="The window of accountability is over",
    means="The window follows the way: admonition, treatment and sanction have their own; criticism and apology none.",
    means_zh="问责影响期按方式确定：诫勉、组织处理、处分各依其规定；通报、公开道歉没有影响期。",
    when=HELD & fact("personnel_act").isin(("promotion", "further_use", "equal_post", "rank_promotion")),
    requires=fact("act_restricted_until") < fact("judged_on"),
    effect=Effect.FORBID,
    cites=("ways", "removed"),
)

superior_opinion = Rule(
    id="accountability.10.opinion",
    catalogue="h-accountability",
    subject="sanction",
    since=RULES_2009,
    repealed=RULES_2016,
    gone="2016年问责条例没有此项规定",
    term="问责后任用征求上级意见",
    term_en="Superior's opinion before re-appointment",
    means="After the year a comparable leading post needs the opinion of the superior organisation department.",
    means_zh="问责满一年后重新任与原职务相当的领导职务的，须征求上一级组织人事部门意见。",
    when=HELD & (fact("personnel_act") == "equal_post"),
    requires=fact("has_superior_department_opinion"),
    effect=Effect.ASK_SUPERIOR,
    cites=("10",),
)

appeal_due_2009 = Derivation(
    id="accountability.appeal.due_2009",
    catalogue="h-accountability",
    subject="sanction",
    since=RULES_2009,
    repealed=RULES_2016,
    term="问责申诉最后一日",
    term_en="Appeal may be made until",
    means="Within 15 days of receiving the decision.",
    means_zh="自接到问责决定书之日起十五日内书面申诉。",
    fact="treatment_appeal_due_on",
    reads=("sanction_received_on",),
    params=("accountability.appeal_days",),
    reckon=lambda *, sanction_received_on, appeal_days, on: answer_deadline(
        sanction_received_on, days=appeal_days
    ),
    cites=("appeal",),
)

appeal_due_2019 = Derivation(
    id="accountability.appeal.due",
    catalogue="h-accountability",
    subject="sanction",
    since=RULES_2019,
    term="问责申诉最后一日",
    term_en="Appeal may be made until",
    means="Within a month of receiving the decision; not verified.",
    means_zh="自收到问责决定之日起一个月内书面申诉（未核实）。",
    fact="treatment_appeal_due_on",
    reads=("sanction_received_on",),
    params=("accountability.appeal_months",),
    reckon=lambda *, sanction_received_on, appeal_months, on: answer_deadline(
        sanction_received_on, months=appeal_months
    ),
    cites=("appeal",),
    verified=False,
)

answer_due_2009 = Derivation(
    id="accountability.appeal.answer_2009",
    catalogue="h-accountability",
    subject="sanction",
    since=RULES_2009,
    repealed=RULES_2016,
    term="问责申诉处理期限",
    term_en="Appeal to be decided until",
    means="An appeal is decided within 30 days.",
    means_zh="申诉应当在三十日内作出处理决定。",
    fact="treatment_answer_due_on",
    reads=("treatment_appeal_received_on",),
    params=("accountability.appeal_answer_days",),
    reckon=lambda *, treatment_appeal_received_on, appeal_answer_days, on: answer_deadline(
        treatment_appeal_received_on, days=appeal_answer_days
    ),
    cites=("appeal_answer",),
)

appealed = Rule(
    id="accountability.appeal.in_time",
    catalogue="h-accountability",
    subject="sanction",
    since=RULES_2009,
    term="问责申诉按期提出",
    term_en="Appeal in time",
    means="An appeal against accountability is made in time.",
    means_zh="对问责决定的申诉应当在期限内提出。",
    requires=fact("treatment_appealed_on") <= fact("treatment_appeal_due_on"),
    effect=Effect.WARN,
    cites=("appeal",),
)

not_suspended = Rule(
    id="accountability.appeal.not_suspended",
    catalogue="h-accountability",
    subject="sanction",
    since=RULES_2009,
    term="申诉不停止执行",
    term_en="Not suspended by an appeal",
    means="An appeal does not suspend the decision.",
    means_zh="申诉期间不停止问责决定的执行。",
    when=HELD,
    requires=~fact("is_treatment_suspended"),
    effect=Effect.FORBID,
    cites=("appeal",),
)

carried_out = Rule(
    id="accountability.execution",
    catalogue="h-accountability",
    subject="sanction",
    since=RULES_2016,
    term="问责决定按期执行",
    term_en="Carried out in time",
    means="Changes of post are carried out within a month of the decision.",
    means_zh="问责决定作出后一个月内办理职务变动等手续。",
    when=HELD,
    requires=fact("sanction_carried_out_on")
    <= later(fact("sanction_decided_on"), months=param("accountability.execution_months")),
    effect=Effect.WARN,
    cites=("execution",),
)
