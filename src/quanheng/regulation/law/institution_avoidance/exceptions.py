"""Exceptions that nobody has stated: judged without them. 未说明的例外"""

from datetime import date

from quanheng.regulation.core.presumptions import unless_stated

variation = unless_stated(
    id="institution_avoidance.post.no_variation",
    catalogue="av-institution-post",
    subject="avoidance",
    since=date(2020, 1, 1),
    term="未说明变通（事业单位）",
    term_en="Variation not claimed (institutions)",
    means="A variation by provincial or central bodies counts only where it is claimed.",
    means_zh="没有说明省级以上主管部门规定变通执行的，按没有变通判断。",
    fact="is_institution_variation",
    at_issue=("is_institution_line", "institution_positions", "is_same_institution"),
    granted_by={"claimed_exception": "variation"},
    cites=("post",),
)
