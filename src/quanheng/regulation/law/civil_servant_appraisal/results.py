"""What a year's grade brings: awards, steps, bars, lowering, dismissal."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from quanheng.kernel.expressions import fact, param
from quanheng.kernel.offsets import later
from quanheng.regulation.core.derivations import Derivation
from quanheng.regulation.core.rules import Effect, Rule
from quanheng.regulation.law.civil_servant_appraisal.outcomes import GRADES

SECOND, THIRD = date(2007, 1, 4), date(2020, 12, 28)
CREDITED = GRADES[:2]
MONTHS_A_YEAR = 12
Results = Sequence[Mapping[str, Any]]


def _run(results: Results, grade: str) -> int:
    """Years running with a grade, up to the last year recorded; a year missing breaks the run."""
    held = {each["year"]: each["grade"] for each in results}
    year = max(held, default=0)
    while held.get(year) == grade:
        year -= 1
    return max(held, default=0) - year


def reckon_excellent_run(*, annual_results: Results, on: date) -> int:
    """Years running graded excellent."""
    return _run(annual_results, "excellent")


def reckon_incompetent_run(*, annual_results: Results, on: date) -> int:
    """Years running graded incompetent."""
    return _run(annual_results, "incompetent")


def reckon_credited(*, annual_results: Results, on: date) -> int:
    """Years graded competent or better, accumulated."""
    return len({each["year"] for each in annual_results if each["grade"] in CREDITED})


def reckon_steps(*, credited_years: int, step_years: int, on: date) -> int:
    """Wage steps for the accumulated years."""
    return credited_years // step_years


def reckon_award(*, appraised_grade: str, excellent_run: int, merit_years: int, on: date) -> str:
    """Commendation for excellent; third-class merit for the third year running."""
    if appraised_grade != "excellent":
        return "none"
    return "third_class_merit" if excellent_run >= merit_years else "commendation"


def reckon_bonus(*, appraised_grade: str, on: date) -> bool:
    """Whether the grade draws the year bonus."""
    return appraised_grade in CREDITED


def reckon_dismissal(*, incompetent_run: int, dismissal_years: int, on: date) -> bool:
    """Whether the run of incompetent years calls for dismissal."""
    return incompetent_run >= dismissal_years


excellent_run = Derivation(
    id="civil_servant_appraisal.run.excellent",
    catalogue="k-result-uses-2020",
    subject="appraisal",
    since=SECOND,
    term="连续优秀年数",
    term_en="Years running graded excellent",
    means="Years running graded excellent; a year without a grade breaks the run.",
    means_zh="连续优秀年数；不定等次或者未参加考核的年度中断连续。",
    fact="excellent_run",
    reads=("annual_results",),
    reckon=reckon_excellent_run,
    cites=("19",),
)

incompetent_run = Derivation(
    id="civil_servant_appraisal.run.incompetent",
    catalogue="k-result-uses-2020",
    subject="appraisal",
    since=SECOND,
    term="连续不称职年数",
    term_en="Years running graded incompetent",
    means="Years running graded incompetent.",
    means_zh="连续不称职年数。",
    fact="incompetent_run",
    reads=("annual_results",),
    reckon=reckon_incompetent_run,
    cites=("22",),
)

credited = Derivation(
    id="civil_servant_appraisal.credited",
    catalogue="k-no-grade-effects",
    subject="appraisal",
    since=SECOND,
    term="可计算的考核年数",
    term_en="Years that count",
    means="Years graded competent or better add up; other years neither count nor start the count anew.",
    means_zh="称职以上等次的年度累计计算；其他年度不计算，也不使以前的年度归零。",
    fact="credited_years",
    reads=("annual_results",),
    reckon=reckon_credited,
    cites=("no_grade", "19"),
)

claimed = Rule(
    id="civil_servant_appraisal.no_grade",
    catalogue="k-no-grade-effects",
    subject="appraisal",
    since=SECOND,
    term="不得计算的年度",
    term_en="Years that do not count",
    means="A year without appraisal, without a grade or graded below competent is not counted.",
    means_zh="未参加考核、不定等次和基本称职以下等次的年度不得计算为考核年限。",
    requires=fact("claimed_years") <= fact("credited_years"),
    effect=Effect.FORBID,
    cites=("no_grade",),
)

steps = Derivation(
    id="civil_servant_appraisal.steps",
    catalogue="k-result-uses-2020",
    subject="appraisal",
    since=SECOND,
    term="晋升工资档次",
    term_en="Wage steps",
    means="Every two accumulated years of competent or better: one wage step.",
    means_zh="累计两年称职以上等次的，晋升一个工资档次。",
    fact="wage_steps_earned",
    reads=("credited_years",),
    params=("civil_servant_appraisal.step_years",),
    reckon=reckon_steps,
    cites=("19",),
)

award = Derivation(
    id="civil_servant_appraisal.award",
    catalogue="k-result-uses-2020",
    subject="appraisal",
    since=SECOND,
    term="考核奖励",
    term_en="Award for the grades",
    means="Excellent: commendation; excellent three years running: third-class merit.",
    means_zh="当年优秀的给予嘉奖，连续三年优秀的记三等功。",
    fact="year_award",
    reads=("appraised_grade", "excellent_run"),
    params=("civil_servant_appraisal.merit_years",),
    reckon=reckon_award,
    cites=("19",),
)

bonus = Derivation(
    id="civil_servant_appraisal.bonus",
    catalogue="k-no-grade-effects",
    subject="appraisal",
    since=SECOND,
    term="年度考核奖金",
    term_en="Year bonus",
    means="Only excellent and competent draw the year bonus.",
    means_zh="只有优秀和称职等次享受年度考核奖金。",
    fact="may_draw_year_bonus",
    reads=("appraised_grade",),
    reckon=reckon_bonus,
    cites=("19", "civil_servant_law:80"),
)

dismissal = Derivation(
    id="civil_servant_appraisal.dismissal",
    catalogue="k-result-uses-2020",
    subject="appraisal",
    since=SECOND,
    term="连续不称职予以辞退",
    term_en="Dismissal for incompetent grades",
    means="Incompetent two years running: to be dismissed.",
    means_zh="连续两年不称职的，予以辞退。",
    fact="is_dismissal_due_by_grades",
    reads=("incompetent_run",),
    params=("civil_servant_appraisal.dismissal_years",),
    reckon=reckon_dismissal,
    cites=("22", "civil_servant_law:88"),
)

no_post_in_a_year = Rule(
    id="civil_servant_appraisal.21.post.2007",
    catalogue="k-result-uses-2020",
    subject="appraisal",
    since=SECOND,
    repealed=THIRD,
    term="基本称职一年内不得晋升职务",
    term_en="No promotion of post for a year",
    means="Basically competent: no promotion of post for a year, counted from the day the grade was fixed (our reading).",
    means_zh="被确定为基本称职等次的，一年内不得晋升职务（自等次确定之日起算，系本系统的理解）。",
    when=fact("rise_kind") == "post",
    requires=later(fact("weak_grade_fixed_on"), years=param("civil_servant_appraisal.weak_grade_years"))
    <= fact("judged_on"),
    effect=Effect.FORBID,
    cites=("21",),
)

no_rise_next_year = Rule(
    id="civil_servant_appraisal.21.rise",
    catalogue="k-result-uses-2020",
    subject="appraisal",
    since=THIRD,
    term="基本称职次年不得晋升",
    term_en="No promotion in the next year",
    means="Basically competent last year: no promotion of post or rank this year.",
    means_zh="上一年度为基本称职等次的，本年度不得晋升职务、职级。",
    when=fact("rise_kind").isin(("post", "rank")),
    requires=fact("last_year_grade") != "basically_competent",
    effect=Effect.FORBID,
    cites=("21",),
)

talk = Rule(
    id="civil_servant_appraisal.21.talk",
    catalogue="k-result-uses-2020",
    subject="appraisal",
    since=SECOND,
    term="基本称职诫勉",
    term_en="Admonition for basically competent",
    means="Basically competent: an admonishing talk and a time to improve.",
    means_zh="被确定为基本称职等次的，对其诫勉，责令限期改进。",
    when=fact("appraised_grade") == "basically_competent",
    requires=fact("has_admonition_talk"),
    effect=Effect.WARN,
    cites=("21",),
)

lowered = Rule(
    id="civil_servant_appraisal.22.lowered",
    catalogue="k-result-uses-2020",
    subject="appraisal",
    since=SECOND,
    term="不称职降低层次",
    term_en="One step down for incompetent",
    means="Incompetent: one step of post (rank) down, unless a sanction has already lowered the post.",
    means_zh="被确定为不称职等次的，降低一个职务（职级）层次；职务已因处分降低的不再重复降低。",
    when=fact("appraised_grade") == "incompetent",
    requires=fact("is_lowered_for_grade") | fact("is_lowered_by_sanction"),
    effect=Effect.WARN,
    cites=("22", "civil_servant_law:50"),
)

tenure = Rule(
    id="civil_servant_appraisal.21.tenure",
    catalogue="k-result-uses-2020",
    subject="appraisal",
    since=THIRD,
    term="基本称职年度不计任职年限",
    term_en="A weak year is no tenure",
    means="A year graded basically competent does not count toward the tenure for a promotion of post or rank.",
    means_zh="基本称职的年度不计算为晋升职务、职级的任职年限。",
    requires=fact("claimed_tenure_months")
    <= fact("tenure_months_held") - fact("weak_years_in_tenure") * MONTHS_A_YEAR,
    effect=Effect.FORBID,
    cites=("21",),
)
