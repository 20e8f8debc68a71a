"""第二、六章: which exceptions are reported to the superior organisation department, when, and what silence does."""

from datetime import date

from quanheng.kernel.expressions import fact
from quanheng.regulation.core.derivations import Derivation
from quanheng.regulation.core.rules import Effect, Rule

FIRST, SECOND, THIRD = date(2002, 7, 9), date(2014, 1, 14), date(2019, 3, 3)  # the three versions


def _report_step(
    *,
    is_service_short: bool | None,
    is_tenure_exception: bool | None,
    is_rung_skipped: bool | None,
    is_recommendation_waived: bool | None,
    is_central_minor_promotion: bool | None,
    on: date,
) -> str | None:
    """Skipping a rung or the recommendation: before the inspection; years of service or in post: before the decision.

    Nothing need be reported only where it is known that none of them is broken.
    """
    is_reported = is_rung_skipped or is_recommendation_waived or is_service_short or is_tenure_exception
    if is_reported and is_central_minor_promotion:
        return "year_end"
    if is_rung_skipped or is_recommendation_waived:
        return "before_inspection"
    if is_reported:
        return "before_decision"
    return None if None in (is_service_short, is_tenure_exception, is_rung_skipped) else "none"


report_step = Derivation(
    id="selection_regulations.35.report_step",
    catalogue="cv-exception-report-scope",
    subject="case",
    since=SECOND,
    term="破格报告时点",
    term_en="When an exception is reported",
    means="Skipping a rung or the recommendation is reported before the inspection, years of service or in post before the decision, education and the two-posts rule not at all.",
    means_zh="越级或者不经民主推荐的在考察前报告，突破工龄、任职年限的在讨论决定前报告，只突破学历或者两个职位要求的不报告。",
    fact="exception_report_step",
    reads=(),
    optional=(
        "is_service_short",
        "is_tenure_exception",
        "is_rung_skipped",
        "is_recommendation_waived",
        "is_central_minor_promotion",
    ),
    reckon=_report_step,
    cites=("9", "35"),
)

before_inspection = Rule(
    id="selection_regulations.35.before_inspection",
    catalogue="cv-exception-report-scope",
    subject="case",
    since=SECOND,
    term="考察前报告",
    term_en="Reported before the inspection",
    means="Skipping a rung or the recommendation: the superior agrees before the inspection begins.",
    means_zh="越级提拔或者不经民主推荐的，考察前须经上级组织部门同意。",
    when=fact("is_exceptional") & (fact("exception_report_step") == "before_inspection"),
    requires=(fact("prior_report") == "agreed") & (fact("superior_agreed_on") <= fact("inspection_began_on")),
    effect=Effect.ASK_SUPERIOR,
    cites=("35",),
)

before_decision = Rule(
    id="selection_regulations.35.before_decision",
    catalogue="cv-exception-report-scope",
    subject="case",
    since=SECOND,
    term="讨论决定前报告",
    term_en="Reported before the decision",
    means="Breaking years of service or years in post: the superior agrees before the decision.",
    means_zh="突破工龄或者任职年限的，讨论决定前须经上级组织部门同意。",
    when=fact("is_exceptional") & (fact("exception_report_step") == "before_decision"),
    requires=(fact("prior_report") == "agreed") & (fact("superior_agreed_on") <= fact("decided_on")),
    effect=Effect.ASK_SUPERIOR,
    cites=("35",),
)

report_2002 = Rule(
    id="selection_regulations.9.report_2002",
    catalogue="cv-exception-report-scope",
    subject="case",
    since=FIRST,
    repealed=SECOND,
    term="破格报告（2002年）",
    term_en="Reporting an exception (2002)",
    means="Exceptions were reported to the superior by practice.",
    means_zh="破格提拔按惯例报上级组织部门。",
    when=fact("is_exceptional"),
    requires=fact("prior_report") == "agreed",
    effect=Effect.ASK_SUPERIOR,
    cites=("9",),
    verified=False,
)

contents = Rule(
    id="selection_regulations.35.contents",
    catalogue="cv-exception-report-scope",
    subject="case",
    since=SECOND,
    term="破格报告内容",
    term_en="What the report says",
    means="The report gives the reason, the person, the intended post and the headcount.",
    means_zh="报告写明理由、人选情况、拟任职务和职数情况。",
    when=fact("is_exceptional")
    & fact("exception_report_step").isin(("before_inspection", "before_decision")),
    requires=fact("is_exception_report_complete"),
    effect=Effect.WARN,
    cites=("35",),
)

year_end = Rule(
    id="selection_regulations.35.year_end",
    catalogue="cv-exception-report-scope",
    subject="case",
    since=SECOND,
    term="中央单位年底集中备案",
    term_en="Filed at the end of the year",
    means="Central bodies promoting county level and below need no separate approval; they file together at the end of the year.",
    means_zh="中央单位破格提拔处级以下干部的，不单独报批，年底集中备案。",
    when=fact("is_exceptional") & (fact("exception_report_step") == "year_end"),
    requires=fact("is_filed_at_year_end"),
    effect=Effect.WARN,
    cites=("35",),
)
