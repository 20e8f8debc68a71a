"""Carrying out a Party sanction: announcement, changes of post and pay, the report."""

from datetime import date

from quanheng.kernel.dates import add_months
from quanheng.kernel.expressions import fact, param
from quanheng.kernel.offsets import later
from quanheng.regulation.core.derivations import Derivation
from quanheng.regulation.core.rules import Effect, Rule

FIRST = date(2003, 12, 31)
PARTY = fact("sanction_family") == "party"
DECIDED = fact("sanction_decided_on")

announcement_due = Derivation(
    id="party_discipline.execution.announcement_due",
    catalogue="h-party-execution",
    subject="sanction",
    since=FIRST,
    term="处分宣布期限",
    term_en="Announcement due",
    means="A sanction is announced within a month of the decision.",
    means_zh="处分决定应当在作出后一个月内宣布。",
    fact="sanction_announcement_due_on",
    reads=("sanction_decided_on",),
    params=("party_discipline.announcement_months",),
    reckon=lambda *, sanction_decided_on, announcement_months, on: add_months(
        sanction_decided_on, announcement_months
    ),
    cites=("execution",),
)

announced = Rule(
    id="party_discipline.execution.announced",
    catalogue="h-party-execution",
    subject="sanction",
    since=FIRST,
    term="处分按期宣布",
    term_en="Announced in time",
    means="A sanction is announced to the branch and the person within a month.",
    means_zh="处分决定作出后一个月内向受处分党员所在党的基层组织及其本人宣布。",
    when=PARTY,
    requires=fact("sanction_announced_on")
    <= later(DECIDED, months=param("party_discipline.announcement_months")),
    effect=Effect.WARN,
    cites=("execution",),
)

carried_out = Rule(
    id="party_discipline.execution.changed",
    catalogue="h-party-execution",
    subject="sanction",
    since=FIRST,
    term="职务待遇变更按期办理",
    term_en="Changes made in time",
    means="Posts, pay and treatment are changed within a month, with approval within six.",
    means_zh="一个月内办理职务、工资等变更手续；特殊情况经批准不超过六个月。",
    when=PARTY,
    requires=(
        fact("sanction_carried_out_on") <= later(DECIDED, months=param("party_discipline.execution_months"))
    )
    | (
        fact("is_execution_delay_approved")
        & (
            fact("sanction_carried_out_on")
            <= later(DECIDED, months=param("party_discipline.execution_months_most"))
        )
    ),
    effect=Effect.WARN,
    cites=("execution",),
)

reported = Rule(
    id="party_discipline.execution.reported",
    catalogue="h-party-execution",
    subject="sanction",
    since=FIRST,
    term="执行情况按期报告",
    term_en="Execution reported in time",
    means="The unit reports the execution within six months.",
    means_zh="六个月内将处分决定执行情况报告作出处分的机关。",
    when=PARTY,
    requires=fact("execution_reported_on")
    <= later(DECIDED, months=param("party_discipline.execution_months_most")),
    effect=Effect.WARN,
    cites=("execution",),
)
