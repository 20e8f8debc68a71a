"""Exceptions that nobody has stated: judged without them. 未说明的例外"""

from datetime import date

from quanheng.regulation.core.presumptions import unless_stated

supervisor_consent = unless_stated(
    id="state_sanctions.52.no_consent",
    catalogue="h-admin-under-investigation",
    subject="sanction",
    since=date(2007, 6, 1),
    term="未说明监察机关同意",
    term_en="Consent of the supervisory body not stated",
    means="The supervisory body counts as consenting only where that is said.",
    means_zh="没有说明经监察机关同意的，按未同意判断。",
    fact="has_supervisor_consent",
    at_issue=("is_under_investigation",),
    granted_by={"claimed_exception": "supervisory_consent"},
    cites=("52",),
)

case_complicated = unless_stated(
    id="state_sanctions.39.not_complicated",
    catalogue="h-admin-procedure",
    subject="sanction",
    since=date(2007, 6, 1),
    term="未说明案情复杂",
    term_en="Case not said to be complicated",
    means="A case counts as complicated only where that is said.",
    means_zh="没有说明案情复杂的，按一般案件判断。",
    fact="is_case_complicated",
    at_issue=("case_opened_on",),
    granted_by={"claimed_exception": "complicated"},
    cites=("39",),
)
