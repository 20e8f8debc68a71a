"""第二、五章: waiting months since a promotion and the annual grades looked back upon. Who is barred is in `ch5_targets`."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from quanheng.kernel.periods import Months
from quanheng.regulation.core.derivations import Derivation

SECOND, THIRD = date(2014, 1, 14), date(2019, 3, 3)  # the versions of 2014 and 2019
WEAK = ("basically_competent", "incompetent")

Rows = Sequence[Mapping[str, Any]]


def _promoted(*, last_promoted_on: date, on: date) -> int:
    return Months.from_day(last_promoted_on, on=on)


def _last_grade(*, graded_years: Rows, on: date) -> str | None:
    return next((row.get("grade") for row in graded_years if row.get("year") == on.year - 1), None)


def _weak_in(rows: Rows, first: int, last: int) -> int:
    years = [row for row in rows if row.get("year") is not None and first <= row["year"] <= last]
    return sum(row.get("grade") in WEAK for row in years)


def _weak_before(*, graded_years: Rows, on: date) -> int:
    return _weak_in(graded_years, on.year - 3, on.year - 1)


def _weak_recent(*, graded_years: Rows, on: date) -> int:
    return _weak_in(graded_years, on.year - 2, on.year)


promotion_clock = Derivation(
    id="selection_regulations.9.promotion_clock",
    catalogue="a-exceptional",
    subject="candidacy",
    since=SECOND,
    term="距上次提拔计算",
    term_en="Reckoning months since a promotion",
    means="Full months since the last promotion: twelve are full on the corresponding day.",
    means_zh="距上次提拔的整月数，满一年以对应日为准。",
    fact="months_since_last_promotion",
    reads=("last_promoted_on",),
    reckon=_promoted,
    cites=("9",),
)

last_grade = Derivation(
    id="selection_regulations.24.3.last_grade",
    catalogue="b-target-disqualified",
    subject="candidacy",
    since=SECOND,
    term="上一年度考核等次认定",
    term_en="Last year's grade looked up",
    means="The grade of the calendar year before the day of judgement.",
    means_zh="上一年度考核等次取判定日前一自然年度的等次。",
    fact="last_year_grade",
    reads=("graded_years",),
    reckon=_last_grade,
    cites=("24.3",),
)

weak_grades = Derivation(
    id="selection_regulations.24.3.weak_grades",
    catalogue="b-target-disqualified",
    subject="candidacy",
    since=SECOND,
    term="近三年基本称职以下次数",
    term_en="Counting weak grades of three years",
    means="Weak grades in the three calendar years before the day of judgement.",
    means_zh="判定日之前三个自然年度内基本称职以下的次数。",
    fact="weak_grades_3y",
    reads=("graded_years",),
    reckon=_weak_before,
    cites=("24.3",),
)

weak_grades_recent = Derivation(
    id="selection_regulations.24.2014.weak_grades",
    catalogue="cv-exclusion-2014",
    subject="candidacy",
    since=SECOND,
    repealed=THIRD,
    gone="2019年版只看上一年",
    term="连同当年的三个年度",
    term_en="Three years, the present one included",
    means="Weak grades in three years of which the present one is the third.",
    means_zh="连同当年在内的三个年度中基本称职以下的次数。",
    fact="weak_grades_recent_3y",
    reads=("graded_years",),
    reckon=_weak_recent,
    cites=("24.3",),
    verified=False,
)
