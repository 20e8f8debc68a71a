"""第三章 分析研判和动议: a vacancy inside the approved number."""

from datetime import date

from quanheng.kernel.expressions import fact
from quanheng.regulation.core.rules import Effect, Rule

FIRST, SECOND = date(2002, 7, 9), date(2014, 1, 14)  # the versions of 2002 and 2014

quota = Rule(
    id="selection_regulations.quota",
    catalogue="a-quota",
    subject="post",
    since=FIRST,
    term="职数",
    term_en="Post quota",
    means="Appointment within the approved number of seats, to a real vacancy.",
    means_zh="在核定职数内任职，并有职数空缺。",
    requires=(fact("held_seats") < fact("quota_seats")) | fact("is_over_quota_approved"),
    effect=Effect.FORBID,
    cites=("quota", "civil_servant_law:43"),
)

vacancy = Rule(
    id="selection_regulations.vacancy",
    catalogue="b-vacancy-required",
    subject="case",
    since=SECOND,
    term="有空缺才启动",
    term_en="A vacancy first",
    means="No process without as many vacant seats as posts to fill.",
    means_zh="没有职数空缺的，不得启动选拔任用。",
    requires=fact("held_seats") + fact("seats") <= fact("quota_seats"),
    effect=Effect.FORBID,
    cites=("quota",),
)
