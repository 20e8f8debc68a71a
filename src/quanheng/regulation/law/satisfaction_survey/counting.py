"""计数口径: not knowing, blank lines and void forms, what is printed beside a score."""

from datetime import date

from quanheng.kernel.expressions import fact
from quanheng.kernel.shares import Share, is_share
from quanheng.regulation.core.derivations import Derivation
from quanheng.regulation.core.rules import Effect, Rule

START = date(1979, 1, 1)


def _question_base(survey_returned: int, survey_void: int, survey_blank: int, on: date) -> int | None:
    left = survey_returned - survey_void - survey_blank
    return left if left >= 0 else None


rate_base = Rule(
    id="satisfaction_survey.rate.base",
    catalogue="st-rate",
    subject="survey",
    since=START,
    term="注明满意率基数",
    term_en="The base is said",
    means="A rate with answers of not knowing says which base it is taken on.",
    means_zh="有不了解票的满意率须注明基数口径。",
    when=fact("survey_scheme").isin(("rate_both", "rate_satisfied")) & (fact("survey_unknown") > 0),
    requires=fact("is_base_printed"),
    effect=Effect.WARN,
    cites=("rate",),
)

unknown_policy = Rule(
    id="satisfaction_survey.unknown.policy",
    catalogue="st-unknown",
    subject="survey",
    since=START,
    term="须规定不了解的口径",
    term_en="A policy for not knowing",
    means="The scheme says how answers of not knowing are treated.",
    means_zh="方案须规定不了解的处理口径：计入基数不得分、不计入基数或者单列。",
    requires=fact("unknown_policy") != "missing_policy",
    effect=Effect.WARN,
    cites=("unknown",),
    verified=False,
)

unknown_share = Rule(
    id="satisfaction_survey.unknown.share",
    catalogue="st-unknown",
    subject="survey",
    since=START,
    term="不了解达三分之一须提示",
    term_en="A third not knowing",
    means="Shown apart, a share of a third or more of not knowing is pointed out.",
    means_zh="不了解单列的，占比达到三分之一须提示。",
    when=(fact("unknown_policy") == "shown_apart")
    & is_share(fact("survey_unknown"), Share.GE_1_3, of=fact("survey_valid")),
    requires=fact("is_unknown_share_warned"),
    effect=Effect.WARN,
    cites=("unknown",),
    verified=False,
)

unknown_own = Rule(
    id="satisfaction_survey.unknown.own",
    catalogue="st-unknown",
    subject="survey",
    since=START,
    term="不了解不作反对",
    term_en="Not knowing is no vote against",
    means="Not knowing is never counted as an abstention, a void form or a no.",
    means_zh="不了解不得计作弃权、废表或者反对。",
    requires=fact("unknown_counted_as") == "own_option",
    effect=Effect.WARN,
    cites=("unknown",),
    verified=False,
)

blank_identity = Rule(
    id="satisfaction_survey.blank.identity",
    catalogue="st-blank-and-void",
    subject="survey",
    since=START,
    term="作答与空白等于有效",
    term_en="Answered and blank make valid",
    means="For every question, answered and blank forms add up to the valid ones.",
    means_zh="每题作答数与空白数之和等于有效表数。",
    requires=fact("survey_answered") + fact("survey_blank") == fact("survey_valid"),
    effect=Effect.WARN,
    cites=("blank",),
    verified=False,
)

blank_returned = Rule(
    id="satisfaction_survey.blank.returned",
    catalogue="st-blank-and-void",
    subject="survey",
    since=START,
    term="有效与废表等于收回",
    term_en="Valid and void make returned",
    means="Valid and void forms add up to the returned ones, which are not more than issued.",
    means_zh="有效表与废表之和等于收回数，收回数不多于发出数；未收回的不计入任何基数。",
    requires=(fact("survey_valid") + fact("survey_void") == fact("survey_returned"))
    & (fact("survey_returned") <= fact("survey_issued")),
    effect=Effect.WARN,
    cites=("blank",),
    verified=False,
)

blank_base = Derivation(
    id="satisfaction_survey.blank.base",
    catalogue="st-blank-and-void",
    subject="survey",
    since=START,
    term="该题基数",
    term_en="Base of the question",
    means="Returned forms less the void ones and those blank on the question.",
    means_zh="该题基数为收回数减废表数减该题空白数。",
    fact="question_base",
    reads=("survey_returned", "survey_void", "survey_blank"),
    reckon=_question_base,
    cites=("blank",),
    verified=False,
)
