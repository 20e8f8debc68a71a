"""任前报告: which matters, consent before the decision, the time for the reply."""

from datetime import date

from quanheng.kernel.expressions import fact
from quanheng.kernel.workdays import last_workday_after
from quanheng.regulation.core.derivations import Derivation
from quanheng.regulation.core.rules import Effect, Rule

EIGHT = (
    "institution_change",
    "chief_leaving",
    "mass_adjustment",
    "over_quota",
    "exceptional",
    "near_relative",
    "return",
    "chief_under_3y",
    "other",
)


def _is_one_of_eight(report_matter: str, on: date) -> bool:
    return report_matter in EIGHT


def _is_listed(report_matter: str, on: date) -> bool:
    return report_matter != "none"


def _due(report_received_on: date, reply_workdays: int, on: date) -> date:
    return last_workday_after(report_received_on, reply_workdays)


matters_eight = Derivation(
    id="prior_report.matters.eight",
    catalogue="r-prior-report",
    subject="supervision",
    since=date(2010, 3, 1),
    repealed=date(2014, 1, 14),
    term="报告事项（2010年八类）",
    term_en="Reportable matters of 2010",
    means="Eight kinds of matters are reported beforehand.",
    means_zh="机构变动、主要领导离任、大批量调整、超职数、破格、近亲属、重新任用、正职不满三年等八类事项须任前报告。",
    fact="is_reportable",
    reads=("report_matter",),
    reckon=_is_one_of_eight,
    cites=("matters",),
)

matters_twelve = Derivation(
    id="prior_report.matters.twelve",
    catalogue="r-prior-report",
    subject="supervision",
    since=date(2014, 1, 14),
    term="报告事项（十二项）",
    term_en="The twelve matters",
    means="Since 2014 twelve matters are reported beforehand (not verified item by item).",
    means_zh="2014年起十二项事项须任前报告（逐项待核）。",
    fact="is_reportable",
    reads=("report_matter",),
    reckon=_is_listed,
    cites=("matters_2014",),
    verified=False,
)

reply_2010 = Rule(
    id="prior_report.reply_2010",
    catalogue="r-prior-report",
    subject="supervision",
    since=date(2010, 3, 1),
    repealed=date(2014, 1, 14),
    term="任前报告（2010年）",
    term_en="Prior report of 2010",
    means="One of the eight matters has the superior's consent.",
    means_zh="属于八类报告事项的，须经上级组织部门批复同意。",
    when=fact("is_reportable"),
    requires=fact("prior_report") == "agreed",
    effect=Effect.ASK_SUPERIOR,
    cites=(
        "report",
        "matters",
    ),
)

reply = Rule(
    id="prior_report.reply",
    catalogue="r-prior-report",
    subject="case",
    since=date(2014, 1, 14),
    term="有关事项任前报告",
    term_en="Prior report of listed matters",
    means="A listed matter has the consent of the superior before the decision.",
    means_zh="属于任前报告事项的，须经上级组织部门批复同意。",
    when=fact("is_reportable"),
    requires=fact("prior_report") == "agreed",
    effect=Effect.ASK_SUPERIOR,
    cites=(
        "report",
        "matters_2014",
    ),
    verified=False,
)

order = Rule(
    id="prior_report.order",
    catalogue="r-prior-report",
    subject="supervision",
    since=date(2010, 3, 1),
    term="批复前不得讨论决定",
    term_en="No decision before the reply",
    means="No meeting decides before the reply is there; a decision against this is void.",
    means_zh="报告事项未收到批复前，不得提交会议讨论决定；违反的决定无效并追究责任。",
    when=fact("is_reportable"),
    requires=(fact("prior_report") == "agreed")
    & (
        (fact("superior_replied_on") < fact("decided_on"))
        | ((fact("superior_replied_on") == fact("decided_on")) & fact("is_reply_before_meeting"))
    ),
    effect=Effect.FORBID,
    cites=("report",),
)

conditions = Rule(
    id="prior_report.conditions",
    catalogue="r-prior-report",
    subject="supervision",
    since=date(2010, 3, 1),
    term="附条件同意",
    term_en="Consent with conditions",
    means="Conditions attached to the consent are met.",
    means_zh="上级附条件同意的，须落实所附条件。",
    when=fact("is_reportable") & fact("is_consent_conditional"),
    requires=fact("is_consent_condition_met"),
    effect=Effect.ASK_SUPERIOR,
    cites=("report",),
)

items = Rule(
    id="prior_report.items",
    catalogue="r-prior-report",
    subject="supervision",
    since=date(2010, 3, 1),
    term="逐项批复",
    term_en="A reply for each item",
    means="Where a meeting has several such items, each one has its reply.",
    means_zh="一次会议议及多项报告事项的，每项均须批复同意。",
    when=fact("is_reportable"),
    requires=fact("agreed_items") >= fact("reportable_items"),
    effect=Effect.ASK_SUPERIOR,
    cites=("report",),
)

reply_due = Derivation(
    id="prior_report.reply_due",
    catalogue="r-prior-report",
    subject="supervision",
    since=date(2010, 3, 1),
    term="批复期限",
    term_en="Time for the reply",
    means="The superior replies within so many working days after receipt (not verified).",
    means_zh="上级组织部门自收到报告次日起在规定工作日内批复（期限待核）。",
    fact="reply_due_on",
    reads=("report_received_on",),
    params=("prior_report.reply_workdays",),
    reckon=_due,
    cites=("reply",),
    verified=False,
)

in_time = Rule(
    id="prior_report.in_time",
    catalogue="r-prior-report",
    subject="supervision",
    since=date(2010, 3, 1),
    term="批复是否逾期",
    term_en="Reply in time",
    means="The reply comes by its last day.",
    means_zh="上级批复不晚于批复期限最后一日。",
    when=fact("is_reportable"),
    requires=fact("superior_replied_on") <= fact("reply_due_on"),
    effect=Effect.WARN,
    cites=("reply",),
    verified=False,
)

special = Rule(
    id="prior_report.special",
    catalogue="r-special-promotions",
    subject="supervision",
    since=date(2010, 3, 1),
    term="破格越级报告",
    term_en="Exceptional promotions reported",
    means="Exceptional or skipping promotions and reinstatement are reported and agreed first.",
    means_zh="破格、越级提拔或者受撤职、免职后重新任用的，先报告并取得上级同意。",
    when=fact("special_promotion").isin(("exceptional", "skip", "reinstated")),
    requires=fact("prior_report") == "agreed",
    effect=Effect.ASK_SUPERIOR,
    cites=(
        "special",
        "selection_regulations:35",
    ),
)
