"""Exceptions that nobody has stated: judged without them. 未说明的例外"""

from datetime import date

from quanheng.regulation.core.presumptions import unless_stated

variation = unless_stated(
    id="civil_servant_avoidance.5.no_variation",
    catalogue="av-post-civil",
    subject="avoidance",
    since=date(2011, 12, 12),
    term="未说明变通",
    term_en="Variation not claimed",
    means="A variation by a provincial authority or above counts only where it is claimed.",
    means_zh="没有说明省级以上机关规定变通执行的，按没有变通判断。",
    fact="is_variation_approved",
    at_issue=("is_same_leader", "is_direct_line", "pair_positions"),
    granted_by={"claimed_exception": "variation"},
    cites=("5",),
)
