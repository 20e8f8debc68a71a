"""第五章 考察: items of the 2014 list of exclusions that were not seen in its text. The seen ones are in `ch5_targets`."""

from datetime import date

from quanheng.kernel.expressions import fact
from quanheng.regulation.core.rules import Effect, Rule

SECOND, THIRD = date(2014, 1, 14), date(2019, 3, 3)  # the versions of 2014 and 2019

canvassing = Rule(
    id="selection_regulations.24.2014.canvassing",
    catalogue="cv-exclusion-2014",
    subject="candidacy",
    since=SECOND,
    repealed=THIRD,
    gone="2019年版另列各项，见第二十四条",
    term="跑官要官、拉票（2014年）",
    term_en="Asking or canvassing (2014)",
    means="No asking or canvassing for office.",
    means_zh="有跑官、拉票行为的，不得列为考察对象。",
    when=fact("move").isin(("promotion", "further_use")),
    requires=~fact("has_canvassed"),
    effect=Effect.FORBID,
    cites=("24",),
    verified=False,
)

weak_year = Rule(
    id="selection_regulations.24.2014.weak_year",
    catalogue="cv-exclusion-2014",
    subject="candidacy",
    since=SECOND,
    repealed=THIRD,
    gone="2019年版另列各项，见第二十四条",
    term="近三年考核（2014年，待核读法）",
    term_en="Weak grades (2014, an unverified reading)",
    means="No grade of basically competent or worse in three years of which the present one is the third.",
    means_zh="连同当年在内的三个年度考核有基本称职以下等次的，不得列为考察对象。",
    when=fact("move").isin(("promotion", "further_use")),
    requires=fact("weak_grades_recent_3y") == 0,
    effect=Effect.FORBID,
    cites=("24.3",),
    verified=False,
)

other = Rule(
    id="selection_regulations.24.2014.other",
    catalogue="cv-exclusion-2014",
    subject="candidacy",
    since=SECOND,
    repealed=THIRD,
    gone="2019年版另列各项，见第二十四条",
    term="其他不宜（2014年）",
    term_en="Otherwise unfit (2014)",
    means="Not otherwise unfit.",
    means_zh="有其他不宜提拔情形的，不得列为考察对象。",
    when=fact("move").isin(("promotion", "further_use")),
    requires=~fact("has_other_bar"),
    effect=Effect.FORBID,
    cites=("24",),
    verified=False,
)
