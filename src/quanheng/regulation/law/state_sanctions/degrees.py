"""从轻、减轻、从重: the grounds by version, and how far a decision may go. For the discipline user."""

from datetime import date

from quanheng.kernel.expressions import fact
from quanheng.regulation.core.derivations import Derivation
from quanheng.regulation.core.rules import Effect, Rule

RULES_2007, LAW_2020 = date(2007, 6, 1), date(2020, 7, 1)
GIVEN, LIGHTEST, HEAVIEST = (
    fact("state_sanction_rank"),
    fact("state_range_lightest"),
    fact("state_range_heaviest"),
)


def _some(grounds: tuple[bool | None, ...]) -> bool | None:
    """Whether one holds; unknown when none does and one is unknown."""
    if True in grounds:
        return True
    return None if None in grounds else False


def _lighter_2007(
    *, has_confessed: bool | None, has_avoided_loss: bool | None, has_reported_others: bool | None, on: date
) -> bool | None:
    return _some((has_confessed, has_avoided_loss, has_reported_others))


def _mitigated_2007(*, has_confessed: bool, has_avoided_loss: bool, on: date) -> bool:
    return has_confessed and has_avoided_loss


def _any(*, on: date, **grounds: bool | None) -> bool | None:
    return _some(tuple(grounds.values()))


LIGHTER_2020 = (
    "has_confessed",
    "has_cooperated",
    "has_reported_others",
    "has_avoided_loss",
    "is_minor_part",
    "has_handed_over_gains",
)
HEAVIER_2007 = ("is_main_part", "has_obstructed_evidence", "has_colluded", "has_shielded_others")
HEAVIER_2020 = (
    "has_new_breach_in_period",
    "has_obstructed_evidence",
    "has_colluded",
    "has_shielded_others",
    "has_forced_others",
    "is_refusing_to_return_gains",
)

lighter_2007 = Derivation(
    id="state_sanctions.11.lighter_2007",
    catalogue="h-admin-degree",
    subject="sanction",
    since=RULES_2007,
    repealed=LAW_2020,
    term="从轻情形",
    term_en="Grounds for a lighter sanction",
    means="Confession, avoiding the loss or truly reporting others makes the sanction lighter.",
    means_zh="主动交代、有效避免挽回损失、检举他人重大违法属实的，从轻处分。",
    fact="is_lighter_possible",
    reads=(),
    optional=("has_confessed", "has_avoided_loss", "has_reported_others"),
    reckon=_lighter_2007,
    cites=("11",),
)

mitigated_2007 = Derivation(
    id="state_sanctions.11.mitigated_2007",
    catalogue="h-admin-degree",
    subject="sanction",
    since=RULES_2007,
    repealed=LAW_2020,
    term="应当减轻情形",
    term_en="Grounds for mitigation",
    means="Confession together with avoiding the loss must be mitigated.",
    means_zh="主动交代并有效避免、挽回损失的，应当减轻处分。",
    fact="is_mitigation_due",
    reads=("has_confessed", "has_avoided_loss"),
    reckon=_mitigated_2007,
    cites=("11",),
)

lighter_2020 = Derivation(
    id="state_sanctions.11.lighter_2020",
    catalogue="h-admin-degree",
    subject="sanction",
    since=LAW_2020,
    term="可以从轻减轻情形",
    term_en="Grounds for a lighter or mitigated sanction",
    means="Any of six grounds lets the sanction be lighter or mitigated.",
    means_zh="主动交代、配合调查、检举属实、避免损失、次要作用、上交所得之一的，可以从轻或者减轻。",
    fact="is_lighter_possible",
    reads=(),
    optional=LIGHTER_2020,
    reckon=_any,
    cites=("11",),
)

heavier_2007 = Derivation(
    id="state_sanctions.13.heavier_2007",
    catalogue="h-admin-degree",
    subject="sanction",
    since=RULES_2007,
    repealed=LAW_2020,
    term="从重情形",
    term_en="Grounds for a heavier sanction",
    means="The main part in a joint breach, hidden evidence, collusion or shielding makes it heavier.",
    means_zh="共同违法起主要作用、隐匿伪造销毁证据、串供或者阻止举报、包庇同案人员的，从重处分。",
    fact="is_heavier_due",
    reads=(),
    optional=HEAVIER_2007,
    reckon=_any,
    cites=("13",),
)

heavier_2020 = Derivation(
    id="state_sanctions.13.heavier_2020",
    catalogue="h-admin-degree",
    subject="sanction",
    since=LAW_2020,
    term="从重情形",
    term_en="Grounds for a heavier sanction",
    means="A new deliberate breach in the period, obstruction, collusion, shielding, forcing others or keeping gains makes it heavier.",
    means_zh="处分期内再次故意违法、阻止检举举证、串供毁证、包庇、胁迫唆使、拒不上交所得之一的，从重处分。",
    fact="is_heavier_due",
    reads=(),
    optional=HEAVIER_2020,
    reckon=_any,
    cites=("13",),
)

not_too_light_2007 = Rule(
    id="state_sanctions.11.light_2007",
    catalogue="h-admin-degree",
    subject="sanction",
    since=RULES_2007,
    repealed=LAW_2020,
    term="从轻减轻的限度",
    term_en="How light",
    means="Inside the range, or one step below where mitigation is due.",
    means_zh="处分应在幅度以内；应当减轻的在幅度以下减一档，应给警告的免予处分。",
    requires=(GIVEN >= LIGHTEST) | (fact("is_mitigation_due") & (GIVEN + 1 >= LIGHTEST)),
    effect=Effect.WARN,
    cites=("mitigated",),
)

mitigation_given = Rule(
    id="state_sanctions.11.due_2007",
    catalogue="h-admin-degree",
    subject="sanction",
    since=RULES_2007,
    repealed=LAW_2020,
    term="应当减轻的已经减轻",
    term_en="Mitigation given where due",
    means="Where mitigation is due the sanction lies below the range.",
    means_zh="应当减轻处分的，处分应低于幅度一档。",
    when=fact("is_mitigation_due"),
    requires=GIVEN + 1 == LIGHTEST,
    effect=Effect.WARN,
    cites=("11", "mitigated"),
)

not_too_light_2020 = Rule(
    id="state_sanctions.11.light_2020",
    catalogue="h-admin-degree",
    subject="sanction",
    since=LAW_2020,
    term="从轻减轻的限度",
    term_en="How light",
    means="Inside the range, or one step below with a ground; a warning so mitigated is waived.",
    means_zh="处分应在幅度以内；有从轻减轻情形的可以在幅度以下减一档，警告减轻的免予处分。",
    requires=(GIVEN >= LIGHTEST) | (fact("is_lighter_possible") & (GIVEN + 1 >= LIGHTEST)),
    effect=Effect.WARN,
    cites=("11", "mitigated"),
)

not_too_heavy = Rule(
    id="state_sanctions.13.heavy",
    catalogue="h-admin-degree",
    subject="sanction",
    since=RULES_2007,
    term="从重的限度",
    term_en="How heavy",
    means="Heavier stays inside the range: nothing goes beyond its top.",
    means_zh="从重在幅度以内；政务处分没有超出幅度的加重。",
    requires=GIVEN <= HEAVIEST,
    effect=Effect.WARN,
    cites=("13", "mitigated"),
)
