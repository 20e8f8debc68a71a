"""计分方案: no score without its scheme; the points of each scheme, their base, the score as it is printed."""

from datetime import date

from quanheng.kernel.expressions import fact
from quanheng.regulation.core.derivations import Derivation
from quanheng.regulation.core.rules import Effect, Rule

START = date(1979, 1, 1)

RATES = ("rate_both", "rate_satisfied")
FOUR_STEPS = ("four_step", "four_coefficients")
OUT_OF_BASE = ("excluded", "shown_apart")


def _national(
    survey_scheme: str,
    survey_very: int,
    survey_good: int,
    survey_basic: int,
    survey_low: int,
    survey_bad: int,
    national_very: int,
    national_good: int,
    national_basic: int,
    national_low: int,
    national_bad: int,
    on: date,
) -> int | None:
    if survey_scheme != "national_index":
        return None
    upper = survey_very * national_very + survey_good * national_good + survey_basic * national_basic
    return upper + survey_low * national_low + survey_bad * national_bad


def _four_step(
    survey_scheme: str,
    survey_very: int,
    survey_good: int,
    survey_basic: int,
    survey_bad: int,
    four_first: int,
    four_second: int,
    four_third: int,
    four_fourth: int,
    on: date,
) -> int | None:
    if survey_scheme not in FOUR_STEPS:
        return None
    upper = survey_very * four_first + survey_good * four_second
    return upper + survey_basic * four_third + survey_bad * four_fourth


def _rate(
    survey_scheme: str, survey_good: int, survey_basic: int, survey_very: int | None, on: date
) -> int | None:
    if survey_scheme not in RATES:
        return None
    counted = survey_basic if survey_scheme == "rate_both" else 0
    return 100 * ((survey_very or 0) + survey_good + counted)


def _base(
    survey_good: int,
    survey_basic: int,
    survey_bad: int,
    unknown_policy: str,
    survey_very: int | None,
    survey_low: int | None,
    survey_unknown: int | None,
    on: date,
) -> int | None:
    """Answers to the question, those of not knowing by the policy of the scheme."""
    known = (survey_very or 0) + survey_good + survey_basic + (survey_low or 0) + survey_bad
    if unknown_policy in OUT_OF_BASE:
        return known
    return None if survey_unknown is None or unknown_policy == "missing_policy" else known + survey_unknown


def _printed(survey_points: int, survey_base: int, on: date) -> int | None:
    """Hundredths, half up; no score on an empty base."""
    return (200 * survey_points + survey_base) // (2 * survey_base) if survey_base else None


def _policy(survey_scheme: str, on: date) -> str | None:
    """The national index is taken over the answers given; recognition forms and local schemes keep all in the base."""
    if survey_scheme == "other_scheme":
        return None
    return "excluded" if survey_scheme == "national_index" else "in_denominator_zero"


scheme_stored = Rule(
    id="satisfaction_survey.scheme.stored",
    catalogue="st-scheme-required",
    subject="survey",
    since=START,
    term="先有方案再有分",
    term_en="A scheme before a score",
    means="No score is printed without a stored scheme in force on the day of the survey.",
    means_zh="测评分数须有已入库并在测评日有效的计分方案，否则不打印；只列票数的不受限制。",
    when=fact("is_score_printed"),
    requires=fact("is_scheme_stored")
    & (fact("scheme_from_on") <= fact("survey_on"))
    & (fact("survey_on") <= fact("scheme_until_on")),
    effect=Effect.FORBID,
    cites=("scheme",),
    verified=False,
)

scheme_outside = Rule(
    id="satisfaction_survey.scheme.outside",
    catalogue="st-scheme-required",
    subject="survey",
    since=START,
    term="外来数字只作引文",
    term_en="Outside figures are quotations",
    means="A figure from outside without its formula is kept as quoted text, never recomputed or ranked.",
    means_zh="外来的满意度数字没有算法的，只作引文保存，不得重新计算，不得列入排名。",
    when=fact("is_outside_figure") & ~fact("is_formula_known"),
    requires=~fact("is_figure_recomputed") & ~fact("is_figure_ranked"),
    effect=Effect.FORBID,
    cites=("scheme",),
    verified=False,
)

national_points = Derivation(
    id="satisfaction_survey.national.points",
    catalogue="st-mydc-2008",
    subject="survey",
    since=date(2008, 7, 1),
    repealed=date(2014, 1, 1),
    term="全国民意调查总分值",
    term_en="Points of the national index",
    means="Very satisfied 100, satisfied 80, basically 60, not very 30, dissatisfied 0; the steps are not even.",
    means_zh="很满意100分、满意80分、基本满意60分、不太满意30分、不满意0分，乘以各档票数或者占比；各档间距不等。",
    fact="survey_points",
    reads=("survey_scheme", "survey_very", "survey_good", "survey_basic", "survey_low", "survey_bad"),
    params=(
        "satisfaction_survey.national_very",
        "satisfaction_survey.national_good",
        "satisfaction_survey.national_basic",
        "satisfaction_survey.national_low",
        "satisfaction_survey.national_bad",
    ),
    reckon=_national,
    cites=("national",),
)

national_points_later = Derivation(
    id="satisfaction_survey.national.points_later",
    catalogue="st-mydc-2008",
    subject="survey",
    since=date(2014, 1, 1),
    term="全国民意调查总分值（2014年后）",
    term_en="Points of the national index (after 2013)",
    means="Very satisfied 100, satisfied 80, basically 60, not very 30, dissatisfied 0; whether the survey went on after 2013 is not known.",
    means_zh="很满意100分、满意80分、基本满意60分、不太满意30分、不满意0分，乘以各档票数或者占比；2013年以后是否沿用待确认。",
    fact="survey_points",
    reads=("survey_scheme", "survey_very", "survey_good", "survey_basic", "survey_low", "survey_bad"),
    params=(
        "satisfaction_survey.national_very",
        "satisfaction_survey.national_good",
        "satisfaction_survey.national_basic",
        "satisfaction_survey.national_low",
        "satisfaction_survey.national_bad",
    ),
    reckon=_national,
    cites=("national",),
    verified=False,
)

four_step_points = Derivation(
    id="satisfaction_survey.four_step.points",
    catalogue="st-four-step-local",
    subject="survey",
    since=START,
    term="四级计分总分值",
    term_en="Points of the four steps",
    means="100, 80, 60 and 40 points; coefficients of 1.0, 0.8, 0.6, 0.4 give the same after a hundred times.",
    means_zh="优秀100分、称职80分、基本称职60分、不称职40分；系数1.0、0.8、0.6、0.4乘以100后相同。",
    fact="survey_points",
    reads=("survey_scheme", "survey_very", "survey_good", "survey_basic", "survey_bad"),
    params=(
        "satisfaction_survey.four_first",
        "satisfaction_survey.four_second",
        "satisfaction_survey.four_third",
        "satisfaction_survey.four_fourth",
    ),
    reckon=_four_step,
    cites=("four_step",),
)

rate_points = Derivation(
    id="satisfaction_survey.rate.points",
    catalogue="st-rate",
    subject="survey",
    since=START,
    term="满意率分子",
    term_en="Numerator of the rate",
    means="Satisfied and basically satisfied, a hundred for each; the variant counts the satisfied only.",
    means_zh="满意率按满意与基本满意计算，每份计100；只算满意的为另一方案。",
    fact="survey_points",
    reads=("survey_scheme", "survey_good", "survey_basic"),
    optional=("survey_very",),
    reckon=_rate,
    cites=("rate",),
)

base_answers = Derivation(
    id="satisfaction_survey.base.answers",
    catalogue="st-rate",
    subject="survey",
    since=START,
    term="计分基数",
    term_en="Base of the score",
    means="The answers given, with those of not knowing where the policy keeps them in the base.",
    means_zh="计分基数为作答数；不了解按方案口径计入或者不计入。",
    fact="survey_base",
    reads=("survey_good", "survey_basic", "survey_bad", "unknown_policy"),
    optional=("survey_very", "survey_low", "survey_unknown"),
    reckon=_base,
    cites=("rate", "unknown"),
    verified=False,
)

base_score = Derivation(
    id="satisfaction_survey.base.score",
    catalogue="st-rounding-and-ties",
    subject="survey",
    since=START,
    term="打印得分",
    term_en="Score as printed",
    means="The exact fraction rounded once, half up, to two decimals; no score on an empty base.",
    means_zh="以精确值一次四舍五入到两位小数；基数为零的不出分。",
    fact="survey_score_hundredths",
    reads=("survey_points", "survey_base"),
    reckon=_printed,
    cites=("rounding",),
    verified=False,
)

unknown_default = Derivation(
    id="satisfaction_survey.unknown.default",
    catalogue="st-unknown",
    subject="survey",
    since=START,
    term="不了解的默认口径",
    term_en="Default for not knowing",
    means="By default in the base without points; out of the base in the national index (its source does not say).",
    means_zh="不了解默认计入基数不得分；全国民意调查算法默认不计入（来源未说明）；认同类表格计入基数。",
    fact="unknown_policy",
    reads=("survey_scheme",),
    reckon=_policy,
    cites=("unknown",),
    verified=False,
)
