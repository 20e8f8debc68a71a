"""Exceptions that nobody has stated: judged without them. 未说明的例外"""

from datetime import date

from quanheng.regulation.core.presumptions import unless_stated

excellent_share_approved = unless_stated(
    id="civil_servant_appraisal.share.unapproved",
    catalogue="k-excellent-ratio",
    subject="appraisal",
    since=date(2020, 12, 28),
    term="未说明提高优秀比例",
    term_en="Larger share not said to be approved",
    means="A larger share of excellent counts as approved only where that is said.",
    means_zh="没有说明提高优秀比例已经同意的，按一般比例判断。",
    fact="is_excellent_share_approved",
    at_issue=("appraised_count",),
    granted_by={"claimed_exception": "share_raised"},
    cites=("share",),
)
