"""Years on which several grounds bear: the one that weighs heavier on the grade decides."""

from collections.abc import Mapping
from datetime import date

from quanheng.kernel.expressions import fact
from quanheng.regulation.core.derivations import Derivation
from quanheng.regulation.core.rules import Effect, Rule
from quanheng.regulation.law.civil_servant_appraisal.outcomes import fits, heaviest

SECOND = date(2007, 1, 4)
JOINT = date(2010, 8, 23)  # since then the heavier for the grade, before it the Party sanction
SOURCES = (
    "refusal_year_outcome",
    "recruit_year_outcome",
    "absence_year_outcome",
    "case_year_outcome",
    "party_case_year_outcome",
    "state_year_outcome",
    "party_year_outcome",
    "treatment_year_outcome",
)


def _together(outcomes: Mapping[str, str | None]) -> str:
    """In the order of evaluation: refusal, recruit, absence, open case, then the heaviest measure."""
    for ground in SOURCES[:5]:
        if (first := outcomes[ground]) and first not in ("free", "supplemented"):
            return first
    return heaviest(*outcomes.values())


def reckon_several(*, assessment_year: int, on: date, **outcomes: str | None) -> bool:
    """Whether the result due is known on two grounds or more."""
    return sum(each is not None for each in outcomes.values()) > 1


def reckon_together(*, assessment_year: int, on: date, **outcomes: str | None) -> str | None:
    """The result by all grounds; unknown while fewer than two are known, and left to the rule of 1998 before 2010."""
    both = outcomes["party_year_outcome"] and outcomes["state_year_outcome"]
    known = reckon_several(assessment_year=assessment_year, on=on, **outcomes)
    return _together(outcomes) if known and not (both and on < JOINT) else None


several = Derivation(
    id="civil_servant_appraisal.several.known",
    catalogue="k-combined-year",
    subject="appraisal",
    since=SECOND,
    term="几种情形并存",
    term_en="Several grounds",
    means="The result due is known on two grounds or more.",
    means_zh="两种以上情形影响同一年度的考核结果。",
    fact="has_several_measures",
    reads=("assessment_year",),
    optional=SOURCES,
    reckon=reckon_several,
    cites=("party_sanction_appraisal:7",),
)

together_2007 = Derivation(
    id="civil_servant_appraisal.several.outcome.2007",
    catalogue="k-combined-year",
    subject="appraisal",
    since=SECOND,
    repealed=JOINT,
    term="几种情形并存的考核结果（2007年）",
    term_en="Result of several grounds (2007)",
    means="Refusal, recruit probation, absence and an open case first; then the heaviest measure; Party and state sanction together by the rule of 1998.",
    means_zh="依次看拒不参加、新录用试用期、缺勤、立案；几种处分处理并存的，按对考核结果影响较重的确定；党纪政纪处分并存的依1998年意见。",
    fact="year_outcome",
    reads=("assessment_year",),
    optional=SOURCES,
    reckon=reckon_together,
    cites=("party_sanction_appraisal:7",),
)

together = Derivation(
    id="civil_servant_appraisal.several.outcome",
    catalogue="k-combined-year",
    subject="appraisal",
    since=JOINT,
    term="几种情形并存的考核结果",
    term_en="Result of several grounds",
    means="Refusal, recruit probation, absence and an open case first; then the measure that weighs heaviest on the grade.",
    means_zh="依次看拒不参加、新录用试用期、缺勤、立案；几种处分处理并存的，按对考核结果影响较重的确定。",
    fact="year_outcome",
    reads=("assessment_year",),
    optional=SOURCES,
    reckon=reckon_together,
    cites=("state_sanctions:joint_grade", "party_sanction_appraisal:7"),
)

several_rule = Rule(
    id="civil_servant_appraisal.several",
    catalogue="k-combined-year",
    subject="appraisal",
    since=SECOND,
    term="几种情形并存的考核结果",
    term_en="Result of several grounds",
    means="Several grounds in one year: the result is the one that weighs heavier (before 2010-08-23 the Party sanction decides).",
    means_zh="几种情形影响同一年度的，考核结果按影响较重的确定（2010年8月23日前按党纪处分确定）。",
    when=fact("has_several_measures"),
    requires=fits("year_outcome"),
    effect=Effect.FORBID,
    cites=("party_sanction_appraisal:7",),
)
