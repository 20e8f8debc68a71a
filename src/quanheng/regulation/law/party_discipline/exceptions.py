"""Exceptions that nobody has stated: judged without them. 未说明的例外"""

from datetime import date

from quanheng.regulation.core.presumptions import unless_stated

readmission_barred_for_life = unless_stated(
    id="party_discipline.13.no_special_rule",
    catalogue="h-party-expulsion",
    subject="sanction",
    since=date(2003, 12, 31),
    term="未说明不准重新入党",
    term_en="No special bar on re-admission stated",
    means="A special rule against re-admission counts only where it is named.",
    means_zh="没有说明另有规定不准重新入党的，按五年判断。",
    fact="is_readmission_barred_for_life",
    at_issue=("sanction_kind",),
    granted_by={"claimed_exception": "never_readmitted"},
    cites=("13",),
)

standing_committee_first = unless_stated(
    id="party_discipline.delegate.plenum",
    catalogue="h-party-delegate",
    subject="sanction",
    since=date(2003, 12, 31),
    term="未说明先由常委会决定",
    term_en="Standing committee not said to act first",
    means="The plenum decides unless it is said that the standing committee acted first.",
    means_zh="没有说明闭会期间先由常委会决定的，按全会决定判断。",
    fact="is_standing_committee_first",
    at_issue=("is_party_committee_member",),
    granted_by={"claimed_exception": "standing_committee_first"},
    cites=("delegate",),
)

execution_delay_approved = unless_stated(
    id="party_discipline.execution.unapproved",
    catalogue="h-party-execution",
    subject="sanction",
    since=date(2003, 12, 31),
    term="未说明延长办理已获批",
    term_en="Longer execution not said to be approved",
    means="Longer execution counts as approved only where that is said.",
    means_zh="没有说明延长办理已经批准的，按未批准判断。",
    fact="is_execution_delay_approved",
    at_issue=("sanction_carried_out_on",),
    granted_by={"claimed_exception": "delay_approved"},
    cites=("execution",),
)

closed_case = unless_stated(
    id="party_discipline.version.not_closed",
    catalogue="h-party-version",
    subject="sanction",
    since=date(2003, 12, 31),
    term="未说明复查已结案件",
    term_en="Not said to be a review of a closed case",
    means="A case counts as the review of a closed one only where that is stated.",
    means_zh="没有说明系已结案件复查复议的，按从旧兼从轻判断。",
    fact="is_closed_case_review",
    at_issue=("recorded_text",),
    granted_by={"claimed_exception": "closed_case_review"},
    cites=("version",),
)
