"""Several breaches of institution staff decided together."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from quanheng.kernel.expressions import fact
from quanheng.regulation.core.derivations import Derivation
from quanheng.regulation.core.rules import Effect, Rule

FIRST, SECOND = date(2012, 9, 1), date(2023, 11, 6)
LADDER = ("warning", "demerit", "post_grade_lowering", "service_dismissal")
PERIODS = tuple(
    f"institution_sanctions.{each}" for each in ("warning_months", "demerit_months", "post_demotion_months")
)
CAP = "institution_sanctions.joined_months_most"
Breaches = Sequence[Mapping[str, Any]]


def _heaviest(*, breaches: Breaches, on: date) -> str | None:
    kinds = [str(each.get("kind")) for each in breaches]
    is_own = all(each.get("family") == "institution" for each in breaches)
    return max(kinds, key=LADDER.index) if is_own and kinds and set(kinds) <= set(LADDER) else None


def _periods(breaches: Breaches, figures: Mapping[str, int], on: date) -> list[int]:
    top = _heaviest(breaches=breaches, on=on)
    if top is None or top == "service_dismissal":
        return []
    usual = list(figures.values())[LADDER.index(top)]
    return sorted(each.get("months") or usual for each in breaches if each["kind"] == top)


def _least(*, breaches: Breaches, on: date, **figures: int) -> int | None:
    return max(_periods(breaches, figures, on), default=None)


def _most(*, breaches: Breaches, joined_months_most: int, on: date, **figures: int) -> int | None:
    two = _periods(breaches, figures, on)[-2:]
    return min(sum(two), joined_months_most) if two else None


heaviest = Derivation(
    id="institution_sanctions.combine.kind",
    catalogue="h-admin-combine",
    subject="sanction",
    since=FIRST,
    term="数种违纪合并处分",
    term_en="Combined institution sanction",
    means="Of different kinds decided together the heaviest is carried out.",
    means_zh="数种违纪行为应给处分种类不同的，执行其中最重的处分。",
    fact="combined_kind",
    reads=("breaches",),
    reckon=_heaviest,
    cites=("combine",),
)

least = Derivation(
    id="institution_sanctions.combine.least",
    catalogue="h-admin-combine",
    subject="sanction",
    since=FIRST,
    term="合并处分期下限",
    term_en="Least combined period",
    means="The combined period is at least one period of the kind.",
    means_zh="合并处分期不少于一个处分期。",
    fact="combined_months_least",
    reads=("breaches",),
    params=PERIODS,
    reckon=_least,
    cites=("combine",),
)

most_2012 = Derivation(
    id="institution_sanctions.combine.most_2012",
    catalogue="h-admin-combine",
    subject="sanction",
    since=FIRST,
    repealed=SECOND,
    term="合并处分期上限",
    term_en="Most combined period",
    means="Of the same kind at most the sum of two periods, 48 months at most.",
    means_zh="种类相同的，不超过两个处分期之和，最长四十八个月。",
    fact="combined_months_most",
    reads=("breaches",),
    params=(*PERIODS, CAP),
    reckon=_most,
    cites=("combine",),
)

most_2023 = Derivation(
    id="institution_sanctions.combine.most",
    catalogue="h-admin-combine",
    subject="sanction",
    since=SECOND,
    term="合并处分期上限",
    term_en="Most combined period",
    means="As before 2023; the new text was not seen.",
    means_zh="沿用两个处分期之和、最长四十八个月（2023年文本未见，未核实）。",
    fact="combined_months_most",
    reads=("breaches",),
    params=(*PERIODS, CAP),
    reckon=_most,
    cites=("combine",),
    verified=False,
)

months = Rule(
    id="institution_sanctions.combine.months_2012",
    catalogue="h-admin-combine",
    subject="sanction",
    since=FIRST,
    repealed=SECOND,
    term="合并处分期",
    term_en="Combined period",
    means="The combined period lies between one period and the sum of two.",
    means_zh="合并处分期在一个处分期以上、两个处分期之和以下。",
    when=fact("sanction_family") == "institution",
    requires=(fact("sanction_months") >= fact("combined_months_least"))
    & (fact("sanction_months") <= fact("combined_months_most")),
    effect=Effect.FORBID,
    cites=("combine",),
)

months_2023 = Rule(
    id="institution_sanctions.combine.months",
    catalogue="h-admin-combine",
    subject="sanction",
    since=SECOND,
    term="合并处分期",
    term_en="Combined period",
    means="As before 2023; the new text was not seen.",
    means_zh="合并处分期在一个处分期以上、两个处分期之和以下（2023年文本未见，未核实）。",
    when=fact("sanction_family") == "institution",
    requires=(fact("sanction_months") >= fact("combined_months_least"))
    & (fact("sanction_months") <= fact("combined_months_most")),
    effect=Effect.FORBID,
    cites=("combine",),
    verified=False,
)
