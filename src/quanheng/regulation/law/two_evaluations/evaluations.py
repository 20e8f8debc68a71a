"""一报告两评议: the yearly report, who evaluates, who is evaluated."""

from datetime import date, timedelta

from quanheng.kernel.expressions import fact, param
from quanheng.regulation.core.derivations import Derivation
from quanheng.regulation.core.rules import Effect, Rule


def _due(report_year: int, due_month: int, on: date) -> date:
    """The last day of the month in the following year."""
    following = date(report_year + 1 + due_month // 12, due_month % 12 + 1, 1)
    return following - timedelta(days=1)


def _is_evaluator(evaluator_kind: str, on: date) -> bool:
    return evaluator_kind != "outsider"


def _year(newly_promoted_on: date, report_year: int, plenum_on: date, on: date) -> int:
    """Whoever is promoted after the plenum of the year is evaluated in the next."""
    if newly_promoted_on > plenum_on:
        return report_year + 1
    return min(newly_promoted_on.year, report_year)


due = Derivation(
    id="two_evaluations.2.due",
    catalogue="r-one-report-two-evals",
    subject="supervision",
    since=date(2010, 3, 1),
    term="一报告两评议期限",
    term_en="Last day for the report",
    means="At the plenum at year's end or early next year, by default by the end of February.",
    means_zh="年底或者次年初全委会上报告，默认不晚于次年二月底。",
    fact="selection_report_due_on",
    reads=("report_year",),
    params=("two_evaluations.due_month",),
    reckon=_due,
    cites=("2",),
    verified=False,
)

yearly = Rule(
    id="two_evaluations.2.yearly",
    catalogue="r-one-report-two-evals",
    subject="supervision",
    since=date(2010, 3, 1),
    term="每年一报告两评议",
    term_en="The yearly report and evaluations",
    means="Selection work is reported and evaluated every year in time.",
    means_zh="每年按期报告选拔任用工作并接受民主评议。",
    requires=fact("selection_reported_on") <= fact("selection_report_due_on"),
    effect=Effect.WARN,
    cites=("2",),
)

both = Rule(
    id="two_evaluations.2.both",
    catalogue="r-one-report-two-evals",
    subject="supervision",
    since=date(2010, 3, 1),
    term="两项评议齐全",
    term_en="Both evaluations",
    means="Both the work and the newly promoted are evaluated.",
    means_zh="既评议选拔任用工作，也评议新提拔任用干部。",
    requires=fact("is_selection_work_evaluated") & fact("is_new_promotion_evaluated"),
    effect=Effect.WARN,
    cites=("2",),
)

parts = Rule(
    id="two_evaluations.3.parts",
    catalogue="r-one-report-two-evals",
    subject="supervision",
    since=date(2010, 3, 1),
    term="报告内容",
    term_en="Parts of the report",
    means="The report has the six required parts.",
    means_zh="报告包括规定的六项内容。",
    requires=fact("selection_report_parts") >= param("two_evaluations.report_parts"),
    effect=Effect.WARN,
    cites=("3",),
)

evaluator = Derivation(
    id="two_evaluations.4.evaluator",
    catalogue="r-one-report-two-evals",
    subject="supervision",
    since=date(2010, 3, 1),
    term="参加评议人员",
    term_en="Who evaluates",
    means="The listed groups take part.",
    means_zh="规定的七类人员参加评议。",
    fact="is_evaluator",
    reads=("evaluator_kind",),
    reckon=_is_evaluator,
    cites=("4",),
)

secret = Rule(
    id="two_evaluations.5.secret",
    catalogue="r-one-report-two-evals",
    subject="supervision",
    since=date(2010, 3, 1),
    term="无记名评议",
    term_en="Secret ballot",
    means="The evaluation is by secret ballot.",
    means_zh="民主评议采用无记名方式。",
    requires=fact("is_evaluation_secret"),
    effect=Effect.WARN,
    cites=("5",),
)

evaluated_year = Derivation(
    id="two_evaluations.evaluated.year",
    catalogue="r-one-report-two-evals",
    subject="supervision",
    since=date(2010, 3, 1),
    term="列入评议的年度",
    term_en="Year of evaluation",
    means="Promoted in the year, evaluated in the year; after the plenum, in the next.",
    means_zh="当年新提拔的在当年评议，评议会议之后提拔的列入下一年。",
    fact="evaluation_year",
    reads=(
        "newly_promoted_on",
        "report_year",
        "plenum_on",
    ),
    reckon=_year,
    cites=("evaluated",),
)

low_explained = Rule(
    id="two_evaluations.low.explained",
    catalogue="r-one-report-two-evals",
    subject="supervision",
    since=date(2010, 3, 1),
    term="评议偏低的说明",
    term_en="Low results explained",
    means="Low results are explained and dealt with.",
    means_zh="评议结果偏低的，作出说明并对有关干部教育处理。",
    when=fact("is_evaluation_low"),
    requires=fact("is_evaluation_explained"),
    effect=Effect.WARN,
    cites=("low",),
    verified=False,
)
