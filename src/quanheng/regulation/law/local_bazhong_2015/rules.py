"""巴中: audits within the term, secondments, the reform ledger, ballots and the chief."""

from datetime import date

from quanheng.kernel.expressions import fact, param
from quanheng.regulation.core.derivations import Derivation
from quanheng.regulation.core.rules import Effect, Rule

START = date(2015, 1, 1)


def _is_overdue(reform_item_due_year: int, is_reform_item_done: bool, on: date) -> bool:
    return not is_reform_item_done and on > date(reform_item_due_year, 12, 31)


def _is_complete(
    has_deliverable_paper: bool, has_deliverable_date: bool, has_deliverable_approver: bool, on: date
) -> bool:
    return has_deliverable_paper and has_deliverable_date and has_deliverable_approver


audit_term = Rule(
    id="local_bazhong_2015.audit_term",
    catalogue="kpi-audit-term",
    subject="indicator",
    since=START,
    term="任期内必审",
    term_en="Audited within the term",
    means="Every county and township chief and chief of a unit with large means is audited within the term.",
    means_zh="县区、乡镇党政主要领导和资金、资产、资源管理量大的单位主要负责人任期内均已审计。",
    when=fact("term_ended_people") > 0,
    requires=fact("term_audited_people") >= fact("term_ended_people"),
    effect=Effect.WARN,
    cites=("term_audit",),
)

audited_in_term = Rule(
    id="local_bazhong_2015.audited_in_term",
    catalogue="kpi-audit-term",
    subject="economic_audit",
    since=START,
    term="任期内审计",
    term_en="Audit within the term",
    means="Such a chief is audited before the term ends.",
    means_zh="任期届满前须已作经济责任审计。",
    when=fact("is_term_audit_post") & fact("has_audit_term_ended"),
    requires=fact("is_audited_in_term"),
    effect=Effect.WARN,
    cites=("term_audit",),
)

secondments = Rule(
    id="local_bazhong_2015.secondments",
    catalogue="kpi-secondment-300",
    subject="indicator",
    since=START,
    term="一线挂职三百名左右",
    term_en="About three hundred seconded",
    means="About three hundred cadres are sent to the front line each year (a tenth either way is accepted, a setting).",
    means_zh="每年选派三百名左右干部到一线挂职（上下一成以内视为达到，可设定）。",
    requires=(fact("secondment_people") >= param("local_bazhong_2015.secondment_least"))
    & (fact("secondment_people") <= param("local_bazhong_2015.secondment_most")),
    effect=Effect.WARN,
    cites=("secondment",),
)

ledger_on_time = Rule(
    id="local_bazhong_2015.ledger_on_time",
    catalogue="kpi-reform-ledger-ontime",
    subject="indicator",
    since=START,
    term="改革任务按期完成率",
    term_en="Deliverables on time",
    means="Every deliverable due by the end of the year is done.",
    means_zh="当年底到期的改革成果全部按期完成。",
    when=fact("deliverables_due") > 0,
    requires=fact("deliverables_done") >= fact("deliverables_due"),
    effect=Effect.WARN,
    cites=("ledger",),
)

ledger_done = Derivation(
    id="local_bazhong_2015.ledger_done",
    catalogue="kpi-reform-ledger-ontime",
    subject="indicator",
    since=START,
    term="改革任务完成认定",
    term_en="When an item is done",
    means="An item is done with a deliverable paper, a date and an approver.",
    means_zh="改革任务有成果文件、完成日期和审批人的，为完成。",
    fact="is_reform_item_done",
    reads=("has_deliverable_paper", "has_deliverable_date", "has_deliverable_approver"),
    reckon=_is_complete,
    cites=("ledger",),
)

ledger_overdue = Derivation(
    id="local_bazhong_2015.ledger_overdue",
    catalogue="kpi-reform-ledger-ontime",
    subject="indicator",
    since=START,
    term="改革任务逾期",
    term_en="Overdue items",
    means="An item not done after the thirty-first of December of its year is overdue.",
    means_zh="到期年度十二月三十一日之后仍未完成的，为逾期。",
    fact="is_reform_item_overdue",
    reads=("reform_item_due_year", "is_reform_item_done"),
    reckon=_is_overdue,
    cites=("ledger",),
)

ledger_item = Rule(
    id="local_bazhong_2015.ledger_item",
    catalogue="kpi-reform-ledger-ontime",
    subject="indicator",
    since=START,
    term="改革任务按期完成",
    term_en="Items on time",
    means="An item of the ledger is not overdue.",
    means_zh="改革台账的任务不得逾期。",
    requires=~fact("is_reform_item_overdue"),
    effect=Effect.WARN,
    cites=("ledger",),
)

ballot = Rule(
    id="local_bazhong_2015.ballot",
    catalogue="seed-chief-last",
    subject="meeting",
    since=START,
    term="重大事项票决",
    term_en="Ballots on major matters",
    means="Major matters are decided by ballot.",
    means_zh="重大事项实行票决。",
    when=fact("is_major_matter"),
    requires=fact("decision_form") == "secret",
    effect=Effect.WARN,
    cites=("chief_last",),
)

chief_last = Rule(
    id="local_bazhong_2015.chief_last",
    catalogue="seed-chief-last",
    subject="meeting",
    since=START,
    term="一把手末位发言",
    term_en="The chief speaks last",
    means="On major matters the chief speaks last.",
    means_zh="重大事项主要负责人末位发言。",
    when=fact("is_major_matter"),
    requires=fact("is_chief_last"),
    effect=Effect.WARN,
    cites=("chief_last",),
)

chief_hands_off = Rule(
    id="local_bazhong_2015.chief_hands_off",
    catalogue="seed-chief-last",
    subject="meeting",
    since=START,
    term="主要领导不直接分管",
    term_en="Chiefs do not manage directly",
    means="Chiefs do not directly manage personnel, finance, construction, purchasing or approvals.",
    means_zh="党政主要领导不直接分管人事、财务、工程建设、物资采购、行政审批。",
    requires=~fact("is_chief_managing"),
    effect=Effect.WARN,
    cites=("chief_last",),
)

leaving_secretary = Rule(
    id="local_bazhong_2015.leaving_secretary",
    catalogue="r-leaving-check",
    subject="supervision",
    since=START,
    term="县区委书记离任检查",
    term_en="Leaving check of county secretaries",
    means="A county or district secretary who leaves is checked on selection duties.",
    means_zh="县（区）委书记离任须作履行用人职责离任检查。",
    when=(fact("leaving_secretary") == "county_secretary") & (fact("leaving_reason") != "staying"),
    requires=fact("has_leaving_check"),
    effect=Effect.WARN,
    cites=("term_audit",),
)
