"""经济责任审计: who is audited, when, over which years, and the draft."""

from datetime import date

from quanheng.kernel.dates import add_months, corresponding_day
from quanheng.kernel.expressions import fact
from quanheng.kernel.workdays import answer_deadline
from quanheng.regulation.core.derivations import Derivation
from quanheng.regulation.core.rules import Effect, Rule

CHIEFS = ("chief", "institution_chief", "enterprise_representative")


def _is_subject(audit_post: str, months_in_charge: int | None, acting_months: int, on: date) -> bool | None:
    if audit_post != "acting_deputy":
        return audit_post in CHIEFS
    return None if months_in_charge is None else months_in_charge >= acting_months


def _due(office_started_on: date, last_audit_on: date | None, mid_term_months: int, on: date) -> date:
    """Counted from the last audit in this office, or from its first day."""
    start = max(office_started_on, last_audit_on or office_started_on)
    return corresponding_day(start, mid_term_months)


def _from(office_started_on: date, audit_made_on: date, focus_months: int, on: date) -> date:
    return max(office_started_on, add_months(audit_made_on, -focus_months))


def _answer_due(audit_draft_received_on: date, answer_days: int, on: date) -> date:
    return answer_deadline(audit_draft_received_on, days=answer_days)


subjects_who = Derivation(
    id="economic_audit.subjects.who",
    catalogue="m-audit",
    subject="economic_audit",
    since=date(2010, 10, 1),
    term="审计对象",
    term_en="Who is audited",
    means="Chiefs, deputies in charge for a year, institution chiefs and legal representatives are audited.",
    means_zh="主要领导、主持工作满一年的副职、事业单位主要领导和国有企业法定代表人属于审计对象。",
    fact="is_audit_subject",
    reads=("audit_post",),
    optional=("months_in_charge",),
    params=("economic_audit.acting_months",),
    reckon=_is_subject,
    cites=("subjects",),
)

mid_term_due = Derivation(
    id="economic_audit.mid_term.due",
    catalogue="m-audit",
    subject="economic_audit",
    since=date(2010, 10, 1),
    term="任中审计期限",
    term_en="Mid-term audit due",
    means="A mid-term audit every three years from the first day or the last audit.",
    means_zh="任中审计自任职或者上次审计起每三年一次。",
    fact="next_audit_due_on",
    reads=("office_started_on",),
    optional=("last_audit_on",),
    params=("economic_audit.mid_term_months",),
    reckon=_due,
    cites=(
        "during",
        "mid_term",
    ),
    verified=False,
)

mid_term_made = Rule(
    id="economic_audit.mid_term.made",
    catalogue="m-audit",
    subject="economic_audit",
    since=date(2010, 10, 1),
    term="任中审计",
    term_en="Mid-term audit",
    means="A mid-term audit is made before three years are over.",
    means_zh="任职或者上次审计满三年前，应当安排任中审计。",
    when=fact("is_audit_subject"),
    requires=fact("judged_on") <= fact("next_audit_due_on"),
    effect=Effect.WARN,
    cites=(
        "during",
        "mid_term",
    ),
    verified=False,
)

scope_from = Derivation(
    id="economic_audit.scope.from",
    catalogue="m-audit",
    subject="economic_audit",
    since=date(2010, 10, 1),
    term="重点审计期间",
    term_en="Years the audit looks at",
    means="For a longer tenure the audit looks at the last three years.",
    means_zh="任职超过三年的，重点审计最近三年。",
    fact="audit_looks_from_on",
    reads=(
        "office_started_on",
        "audit_made_on",
    ),
    params=("economic_audit.focus_months",),
    reckon=_from,
    cites=("scope",),
)

draft_answer_due = Derivation(
    id="economic_audit.draft.answer_due",
    catalogue="m-audit",
    subject="economic_audit",
    since=date(2010, 10, 1),
    term="书面意见期限",
    term_en="Time to answer the draft",
    means="Ten days after receipt, the day of receipt not counted.",
    means_zh="收到征求意见稿之日起十日内提出书面意见，收到当日不计。",
    fact="audit_answer_due_on",
    reads=("audit_draft_received_on",),
    params=("economic_audit.answer_days",),
    reckon=_answer_due,
    cites=("draft",),
)

draft_wait = Rule(
    id="economic_audit.draft.wait",
    catalogue="m-audit",
    subject="economic_audit",
    since=date(2010, 10, 1),
    term="征求意见后定稿",
    term_en="Final after the answer",
    means="The report is made final after the answer or after its time is over.",
    means_zh="审计报告在被审计人提出书面意见或者期限届满后定稿。",
    requires=fact("has_audit_answer") | (fact("audit_finalised_on") > fact("audit_answer_due_on")),
    effect=Effect.WARN,
    cites=("draft",),
)
