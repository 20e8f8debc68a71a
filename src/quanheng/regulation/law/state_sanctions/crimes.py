"""犯罪与处分: the least sanction for a criminal outcome, by version."""

from datetime import date

from quanheng.kernel.expressions import fact
from quanheng.regulation.core.derivations import Derivation
from quanheng.regulation.core.rules import Effect, Rule

RULES_2007, LAW_2020 = date(2007, 6, 1), date(2020, 7, 1)
PUNISHED = ("control", "detention", "imprisonment", "fine_only")
DISMISSAL, REMOVAL = 6, 5


def _least_2007(
    *, criminal_outcome: str, is_deprived_of_political_rights: bool | None, on: date
) -> int | None:
    is_punished = criminal_outcome in PUNISHED or is_deprived_of_political_rights
    return DISMISSAL if is_punished else 0


def _least_2020(
    *,
    criminal_outcome: str,
    crime_intent: str | None,
    prison_months: int | None,
    is_deprived_of_political_rights: bool | None,
    has_bad_influence: bool | None,
    is_milder_approved: bool | None,
    negligent_prison_months: int,
    on: date,
) -> int | None:
    if is_deprived_of_political_rights:
        return DISMISSAL
    if criminal_outcome not in ("control", "detention", "imprisonment"):
        return DISMISSAL if has_bad_influence else REMOVAL
    if crime_intent is None or crime_intent == "intentional":
        return DISMISSAL if crime_intent else None
    if criminal_outcome == "imprisonment" and prison_months is None:
        return None
    if criminal_outcome == "imprisonment" and (prison_months or 0) > negligent_prison_months:
        return DISMISSAL
    return REMOVAL if is_milder_approved else DISMISSAL


least_2007 = Derivation(
    id="state_sanctions.14.least_2007",
    catalogue="h-admin-crime",
    subject="sanction",
    since=RULES_2007,
    repealed=LAW_2020,
    term="犯罪应给处分",
    term_en="Sanction for a crime",
    means="Any criminal punishment leads to dismissal.",
    means_zh="行政机关公务员依法被判处刑罚的，给予开除处分。",
    fact="crime_sanction_rank",
    reads=("criminal_outcome",),
    optional=("is_deprived_of_political_rights",),
    reckon=_least_2007,
    cites=("14",),
)

least_2020 = Derivation(
    id="state_sanctions.14.least_2020",
    catalogue="h-admin-crime",
    subject="sanction",
    since=LAW_2020,
    term="犯罪应给处分",
    term_en="Sanction for a crime",
    means="Dismissal for intent, for negligence over three years and for loss of political rights; else removal or dismissal.",
    means_zh="故意犯罪判处管制以上、过失犯罪判处有期徒刑三年以上（不含三年）、剥夺政治权利的开除；过失三年以下一般开除，经批准可撤职；单处罚金或者不起诉、免刑的撤职，造成不良影响的开除。",
    fact="crime_sanction_rank",
    reads=("criminal_outcome",),
    optional=(
        "crime_intent",
        "prison_months",
        "is_deprived_of_political_rights",
        "has_bad_influence",
        "is_milder_approved",
    ),
    params=("state_sanctions.negligent_prison_months",),
    reckon=_least_2020,
    cites=("14",),
)

not_lighter = Rule(
    id="state_sanctions.14.crime",
    catalogue="h-admin-crime",
    subject="sanction",
    since=RULES_2007,
    term="犯罪人员的处分",
    term_en="Sanction after a crime",
    means="After a crime the sanction is no lighter than the law asks.",
    means_zh="因犯罪给予的处分不得轻于法定种类。",
    requires=fact("state_sanction_rank") >= fact("crime_sanction_rank"),
    effect=Effect.FORBID,
    cites=("14",),
)
