"""分组加权: weights that make one, the weighted score, small groups."""

from collections.abc import Mapping, Sequence
from datetime import date
from fractions import Fraction
from math import floor
from typing import Any

from quanheng.kernel.expressions import fact
from quanheng.regulation.core.derivations import Derivation
from quanheng.regulation.core.rules import Effect, Rule

START = date(1979, 1, 1)


def _is_whole(survey_groups: Sequence[Mapping[str, Any]], on: date) -> bool | None:
    weights = _weights(survey_groups)
    return None if weights is None else sum(weights) == 1


def _score(
    survey_groups: Sequence[Mapping[str, Any]], empty_group_policy: str | None, on: date
) -> int | None:
    """Group scores by their weights; an empty group refuses the score unless the others are to stand for it."""
    weights = _weights(survey_groups)
    scores = [each.get("score_hundredths") for each in survey_groups]
    if weights is None or sum(weights) != 1 or (None in scores and empty_group_policy != "renormalise"):
        return None
    told = [(weight, score) for weight, score in zip(weights, scores, strict=True) if score is not None]
    whole = sum((weight for weight, _ in told), Fraction(0))
    if not whole:
        return None
    exact: Fraction = sum((weight * score for weight, score in told), Fraction(0)) / whole
    return floor(exact + Fraction(1, 2))


def _weights(groups: Sequence[Mapping[str, Any]]) -> list[Fraction] | None:
    if any(each.get("weight") is None or each.get("weight_of") is None for each in groups):
        return None
    return [Fraction(each["weight"], each["weight_of"]) for each in groups]


def _small_shown(survey_groups: Sequence[Mapping[str, Any]], small_group_people: int, on: date) -> int | None:
    if any(each.get("people") is None or each.get("is_score_shown") is None for each in survey_groups):
        return None
    shown: list[int] = [each["people"] for each in survey_groups if each["is_score_shown"]]
    return sum(people <= small_group_people for people in shown)


groups_whole = Derivation(
    id="satisfaction_survey.groups.whole",
    catalogue="st-groups",
    subject="survey",
    since=START,
    term="权重之和",
    term_en="Sum of the weights",
    means="Whether the weights add up to one, as exact fractions.",
    means_zh="各组权重之和是否等于一，按精确分数计算。",
    fact="is_group_weight_whole",
    reads=("survey_groups",),
    reckon=_is_whole,
    cites=("groups",),
)

groups_weights = Rule(
    id="satisfaction_survey.groups.weights",
    catalogue="st-groups",
    subject="survey",
    since=START,
    term="权重之和须等于一",
    term_en="Weights make one",
    means="The weights of the groups add up to one exactly.",
    means_zh="分组测评的权重之和须正好等于一。",
    requires=fact("is_group_weight_whole"),
    effect=Effect.FORBID,
    cites=("groups",),
)

groups_score = Derivation(
    id="satisfaction_survey.groups.score",
    catalogue="st-groups",
    subject="survey",
    since=START,
    term="分组加权得分",
    term_en="Weighted score",
    means="The weighted sum of the group scores; an empty group refuses it or the rest are scaled up.",
    means_zh="分组加权得分为各组得分乘权重之和，不合并选票；有空组的默认不出分，方案规定折算的按其余权重折算。",
    fact="group_score_hundredths",
    reads=("survey_groups",),
    optional=("empty_group_policy",),
    reckon=_score,
    cites=("groups",),
)

groups_small = Derivation(
    id="satisfaction_survey.groups.small",
    catalogue="st-groups",
    subject="survey",
    since=START,
    term="单独出分的小组",
    term_en="Small groups printed",
    means="Groups of three people or fewer whose score is printed apart (a setting).",
    means_zh="三人以下而单独打印得分的组数（可设定）。",
    fact="small_groups_shown",
    reads=("survey_groups",),
    params=("satisfaction_survey.small_group_people",),
    reckon=_small_shown,
    cites=("groups",),
    verified=False,
)

groups_secret = Rule(
    id="satisfaction_survey.groups.secret",
    catalogue="st-groups",
    subject="survey",
    since=START,
    term="小组不单独出分",
    term_en="No separate score for small groups",
    means="A group of three or fewer has no score of its own in print (secrecy).",
    means_zh="三人以下的组不单独打印得分，以免泄露。",
    requires=fact("small_groups_shown") == 0,
    effect=Effect.WARN,
    cites=("groups",),
    verified=False,
)
