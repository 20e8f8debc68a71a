"""Exceptions that nobody has stated: judged without them. 未说明的例外"""

from datetime import date

from quanheng.regulation.core.presumptions import unless_stated

contest_delay_excused = unless_stated(
    id="civil_servant_law.95.unexcused",
    catalogue="k-appeal",
    subject="appeal",
    since=date(2006, 1, 1),
    term="未说明不可抗力",
    term_en="Force majeure not claimed",
    means="A late contest counts as excused only where force majeure is claimed and the extension agreed.",
    means_zh="没有说明因不可抗力经同意延长的，按没有延长判断。",
    fact="is_contest_delay_excused",
    at_issue=("contest_filed_on",),
    granted_by={"claimed_exception": "force_majeure"},
    cites=("95",),
)

other_early_ground = unless_stated(
    id="civil_servant_law.93.no_other_ground",
    catalogue="h-early-retirement",
    subject="leaving",
    since=date(2006, 1, 1),
    term="未说明其他提前退休情形",
    term_en="No other ground of early retirement stated",
    means="Another state case of early retirement counts only where it is claimed.",
    means_zh="没有说明国家规定的其他情形的，按工作年限和年龄判断。",
    fact="has_other_early_ground",
    at_issue=("is_early_retirement_asked",),
    granted_by={"claimed_exception": "other_early_ground"},
    cites=("93",),
)
