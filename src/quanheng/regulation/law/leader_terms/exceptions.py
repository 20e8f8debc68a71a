"""Exceptions that nobody has stated: judged without them. 未说明的例外"""

from datetime import date

from quanheng.regulation.core.presumptions import unless_stated

special_move_agreed = unless_stated(
    id="leader_terms.4.unagreed",
    catalogue="c-term-stability",
    subject="tenure",
    since=date(2006, 6, 10),
    term="未说明再次调整已获同意",
    term_en="Further move not said to be agreed",
    means="A further move for special need counts as agreed only where the superior has agreed.",
    means_zh="没有说明再次特殊调整已报经上级同意的，按未同意判断。",
    fact="is_special_move_agreed",
    at_issue=("special_moves_in_term",),
    granted_by={"prior_report": "agreed"},
    cites=("4",),
)

autonomous_exception = unless_stated(
    id="leader_terms.6.no_exception",
    catalogue="c-two-terms",
    subject="tenure",
    since=date(2006, 6, 10),
    term="未说明自治地方例外",
    term_en="Exception for autonomous places not claimed",
    means="The exception for autonomous places counts only where it is claimed.",
    means_zh="没有说明民族自治地方按规定放宽的，按没有例外判断。",
    fact="is_autonomous_exception",
    at_issue=("consecutive_terms", "months_at_level"),
    granted_by={"claimed_exception": "autonomous_place"},
    cites=("6", "7"),
)
