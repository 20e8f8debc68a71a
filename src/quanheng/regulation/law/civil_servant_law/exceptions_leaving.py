"""Exceptions that nobody has stated: judged without them. 未说明的例外"""

from datetime import date

from quanheng.regulation.core.presumptions import unless_stated

in_absence = unless_stated(
    id="civil_servant_law.91.present",
    catalogue="ex-handover-audit",
    subject="leaving",
    since=date(2006, 1, 1),
    term="未说明缺席辞退",
    term_en="Dismissal in absence not claimed",
    means="A person counts as dismissed in absence only where that is stated.",
    means_zh="没有说明下落不明或者拒不到场而被辞退的，按本人在场判断。",
    fact="is_dismissed_in_absence",
    at_issue=("is_leaving_service",),
    granted_by={"claimed_exception": "dismissed_in_absence"},
    cites=("91",),
)
