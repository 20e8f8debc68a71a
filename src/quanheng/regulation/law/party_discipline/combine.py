"""Several breaches, lighter and heavier: what may be decided. For the discipline user, never automatic."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from quanheng.kernel.expressions import fact
from quanheng.regulation.core.derivations import Derivation
from quanheng.regulation.core.rules import Effect, Rule

FIRST, SECOND, THIRD = date(2003, 12, 31), date(2016, 1, 1), date(2018, 10, 1)
LADDER = ("warning", "serious_warning", "party_post_removal", "party_probation", "party_expulsion")
GIVEN, LIGHTEST, HEAVIEST = (
    fact("party_sanction_rank"),
    fact("party_range_lightest"),
    fact("party_range_heaviest"),
)


def _combined(*, breaches: Sequence[Mapping[str, Any]], on: date) -> str | None:
    if not breaches or any(
        each.get("family") != "party" or each.get("kind") not in LADDER for each in breaches
    ):
        return None
    steps = [LADDER.index(each["kind"]) for each in breaches]
    return LADDER[min(max(steps) + (len(steps) > 1), len(LADDER) - 1)]


def _relation(
    *, sanction_effective_on: date, other_conduct_on: date, other_found_on: date | None, on: date
) -> str | None:
    if other_conduct_on >= sanction_effective_on:
        return "repeated"
    if other_found_on is None:
        return None
    return "undiscovered" if other_found_on >= sanction_effective_on else "combined"


def _aggravation(
    *, breach_relation: str, are_breaches_deliberate: bool | None, is_other_confessed: bool | None, on: date
) -> str | None:
    if breach_relation == "combined":
        return "none"
    decisive = are_breaches_deliberate if breach_relation == "repeated" else is_other_confessed
    if breach_relation == "undiscovered" and on < SECOND:
        return "none"
    if decisive is None:
        return None
    if decisive is (breach_relation == "undiscovered"):
        return "none"
    return "heavier_or_step" if on >= THIRD else "heavier"


combined = Derivation(
    id="party_discipline.combine.kind",
    catalogue="h-party-combine",
    subject="sanction",
    since=FIRST,
    term="数种违纪合并处分",
    term_en="Combined Party sanction",
    means="The highest sanction deserved is raised by one step; expulsion where one deserves it.",
    means_zh="数种违纪行为合并处理，按应受最高处分加重一档；其一应开除党籍的，开除党籍。",
    fact="combined_kind",
    reads=("breaches",),
    reckon=_combined,
    cites=("combine",),
)

is_combined = Rule(
    id="party_discipline.combine",
    catalogue="h-party-combine",
    subject="sanction",
    since=FIRST,
    term="合并处分档次",
    term_en="Combined sanction given",
    means="The sanction given for several breaches is the combined one.",
    means_zh="数种违纪行为一并处理的，处分应为合并后的档次。",
    when=fact("sanction_family") == "party",
    requires=fact("outcome_kind") == fact("combined_kind"),
    effect=Effect.WARN,
    cites=("combine",),
)

not_too_light = Rule(
    id="party_discipline.combine.light",
    catalogue="h-party-combine",
    subject="sanction",
    since=FIRST,
    term="从轻减轻的限度",
    term_en="How light",
    means="Within the range, or one step below with a mitigating ground; expulsion alone is not mitigated without approval.",
    means_zh="处分应在条款幅度以内；有从轻减轻情节的可以低一档（警告、严重警告的可以免予处分）；只有开除党籍一档的，减轻须经批准。",
    requires=(GIVEN >= LIGHTEST)
    | (fact("has_mitigating_ground") & (LIGHTEST < 5) & (GIVEN + 1 >= LIGHTEST))
    | (fact("has_mitigating_ground") & (HEAVIEST <= 2))
    | fact("is_mitigation_approved"),
    effect=Effect.WARN,
    cites=("mitigation",),
)

not_too_heavy = Rule(
    id="party_discipline.combine.heavy",
    catalogue="h-party-combine",
    subject="sanction",
    since=FIRST,
    term="从重加重的限度",
    term_en="How heavy",
    means="Within the range, or one step above it with an aggravating ground.",
    means_zh="处分应在条款幅度以内；有加重情节的可以高一档。",
    requires=(GIVEN <= HEAVIEST) | (fact("has_aggravating_ground") & (GIVEN - 1 <= HEAVIEST)),
    effect=Effect.WARN,
    cites=("mitigation", "aggravation"),
)

relation = Derivation(
    id="party_discipline.combine.relation",
    catalogue="h-party-combine",
    subject="sanction",
    since=FIRST,
    term="再犯、漏错或者合并",
    term_en="Repeated, undiscovered or combined",
    means="A breach after the decision took effect is repeated; an earlier one found after it undiscovered; both before are combined.",
    means_zh="处分生效后的行为为再犯；生效前的行为在其后发现的为漏错；均在生效前发现的合并处理。",
    fact="breach_relation",
    reads=("sanction_effective_on", "other_conduct_on"),
    optional=("other_found_on",),
    reckon=_relation,
    cites=("aggravation",),
)

aggravated = Derivation(
    id="party_discipline.combine.aggravation",
    catalogue="h-party-combine",
    subject="sanction",
    since=FIRST,
    term="从重加重幅度",
    term_en="Aggravation allowed",
    means="A repeated deliberate breach is heavier, since 2018 also a step above; an earlier one found counts since 2016.",
    means_zh="再犯须前后均为故意；2003年、2015年条例只从重，2018年起从重或者加重；漏错自2015年条例起从重。",
    fact="aggravation",
    reads=("breach_relation",),
    optional=("are_breaches_deliberate", "is_other_confessed"),
    reckon=_aggravation,
    cites=("aggravation",),
)
