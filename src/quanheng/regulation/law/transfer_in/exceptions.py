"""Exceptions that nobody has stated: judged without them. 未说明的例外"""

from datetime import date

from quanheng.regulation.core.presumptions import unless_stated

transfer_age_approved = unless_stated(
    id="transfer_in.6.unapproved",
    catalogue="a-transfer-in-age",
    subject="transfer",
    since=date(2008, 2, 29),
    term="未说明超龄已获批",
    term_en="Age not said to be approved",
    means="Exceeding the ceiling counts as approved only where the authority has agreed.",
    means_zh="没有说明超龄调任已经批准的，按未批准判断。",
    fact="is_transfer_age_approved",
    at_issue=("transfer_target",),
    granted_by={"prior_report": "agreed"},
    cites=("6.5",),
)
