"""Exceptions that nobody has stated: judged without them. 未说明的例外"""

from dataclasses import replace
from datetime import date

from quanheng.regulation.core.presumptions import unless_stated

consent = replace(
    unless_stated(
        id="nonleading_posts.16.no_consent",
        catalogue="rk-nonleading-2006",
        subject="rank",
        since=date(2006, 4, 9),
        term="未说明特殊需要经同意",
        term_en="Consent for special need not claimed",
        means="The consent of the central authority counts only where it is claimed.",
        means_zh="没有说明特殊需要经中央公务员主管部门同意的，按没有同意判断。",
        fact="is_central_consent_given",
        at_issue=("title_bucket_held", "old_title"),
        granted_by={"claimed_exception": "central_consent"},
        cites=("16",),
    ),
    repealed=date(2019, 6, 1),
    gone="非领导职务改为职级",
)
