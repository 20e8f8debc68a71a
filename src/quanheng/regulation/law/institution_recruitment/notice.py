"""拟聘公示: how long the final list is published."""

from datetime import date

from quanheng.kernel.expressions import fact, param
from quanheng.regulation.core.rules import Effect, Rule

notice_entry = Rule(
    id="institution_recruitment.notice",
    catalogue="o-open-recruit",
    subject="institution",
    since=date(2006, 1, 1),
    term="拟聘人员公示",
    term_en="Notice of the final list",
    means="The final list is published for 7 to 15 days; unverified, so it only advises.",
    means_zh="拟聘人员公示七至十五日（未经核实，只作提示）。",
    requires=(fact("institution_notice_days") >= param("institution_recruitment.notice_days_least"))
    & (fact("institution_notice_days") <= param("institution_recruitment.notice_days_most")),
    effect=Effect.WARN,
    cites=("notice",),
    verified=False,
)
