"""分数的使用: pass marks, ties, the two evaluations, comparisons, samples, tests with legal effect."""

from datetime import date

from quanheng.kernel.expressions import fact
from quanheng.regulation.core.derivations import Derivation
from quanheng.regulation.core.rules import Effect, Rule

START = date(1979, 1, 1)

WORK = ("work_good", "work_fairly_good", "work_average", "work_poor")
APPOINTEE = ("appointee_agree", "appointee_basically", "appointee_disagree", "appointee_unknown")
DISAGREED = (
    fact("appointee_agree")
    + fact("appointee_basically")
    + fact("appointee_disagree")
    + fact("appointee_unknown")
)


def _share(evaluation_option: str, on: date, **counts: int | None) -> int | None:
    """Hundredths of a percent over all the valid forms of the evaluation, not knowing among them."""
    asked = [counts[name] for name in (WORK if evaluation_option in WORK else APPOINTEE)]
    told = [each for each in asked if each is not None]
    part, whole = counts[evaluation_option], sum(told)
    if part is None or len(told) < len(asked) or not whole:
        return None
    return (20000 * part + whole) // (2 * whole)


def _is_clear(sample_people: int, share_difference_hundredths: int, on: date) -> bool:
    """At least twice the square root of a quarter by the size: squared, in whole numbers."""
    return share_difference_hundredths**2 * sample_people >= 10_000**2


rounding_exact = Rule(
    id="satisfaction_survey.rounding.exact",
    catalogue="st-rounding-and-ties",
    subject="survey",
    since=START,
    term="按精确值判合格",
    term_en="The exact value passes",
    means="Whether the pass mark is reached is decided on the exact fraction, not on the printed figure.",
    means_zh="是否达到合格分按精确值判断，不按打印值判断。",
    when=fact("is_pass_said"),
    requires=fact("survey_points") >= fact("survey_base") * fact("pass_mark"),
    effect=Effect.WARN,
    cites=("rounding",),
    verified=False,
)

rounding_ties = Rule(
    id="satisfaction_survey.rounding.ties",
    catalogue="st-rounding-and-ties",
    subject="survey",
    since=START,
    term="精确值相等名次相同",
    term_en="Equal values, equal rank",
    means="Equal exact values have the same rank, different ones do not.",
    means_zh="精确值相等的名次相同，不等的名次不同。",
    requires=(
        (fact("survey_points") * fact("other_base") == fact("other_points") * fact("survey_base"))
        & fact("is_same_rank_given")
    )
    | (
        (fact("survey_points") * fact("other_base") != fact("other_points") * fact("survey_base"))
        & ~fact("is_same_rank_given")
    ),
    effect=Effect.WARN,
    cites=("rounding",),
    verified=False,
)

two_evaluations_share = Derivation(
    id="satisfaction_survey.two_evaluations.share",
    catalogue="st-two-evaluations",
    subject="survey",
    since=date(2010, 3, 1),
    term="评议选项占比",
    term_en="Share of an option",
    means="The share of an option over the returned valid forms, not knowing in the base.",
    means_zh="评议选项占收回有效表的比例，不了解在基数内。",
    fact="evaluation_share_hundredths",
    reads=("evaluation_option",),
    optional=(
        "work_good",
        "work_fairly_good",
        "work_average",
        "work_poor",
        "appointee_agree",
        "appointee_basically",
        "appointee_disagree",
        "appointee_unknown",
    ),
    reckon=_share,
    cites=("two_evaluations",),
)

two_evaluations_high = Rule(
    id="satisfaction_survey.two_evaluations.high",
    catalogue="st-two-evaluations",
    subject="survey",
    since=date(2010, 3, 1),
    term="不认同偏高须说明",
    term_en="High disagreement is explained",
    means="Disagreement at or over the limit of the local scheme is explained and looked into.",
    means_zh="不认同率达到本地方案界限的，须作出说明并了解情况（全国没有公布界限）。",
    when=fact("appointee_disagree") * 100 >= DISAGREED * fact("high_disagreement_percent"),
    requires=fact("is_evaluation_explained"),
    effect=Effect.WARN,
    cites=("two_evaluations",),
    verified=False,
)

two_evaluations_removal = Rule(
    id="satisfaction_survey.two_evaluations.removal",
    catalogue="st-two-evaluations",
    subject="survey",
    since=date(2010, 3, 1),
    term="不得仅凭评议免职",
    term_en="No removal on the result alone",
    means="A result leads to explanation and check, never by itself to removal.",
    means_zh="评议结果用于说明和核查，不得仅凭评议结果免职。",
    requires=~fact("is_removed_by_score_only"),
    effect=Effect.WARN,
    cites=("two_evaluations",),
    verified=False,
)

compare_same = Rule(
    id="satisfaction_survey.compare.same",
    catalogue="st-no-cross-compare",
    subject="survey",
    since=START,
    term="不同方案不比较",
    term_en="Unlike scores are not compared",
    means="Every point of a line or table has the same scheme, version and policy, unless they stand apart with labels.",
    means_zh="同一趋势或者排名中的分数须同一方案、同一版本、同一口径；分别标注并列显示的除外。",
    requires=(fact("is_same_scheme") & fact("is_same_scheme_version") & fact("is_same_unknown_policy"))
    | fact("is_shown_apart_with_labels"),
    effect=Effect.FORBID,
    cites=("compare",),
    verified=False,
)

sample_stated = Rule(
    id="satisfaction_survey.sample.stated",
    catalogue="st-sample",
    subject="survey",
    since=START,
    term="抽样须说明",
    term_en="Samples say how",
    means="A sample survey states its size, method, period and non-response beside the score.",
    means_zh="抽样测评须注明样本量、方法、时段和未答情况。",
    when=fact("is_sample_survey"),
    requires=fact("has_sample_size")
    & fact("has_sample_method")
    & fact("has_sample_period")
    & fact("has_nonresponse"),
    effect=Effect.WARN,
    cites=("sample", "national_sample"),
    verified=False,
)

sample_clear = Derivation(
    id="satisfaction_survey.sample.clear",
    catalogue="st-sample",
    subject="survey",
    since=START,
    term="差异是否明显",
    term_en="Whether a difference is clear",
    means="A difference of shares smaller than two standard errors at the widest is not clear.",
    means_zh="占比之差小于二倍的最大标准误（样本400人时为5个百分点）的，不作差异。",
    fact="is_difference_clear",
    reads=("sample_people", "share_difference_hundredths"),
    reckon=_is_clear,
    cites=("sample",),
    verified=False,
)

sample_difference = Rule(
    id="satisfaction_survey.sample.difference",
    catalogue="st-sample",
    subject="survey",
    since=START,
    term="误差内不称差异",
    term_en="Small differences are none",
    means="A difference that is not clear is not called one.",
    means_zh="差异不明显的，不得称有差异。",
    when=fact("is_sample_survey") & fact("is_called_different"),
    requires=fact("is_difference_clear"),
    effect=Effect.WARN,
    cites=("sample",),
    verified=False,
)

legal_counts = Rule(
    id="satisfaction_survey.legal.counts",
    catalogue="st-appraisal-link",
    subject="survey",
    since=START,
    term="法定后果按票数",
    term_en="Legal tests use counts",
    means="A test with legal effect is made on counts by grade, never on a score.",
    means_zh="有法定后果的判断按各等次票数进行，不得按分数。",
    when=fact("is_legal_test"),
    requires=fact("legal_test_basis") == "counts",
    effect=Effect.FORBID,
    cites=("legal",),
)
