"""Exceptions that nobody has stated: judged without them. 未说明的例外"""

from datetime import date

from quanheng.regulation.core.presumptions import unless_stated

delay_excused = unless_stated(
    id="civil_servant_appeals.15.unexcused",
    catalogue="rm-clocks",
    subject="appeal",
    since=date(2008, 5, 14),
    term="未说明逾期的正当理由",
    term_en="Just cause of delay not claimed",
    means="A late appeal counts as excused only where just cause is claimed and the extension agreed.",
    means_zh="没有说明因不可抗力等正当理由经同意延长的，按没有延长判断。",
    fact="is_appeal_delay_excused",
    at_issue=("appeal_review_filed_on", "appeal_filed_on", "second_appeal_filed_on"),
    granted_by={"claimed_exception": "force_majeure"},
    cites=("15",),
)
