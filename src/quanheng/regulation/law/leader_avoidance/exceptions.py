"""Exceptions that nobody has stated: judged without them. 未说明的例外"""

from datetime import date

from quanheng.regulation.core.presumptions import unless_stated

region_exception = unless_stated(
    id="leader_avoidance.5.no_exception",
    catalogue="e-growth-place",
    subject="avoidance",
    since=date(2006, 6, 10),
    term="未说明自治地方例外",
    term_en="Exception for autonomous places not claimed",
    means="The exception for autonomous places counts only where it is claimed.",
    means_zh="没有说明民族自治地方按规定放宽的，按没有例外判断。",
    fact="is_region_exception",
    at_issue=("is_in_growth_place",),
    granted_by={"claimed_exception": "autonomous_place"},
    cites=("5",),
)

region_approved = unless_stated(
    id="leader_avoidance.5.unapproved",
    catalogue="e-growth-place",
    subject="avoidance",
    since=date(2006, 6, 10),
    term="未说明已获批准",
    term_en="Approval not stated",
    means="Serving in the growth place counts as approved only where the superior has agreed.",
    means_zh="没有说明在成长地任职的理由并经批准的，按未批准判断。",
    fact="is_region_approved",
    at_issue=("is_in_growth_place",),
    granted_by={"prior_report": "agreed"},
    cites=("5",),
)
