"""Sanctions, treatments and admonitions as facts: kinds in the words of the law, the acts each one bars.

How long they restrict is in `windows`; the figures are parameters of their instruments.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Family(StrEnum):
    """类别: Party and state sanctions each add up within themselves; the others run side by side."""

    PARTY = "party"
    STATE = "state"
    INSTITUTION = "institution"  # staff of public institutions who are no managers
    TREATMENT = "treatment"
    ADMONITION = "admonition"
    ACCOUNTABILITY = "accountability"
    UNFIT = "unfit"


class Act(StrEnum):
    """拟作任用: what a restriction may bar."""

    PROMOTION = "promotion"
    FURTHER_USE = "further_use"
    EQUAL_POST = "equal_post"
    RANK_PROMOTION = "rank_promotion"


UPWARD = frozenset({Act.PROMOTION, Act.FURTHER_USE, Act.RANK_PROMOTION})
HIGHER = frozenset({Act.PROMOTION, Act.RANK_PROMOTION})
LEADING = frozenset({Act.FURTHER_USE, Act.EQUAL_POST})
EVERY = frozenset(Act)


@dataclass(frozen=True)
class Effect:
    """影响: the parameter with the months and the acts barred; "" where it has no end of its own."""

    months: str
    bars: frozenset[Act]


KINDS: Mapping[tuple[Family, str], tuple[Effect, ...]] = {
    (Family.PARTY, "警告"): (Effect("party_discipline.warning_months", UPWARD),),
    (Family.PARTY, "严重警告"): (Effect("party_discipline.serious_warning_months", UPWARD),),
    (Family.PARTY, "撤销党内职务"): (Effect("party_discipline.removal_months", EVERY),),
    (Family.PARTY, "留党察看"): (Effect("party_discipline.probation_after_months", EVERY),),
    (Family.PARTY, "开除党籍"): (Effect("party_discipline.expulsion_months", EVERY),),
    (Family.STATE, "警告"): (Effect("state_sanctions.warning_months", UPWARD),),
    (Family.STATE, "记过"): (Effect("state_sanctions.demerit_months", UPWARD),),
    (Family.STATE, "记大过"): (Effect("state_sanctions.major_demerit_months", UPWARD),),
    (Family.STATE, "降级"): (Effect("state_sanctions.demotion_months", UPWARD),),
    (Family.STATE, "撤职"): (Effect("state_sanctions.removal_months", UPWARD),),
    (Family.STATE, "开除"): (Effect("", EVERY),),
    (Family.INSTITUTION, "警告"): (Effect("institution_sanctions.warning_months", UPWARD),),
    (Family.INSTITUTION, "记过"): (Effect("institution_sanctions.demerit_months", UPWARD),),
    (Family.INSTITUTION, "降低岗位等级"): (Effect("institution_sanctions.post_demotion_months", UPWARD),),
    (Family.INSTITUTION, "开除"): (Effect("", EVERY),),
    (Family.TREATMENT, "停职检查"): (Effect("organisational_treatment.suspension_months", EVERY),),
    (Family.TREATMENT, "调整职务"): (Effect("organisational_treatment.adjustment_months", UPWARD),),
    (Family.TREATMENT, "责令辞职"): (
        Effect("organisational_treatment.removal_months", LEADING),
        Effect("organisational_treatment.removal_higher_months", HIGHER),
    ),
    (Family.TREATMENT, "免职"): (
        Effect("organisational_treatment.removal_months", LEADING),
        Effect("organisational_treatment.removal_higher_months", HIGHER),
    ),
    (Family.TREATMENT, "降职"): (Effect("organisational_treatment.demotion_months", UPWARD),),
    (Family.ADMONITION, "诫勉"): (Effect("admonition.months", UPWARD),),
    **{
        (Family.ACCOUNTABILITY, kind): (
            Effect("selection_regulations.accountable_leading_months", LEADING),
            Effect("selection_regulations.accountable_higher_months", HIGHER),
        )
        for kind in ("引咎辞职", "责令辞职", "免职")
    },
    (Family.UNFIT, "调离岗位"): (Effect("selection_regulations.unfit_months", HIGHER),),
    (Family.UNFIT, "免职"): (Effect("selection_regulations.unfit_months", HIGHER),),
}
SUBSTITUTE = (Effect("party_discipline.substituted_warning_months", EVERY),)


class SanctionError(ValueError):
    """A sanction that no instrument knows, or dates that cannot be. 处分记录有误"""


@dataclass(frozen=True, kw_only=True)
class Sanction:
    """处分、处理: one decision.

    `kind` is the word of the law; `conduct_on` the last day of the conduct (or the day a judgment it rests on
    took effect), None when unknown; `months` the period fixed in the decision where the law leaves a range;
    `is_substitute` marks 严重警告 in place of 撤销党内职务; `rights_restored_on` ends 留党察看; `extended_to`
    is a later last day by decision; `revoked_on` the day it was revoked.
    """

    family: Family
    kind: str
    effective_on: date
    id: str = ""
    decided_on: date | None = None
    conduct_on: date | None = None
    months: int | None = None
    is_substitute: bool = False
    rights_restored_on: date | None = None
    extended_to: date | None = None
    revoked_on: date | None = None

    def __post_init__(self) -> None:
        if (self.family, self.kind) not in KINDS:
            known = "、".join(kind for family, kind in KINDS if family is self.family)
            raise SanctionError(f"{self.kind!r} is not a kind of {self.family}; known are {known}")
        if self.conduct_on and self.conduct_on > self.effective_on and self.family is not Family.ADMONITION:
            raise SanctionError(
                f"{self.kind} of {self.effective_on} is earlier than its conduct ({self.conduct_on})"
            )
        if self.rights_restored_on and self.rights_restored_on <= self.effective_on:
            raise SanctionError(
                f"rights cannot be restored on {self.rights_restored_on}, before {self.kind} began"
            )

    def effects(self) -> tuple[Effect, ...]:
        """What it bars and by which parameter."""
        return SUBSTITUTE if self.is_substitute else KINDS[self.family, self.kind]
