"""Matters to be reported beforehand; advisory, for the list of matters is unverified."""

from datetime import date

from quanheng.kernel.expressions import fact
from quanheng.regulation.core.rules import Effect, Rule

reply = Rule(
    id="prior_report.reply",
    catalogue="r-prior-report",
    subject="case",
    since=date(2010, 3, 31),
    term="有关事项任前报告",
    term_en="Prior report of listed matters",
    means="A listed matter has the consent of the superior before the decision.",
    means_zh="属于任前报告事项的，须经上级组织部门批复同意。",
    when=fact("is_reportable"),
    requires=fact("prior_report") == "agreed",
    effect=Effect.ASK_SUPERIOR,
    cites=("report",),
    verified=False,
)
