"""Sanctions, treatments and admonitions as facts: kinds in the words of the law, the acts each one bars.

How long they restrict is in `windows`; the figures are parameters of their instruments.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any


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
    WAGE_STEP = "wage_step"
    TITLE = "title_evaluation"
    READMISSION = "readmission"


UPWARD = frozenset({Act.PROMOTION, Act.FURTHER_USE, Act.RANK_PROMOTION})
HIGHER = frozenset({Act.PROMOTION, Act.RANK_PROMOTION})
LEADING = frozenset({Act.FURTHER_USE, Act.EQUAL_POST})
EVERY = UPWARD | LEADING
SEVERED = EVERY | {Act.READMISSION}
WARNED = UPWARD | {Act.TITLE}
HELD = WARNED | {Act.WAGE_STEP}
GONE = HELD | EVERY
RANKS_BEGAN = date(2019, 6, 1)  # 职级 exist from this day on
FURTHER_USE_BARRED = date(2019, 3, 3)  # inspection targets: while the effect runs
OUTSIDE_POSTS_BARRED = date(2018, 10, 1)  # the text from which expulsion also bars outside posts


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
    (Family.PARTY, "开除党籍"): (Effect("party_discipline.expulsion_months", SEVERED),),
    (Family.STATE, "警告"): (Effect("state_sanctions.warning_months", WARNED),),
    (Family.STATE, "记过"): (Effect("state_sanctions.demerit_months", HELD),),
    (Family.STATE, "记大过"): (Effect("state_sanctions.major_demerit_months", HELD),),
    (Family.STATE, "降级"): (Effect("state_sanctions.demotion_months", HELD),),
    (Family.STATE, "撤职"): (Effect("state_sanctions.removal_months", HELD),),
    (Family.STATE, "开除"): (Effect("", GONE),),
    (Family.INSTITUTION, "警告"): (Effect("institution_sanctions.warning_months", UPWARD),),
    (Family.INSTITUTION, "记过"): (Effect("institution_sanctions.demerit_months", HELD),),
    (Family.INSTITUTION, "降低岗位等级"): (Effect("institution_sanctions.post_demotion_months", HELD),),
    (Family.INSTITUTION, "撤职"): (Effect("institution_sanctions.removal_months", HELD),),
    (Family.INSTITUTION, "开除"): (Effect("", GONE),),
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
            Effect("accountability.leading_months", LEADING),
            Effect("selection_regulations.accountable_higher_months", HIGHER),
        )
        for kind in ("引咎辞职", "责令辞职", "免职")
    },
    **{(Family.ACCOUNTABILITY, kind): () for kind in ("通报", "公开道歉")},
    (Family.ACCOUNTABILITY, "诫勉"): (Effect("admonition.months", UPWARD),),
    (Family.ACCOUNTABILITY, "停职检查"): (Effect("organisational_treatment.suspension_months", EVERY),),
    (Family.ACCOUNTABILITY, "调整职务"): (Effect("organisational_treatment.adjustment_months", UPWARD),),
    (Family.ACCOUNTABILITY, "降职"): (Effect("organisational_treatment.demotion_months", UPWARD),),
    (Family.UNFIT, "调离岗位"): (Effect("selection_regulations.unfit_months", HIGHER),),
    (Family.UNFIT, "免职"): (Effect("selection_regulations.unfit_months", HIGHER),),
    (Family.UNFIT, "降职"): (Effect("up_and_down.demotion_months", HIGHER),),
    (Family.UNFIT, "不称职降职"): (Effect("civil_servant_law.incompetent_demotion_months", HIGHER),),
}
KEYS: Mapping[str, str] = {
    "warning": "警告",
    "serious_warning": "严重警告",
    "party_post_removal": "撤销党内职务",
    "party_probation": "留党察看",
    "party_expulsion": "开除党籍",
    "demerit": "记过",
    "major_demerit": "记大过",
    "grade_demotion": "降级",
    "post_grade_lowering": "降低岗位等级",
    "post_removal": "撤职",
    "service_dismissal": "开除",
    "suspension": "停职检查",
    "adjustment": "调整职务",
    "ordered_resignation": "责令辞职",
    "blame_resignation": "引咎辞职",
    "removal": "免职",
    "post_demotion": "降职",
    "incompetent_demotion": "不称职降职",
    "moved_away": "调离岗位",
    "admonition": "诫勉",
    "circulated_criticism": "通报",
    "public_apology": "公开道歉",
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
    is a later last day by decision; `revoked_on` the day it was revoked; `lifted_on` that of a written decision to
    lift it, where the law of the time asks for one.
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
    lifted_on: date | None = None

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

    def bars(self, effect: Effect, on: date) -> frozenset[Act]:
        """The acts one of its effects bars on a day: some bars are younger than the sanctions."""
        barred = effect.bars
        if on < RANKS_BEGAN:
            barred -= {Act.RANK_PROMOTION}
        if on < FURTHER_USE_BARRED and self.kind in ("警告", "严重警告", "记过", "记大过", "降级"):
            barred -= {Act.FURTHER_USE}
        if self.kind == "开除党籍" and self._begins() < OUTSIDE_POSTS_BARRED:
            barred &= {Act.READMISSION}
        return barred

    def _begins(self) -> date:
        """The day whose text governs it."""
        return self.conduct_on or self.decided_on or self.effective_on


def read_sanction(record: Mapping[str, Any]) -> Sanction | None:
    """A sanction from a record of the fact `sanctions`; None where its day is unknown or it cannot be so.

    >>> read_sanction({"family": "state", "kind": "demerit", "decided_on": date(2023, 5, 10)}).kind
    '记过'
    """
    known = {name: value for name, value in record.items() if value is not None}
    family, kind = known.pop("family", None), known.pop("kind", None)
    effective_on = known.pop("effective_on", None) or known.get("decided_on")
    if family is None or kind is None or effective_on is None:
        return None
    try:
        return Sanction(family=Family(family), kind=KEYS[kind], effective_on=effective_on, **known)
    except SanctionError:
        return None


def read_sanctions(records: Sequence[Mapping[str, Any]]) -> list[Sanction] | None:
    """All of them; None when one cannot be read."""
    found = [read_sanction(each) for each in records]
    known = [each for each in found if each is not None]
    return known if len(known) == len(found) else None
