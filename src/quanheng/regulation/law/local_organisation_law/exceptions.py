"""Exceptions that nobody has stated: judged without them. 未说明的例外"""

from datetime import date

from quanheng.regulation.core.presumptions import unless_stated

by_election = unless_stated(
    id="local_organisation_law.30.ordinary",
    catalogue="b-legal-nomination",
    subject="nomination",
    since=date(1995, 2, 28),
    term="未说明系补选",
    term_en="Not said to be a by-election",
    means="An election counts as a by-election only where that is said.",
    means_zh="没有说明系补选的，按换届选举判断。",
    fact="is_by_election",
    at_issue=("elected_post_kind", "leader_seats"),
    granted_by={"claimed_exception": "by_election"},
    cites=("30",),
)
