"""Exceptions that nobody has stated: judged without them. 未说明的例外"""

from datetime import date

from quanheng.regulation.core.presumptions import unless_stated

exchange_relaxed = unless_stated(
    id="leader_exchange.5.unrelaxed",
    catalogue="c-exchange-10y",
    subject="tenure",
    since=date(2006, 6, 10),
    term="未说明经批准放宽",
    term_en="Relaxation not claimed",
    means="The relaxation for a minority cadre counts only where it is claimed.",
    means_zh="没有说明少数民族干部经批准放宽的，按没有放宽判断。",
    fact="is_exchange_relaxed",
    at_issue=("months_in_same_post", "months_in_area_team"),
    granted_by={"claimed_exception": "minority_cadre"},
    cites=("5",),
)
