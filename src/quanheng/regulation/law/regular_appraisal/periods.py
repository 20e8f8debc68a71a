"""The share of good, what the year's excellent rests on, and periods without a grade."""

from datetime import date

from quanheng.kernel.expressions import fact, param
from quanheng.kernel.shares import Share, is_share
from quanheng.regulation.core.derivations import Derivation
from quanheng.regulation.core.rules import Effect, Rule

START = date(2019, 1, 1)


def reckon_graded(*, period_present_days: int, period_working_days: int, on: date) -> bool:
    """Present for half of the period or more."""
    return 2 * period_present_days >= period_working_days


share = Rule(
    id="regular_appraisal.share",
    catalogue="k-regular",
    subject="appraisal",
    since=START,
    term="平时考核好等次比例",
    term_en="Share of good",
    means="Good: normally within 40 percent of those assessed, rounded down.",
    means_zh="平时考核好等次一般不超过参加人数的百分之四十，只取整数部分。",
    requires=fact("regular_good_count") * 100
    <= fact("regular_count") * param("regular_appraisal.good_percent_most"),
    effect=Effect.WARN,
    cites=("grades",),
    verified=False,
)

excellent = Rule(
    id="regular_appraisal.excellent",
    catalogue="k-regular",
    subject="appraisal",
    since=START,
    term="年度优秀的平时考核条件",
    term_en="Regular grades behind an excellent year",
    means="Excellent for the year: mostly good and never average or poor.",
    means_zh="年度考核优秀的，当年平时考核多数为好，没有一般、较差。",
    when=fact("appraised_grade") == "excellent",
    requires=(fact("weak_periods") == 0)
    & is_share(fact("good_periods"), Share.GT_HALF, of=fact("regular_periods")),
    effect=Effect.WARN,
    cites=("use",),
    verified=False,
)

graded = Derivation(
    id="regular_appraisal.graded",
    catalogue="k-regular",
    subject="appraisal",
    since=START,
    term="考核周期是否定等次",
    term_en="Whether the period gets a grade",
    means="Present for less than half of the period: no grade.",
    means_zh="考核周期内出勤不足一半的，不确定等次。",
    fact="is_period_graded",
    reads=("period_present_days", "period_working_days"),
    reckon=reckon_graded,
    cites=("attendance",),
    verified=False,
)
