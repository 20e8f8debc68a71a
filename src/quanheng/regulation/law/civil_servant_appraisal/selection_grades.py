"""What the yearly grades count for when somebody is to become an inspection target."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from quanheng.kernel.expressions import fact
from quanheng.regulation.core.derivations import Derivation
from quanheng.regulation.core.rules import Effect, Rule
from quanheng.regulation.law.civil_servant_appraisal.outcomes import GRADES

SECOND = date(2007, 1, 4)
WEAK = GRADES[2:]
Results = Sequence[Mapping[str, Any]]


def reckon_last_year(*, annual_results: Results, on: date) -> str | None:
    """The grade of the calendar year before the day of judgement."""
    held = {each["year"]: str(each["grade"]) for each in annual_results}
    return held.get(on.year - 1)


def reckon_weak(*, annual_results: Results, on: date) -> int:
    """Grades of basically competent or worse in the three calendar years before the day of judgement."""
    years = range(on.year - 3, on.year)
    return sum(each["year"] in years and each["grade"] in WEAK for each in annual_results)


last_year = Derivation(
    id="civil_servant_appraisal.last_year",
    catalogue="k-assessment-for-inspection",
    subject="appraisal",
    since=SECOND,
    term="上一年度考核等次",
    term_en="Last year's grade",
    means="The grade of the calendar year before the day of judgement (it decides about inspection targets since 2019).",
    means_zh="判定日期上一公历年度的考核等次（2019年起考察对象看上一年度）。",
    fact="last_year_grade",
    reads=("annual_results",),
    reckon=reckon_last_year,
    cites=("grades", "selection_regulations:24.3"),
)

weak_years = Derivation(
    id="civil_servant_appraisal.weak_years",
    catalogue="k-assessment-for-inspection",
    subject="appraisal",
    since=SECOND,
    term="近三年基本称职及以下次数",
    term_en="Weak grades in three years",
    means="Grades of basically competent or worse in the three calendar years before (inspection targets 2014 to 2019).",
    means_zh="判定日期前三个公历年度基本称职及以下等次的次数（2014年至2019年考察对象看近三年）。",
    fact="weak_grades_3y",
    reads=("annual_results",),
    reckon=reckon_weak,
    cites=("grades", "selection_regulations:24.3"),
)

three_years = Rule(
    id="civil_servant_appraisal.target.2014",
    catalogue="k-assessment-for-inspection",
    subject="appraisal",
    since=date(2014, 1, 14),
    repealed=date(2019, 3, 3),
    term="近三年考核等次与考察对象（2014年）",
    term_en="Grades of three years and inspection targets (2014)",
    means="Basically competent or worse in any of the last three years bars an inspection target.",
    means_zh="近三年年度考核有基本称职以下等次的，不得列为考察对象。",
    requires=fact("weak_grades_3y") == 0,
    effect=Effect.FORBID,
    cites=("selection_regulations:24.3",),
)

one_year = Rule(
    id="civil_servant_appraisal.target",
    catalogue="k-assessment-for-inspection",
    subject="appraisal",
    since=date(2019, 3, 3),
    term="上一年度考核等次与考察对象",
    term_en="Last year's grade and inspection targets",
    means="Basically competent or worse last year bars an inspection target; a year without a grade does not.",
    means_zh="上一年度考核为基本称职以下等次的，不得列为考察对象；不定等次的不在此列。",
    requires=~fact("last_year_grade").isin(("basically_competent", "incompetent")),
    effect=Effect.FORBID,
    cites=("selection_regulations:24.3",),
)
