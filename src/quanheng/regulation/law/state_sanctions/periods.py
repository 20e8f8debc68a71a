"""处分期: what it bars while it runs, several breaches decided together, a new sanction inside it."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from quanheng.kernel.expressions import fact
from quanheng.regulation.core.derivations import Derivation
from quanheng.regulation.core.rules import Effect, Rule

FIRST, RULES_2007 = date(2006, 1, 1), date(2007, 6, 1)
LADDER = ("warning", "demerit", "major_demerit", "grade_demotion", "post_removal", "service_dismissal")
STATE = fact("sanction_family") == "state"
PERIODS = tuple(
    f"state_sanctions.{each}"
    for each in (
        "warning_months",
        "demerit_months",
        "major_demerit_months",
        "demotion_months",
        "removal_months",
    )
)


def _kinds(breaches: Sequence[Mapping[str, Any]]) -> list[str] | None:
    kinds = [str(each.get("kind")) for each in breaches]
    is_known = bool(kinds) and all(kind in LADDER for kind in kinds)
    return kinds if is_known and all(each.get("family") == "state" for each in breaches) else None


def _heaviest(*, breaches: Sequence[Mapping[str, Any]], on: date) -> str | None:
    kinds = _kinds(breaches)
    return max(kinds, key=LADDER.index) if kinds else None


def _each(breaches: Sequence[Mapping[str, Any]], figures: Mapping[str, int]) -> list[int] | None:
    """The periods of the breaches that deserve the heaviest kind; None for dismissal, which has none."""
    kinds = _kinds(breaches)
    if not kinds or (top := max(kinds, key=LADDER.index)) == "service_dismissal":
        return None
    usual = list(figures.values())[LADDER.index(top)]
    return [each.get("months") or usual for each in breaches if each["kind"] == top]


def _least(*, breaches: Sequence[Mapping[str, Any]], on: date, **figures: int) -> int | None:
    periods = _each(breaches, figures)
    return max(periods) if periods else None


def _most(
    *, breaches: Sequence[Mapping[str, Any]], joined_months_most: int, on: date, **figures: int
) -> int | None:
    periods = _each(breaches, figures)
    return min(sum(periods), joined_months_most) if periods else None


heaviest = Derivation(
    id="state_sanctions.15.kind",
    catalogue="h-admin-combine",
    subject="sanction",
    since=RULES_2007,
    term="数种违法合并处分",
    term_en="Combined state sanction",
    means="Of different kinds decided together only the heaviest is carried out.",
    means_zh="数种违法行为应给处分种类不同的，执行其中最重的处分。",
    fact="combined_kind",
    reads=("breaches",),
    reckon=_heaviest,
    cites=("15", "soe_sanctions:9"),
)

least = Derivation(
    id="state_sanctions.15.least",
    catalogue="h-admin-combine",
    subject="sanction",
    since=RULES_2007,
    term="合并处分期下限",
    term_en="Least combined period",
    means="The combined period is at least one period of the kind.",
    means_zh="合并处分期不少于一个处分期。",
    fact="combined_months_least",
    reads=("breaches",),
    params=PERIODS,
    reckon=_least,
    cites=("15", "soe_sanctions:9"),
)

most = Derivation(
    id="state_sanctions.15.most",
    catalogue="h-admin-combine",
    subject="sanction",
    since=RULES_2007,
    term="合并处分期上限",
    term_en="Most combined period",
    means="Of the same kind at most the sum of the periods, never above 48 months.",
    means_zh="种类相同的，不超过各处分期之和，最长不超过四十八个月。",
    fact="combined_months_most",
    reads=("breaches",),
    params=(*PERIODS, "state_sanctions.joined_months_most"),
    reckon=_most,
    cites=("15", "soe_sanctions:9"),
)

kind_combined = Rule(
    id="state_sanctions.15.heaviest",
    catalogue="h-admin-combine",
    subject="sanction",
    since=RULES_2007,
    term="合并处分执行最重",
    term_en="The heaviest is carried out",
    means="The sanction carried out is the heaviest of those deserved.",
    means_zh="数种违法行为合并处理的，给予其中最重的处分。",
    when=STATE,
    requires=fact("outcome_kind") == fact("combined_kind"),
    effect=Effect.FORBID,
    cites=("15", "soe_sanctions:9"),
)

months_combined = Rule(
    id="state_sanctions.15.months",
    catalogue="h-admin-combine",
    subject="sanction",
    since=RULES_2007,
    term="合并处分期",
    term_en="Combined period",
    means="The combined period lies between one period and the sum of them, 48 months at most.",
    means_zh="合并处分期在一个处分期以上、总和以下，最长四十八个月。",
    when=STATE,
    requires=(fact("sanction_months") >= fact("combined_months_least"))
    & (fact("sanction_months") <= fact("combined_months_most")),
    effect=Effect.FORBID,
    cites=("15", "soe_sanctions:9"),
)

window_over = Rule(
    id="state_sanctions.8.window",
    catalogue="h-admin-sanctions",
    subject="sanction",
    since=FIRST,
    term="处分期已满",
    term_en="The period is over",
    means="While the period runs no promotion of post, rank or title, from a demerit on no wage step.",
    means_zh="处分期内不得晋升职务、职级、岗位等级和职称；记过以上不得晋升工资档次；交流、辞职不受限。",
    when=STATE & fact("personnel_act").isin(("promotion", "rank_promotion", "title_evaluation", "wage_step")),
    requires=fact("act_restricted_until") < fact("judged_on"),
    effect=Effect.FORBID,
    cites=("8", "19"),
)

joined_over = Rule(
    id="state_sanctions.resanction.window",
    catalogue="h-admin-resanction",
    subject="sanction",
    since=RULES_2007,
    term="合并处分期已满",
    term_en="The joined periods are over",
    means="Inside joined periods of state sanctions nobody is promoted.",
    means_zh="处分期内又受处分的，合并处分期内不得晋升（2020年后沿用相加，最长四十八个月）。",
    when=fact("personnel_act").isin(("promotion", "rank_promotion")) & (fact("state_sanctions_count") > 1),
    requires=fact("state_windows_until") < fact("judged_on"),
    effect=Effect.FORBID,
    cites=("resanction",),
)
