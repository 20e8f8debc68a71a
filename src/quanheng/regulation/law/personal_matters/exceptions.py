"""Exceptions that nobody has stated: judged without them. 未说明的例外"""

from datetime import date

from quanheng.regulation.core.presumptions import unless_stated

lateness_excused = unless_stated(
    id="personal_matters.13.unexcused",
    catalogue="r-personal-matters",
    subject="personal_matters",
    since=date(2010, 5, 26),
    term="未说明逾期原因",
    term_en="Lateness not explained",
    means="Late filing counts as excused only where a special reason was explained in writing.",
    means_zh="没有说明因特殊原因逾期并书面说明的，按无故逾期判断。",
    fact="is_lateness_excused",
    at_issue=("matters_filed_on", "matters_change_filed_on"),
    granted_by={"claimed_exception": "late_for_cause"},
    cites=("13",),
)
