"""Exceptions that nobody has stated: judged without them. 未说明的例外"""

from datetime import date

from quanheng.regulation.core.presumptions import unless_stated

stay = unless_stated(
    id="retirement.staying.unapproved",
    catalogue="h-retirement",
    subject="leaving",
    since=date(1995, 1, 1),
    term="未说明延迟退休获批",
    term_en="Longer stay not said to be approved",
    means="Staying beyond the age counts as approved only where the superior has agreed.",
    means_zh="没有说明延迟免职退休已报经上级同意的，按未批准判断。",
    fact="is_stay_approved",
    at_issue=("is_still_in_post",),
    granted_by={"is_stay_agreed_by_superior": True},
    cites=("staying",),
)
