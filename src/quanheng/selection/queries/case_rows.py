"""The rows behind many cases at once, each table asked once whatever the number of cases. What they mean is `case_facts`."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from itertools import chain
from typing import Any
from uuid import UUID

from django.db.models import Q
from django.db.models.fields.json import KeyTransform
from django.utils import timezone

from quanheng.disclosure.models import Objection, PublicNotice
from quanheng.meeting.models import Expression, Item, Recusal, RollEntry
from quanheng.procedure.models import Case, RecordEntry
from quanheng.registry.models import Relative
from quanheng.selection.models import (
    AppointmentOrder,
    Candidate,
    Inspection,
    Inspector,
    KeptFinding,
    Motion,
    Must,
    Opinion,
    Recommendation,
)

STANDING = ("target", "proposed", "appointed")
"""Candidates who came to be inspected."""


@dataclass(frozen=True)
class Entry:
    """One record entry, without its words."""

    number: int
    verb: str
    step: str
    outcome: str
    happened_at: datetime
    by_person: UUID | None
    figures: Mapping[str, Any]


@dataclass(frozen=True)
class Seat:
    """A member on the roll of an item's meeting."""

    member: int
    person: UUID | None
    is_chief: bool


@dataclass
class CaseRows:
    """案卷行: everything that is on record of one case."""

    case: Case
    entries: list[Entry] = field(default_factory=list)
    motion: Motion | None = None
    rounds: dict[str, Recommendation] = field(default_factory=dict)
    candidates: list[Candidate] = field(default_factory=list)
    inspection: Inspection | None = None
    team: list[UUID | None] = field(default_factory=list)
    musts: list[Must] = field(default_factory=list)
    opinions: list[Opinion] = field(default_factory=list)
    item: Item | None = None
    voters: list[Seat] = field(default_factory=list)
    last_speaker: int | None = None
    notice: PublicNotice | None = None
    objections: list[Objection] = field(default_factory=list)
    order: AppointmentOrder | None = None
    kin: frozenset[frozenset[UUID]] = frozenset()
    is_superior_asked: bool = False

    def numbers(self, *verbs: str) -> tuple[int, ...]:
        """The record entries of these verbs."""
        return tuple(entry.number for entry in self.entries if entry.verb in verbs)

    def last(self, verb: str) -> Entry | None:
        """The newest entry of a verb."""
        return next((entry for entry in reversed(self.entries) if entry.verb == verb), None)

    def chosen(self) -> UUID | None:
        """The person appointed, decided on or proposed."""
        if self.order is not None:
            return self.order.person_id
        if self.item is not None:
            return self.item.person_id
        return next((row.person_id for row in self.candidates if row.stage != "target"), None)

    def related(self, persons: Collection[UUID], others: Sequence[UUID | None]) -> bool | None:
        """Whether one of `others` is one of `persons` or kin; None when somebody's file is not known and no other is kin."""
        known = [key for key in others if key]
        if any(key in persons or frozenset((key, person)) in self.kin for key in known for person in persons):
            return True
        return False if others and len(known) == len(others) else None


def case_rows(cases: Iterable[Case]) -> list[CaseRows]:
    """The rows of some cases, in their order. For queries of upper rooms: who may see the cases was asked before."""
    by_key = {case.pk: CaseRows(case) for case in cases}
    _record(by_key)
    _stages(by_key)
    _meeting(by_key)
    _appointment(by_key)
    _kin(by_key)
    return list(by_key.values())


def _record(rows: Mapping[int, CaseRows]) -> None:
    names = ("approved", "held", "targets", "is_concentrated")
    figures = {name: KeyTransform(name, "facts") for name in names}
    fields = ("case_id", "number", "verb", "step", "outcome", "happened_at", "by__person_key")
    for row in (
        RecordEntry.objects.filter(case_id__in=rows).order_by("case_id", "number").values(*fields, **figures)
    ):
        case, person = row.pop("case_id"), row.pop("by__person_key")
        told = {name: row.pop(name) for name in names}
        rows[case].entries.append(Entry(**row, by_person=person, figures=told))


def _stages(rows: Mapping[int, CaseRows]) -> None:
    for motion in Motion.objects.filter(case_id__in=rows).select_related("post__organisation"):
        rows[motion.case_id].motion = motion
    for heard in Recommendation.objects.filter(case_id__in=rows).defer("issued", "result"):
        rows[heard.case_id].rounds[heard.form] = heard
    for candidate in (
        Candidate.objects.filter(case_id__in=rows, stage__in=STANDING)
        .order_by("pk")
        .only("case_id", "person_id", "stage")
    ):
        rows[candidate.case_id].candidates.append(candidate)
    chosen = Candidate.objects.filter(case_id__in=rows, stage__in=("proposed", "appointed"))
    numbers = [number for some in chosen.values_list("findings", flat=True) for number in some]
    asked = KeptFinding.objects.filter(pk__in=numbers, said__light="superior")
    for case in asked.values_list("case_id", flat=True):
        rows[case].is_superior_asked = True
    for inspection in Inspection.objects.filter(case_id__in=rows).defer("plan", "notice"):
        rows[inspection.case_id].inspection = inspection
    team = (
        Inspector.objects.filter(inspection_id__in=rows)
        .order_by("pk")
        .values_list("inspection_id", "account__person_key")
    )
    for case, person in team:
        rows[case].team.append(person)
    for must in Must.objects.filter(candidate__case_id__in=rows).select_related("candidate").only(
        "kind", "result", "answered_on", "candidate__case_id", "candidate__person_id"
    ).order_by("recorded_at", "pk"):  # fmt: skip
        rows[must.candidate.case_id].musts.append(must)
    for opinion in Opinion.objects.filter(case_id__in=rows).order_by("answered_on", "pk"):
        rows[opinion.case_id].opinions.append(opinion)


def _meeting(rows: Mapping[int, CaseRows]) -> None:
    """The newest decision that passed, those who took part in it, and who spoke last."""
    items = (
        Item.objects.filter(case_id__in=rows, state="passed")
        .select_related("meeting__body")
        .order_by("decided_at", "pk")
    )
    for item in items:
        assert item.case_id is not None
        rows[item.case_id].item = item
    decided = {row.item.pk: row for row in rows.values() if row.item is not None}
    aside: dict[int, set[int]] = defaultdict(set)
    for key, member in Recusal.objects.filter(item_id__in=decided).values_list("item_id", "member_id"):
        aside[key].add(member)
    seats: dict[int, list[Seat]] = defaultdict(list)
    meetings = {row.item.meeting_id for row in decided.values() if row.item is not None}
    roll = RollEntry.objects.filter(meeting_id__in=meetings, is_present=True).order_by("pk")
    shown = roll.values_list("meeting_id", "member_id", "member__account__person_key", "member__is_chief")
    for meeting, member, person, is_chief in shown:
        seats[meeting].append(Seat(member, person, is_chief))
    for key, row in decided.items():
        assert row.item is not None
        row.voters = [seat for seat in seats[row.item.meeting_id] if seat.member not in aside[key]]
    spoken = Expression.objects.filter(item_id__in=decided).order_by("item_id", "-order").distinct("item_id")
    for key, member in spoken.values_list("item_id", "member_id"):
        decided[key].last_speaker = member


def _appointment(rows: Mapping[int, CaseRows]) -> None:
    notices = PublicNotice.objects.filter(case_id__in=rows).defer("profile").order_by("posted_at", "pk")
    for notice in notices:
        rows[notice.case_id].notice = notice
    objections = (
        Objection.objects.filter(notice__case_id__in=rows)
        .select_related("notice")
        .only("concluded_at", "notice__case_id")
    )
    for objection in objections.order_by("pk"):
        rows[objection.notice.case_id].objections.append(objection)
    for order in AppointmentOrder.objects.filter(case_id__in=rows).select_related("probation"):
        rows[order.case_id].order = order


def _kin(rows: Mapping[int, CaseRows]) -> None:
    """Pairs of people who are relatives, between those considered and those who inspected or decided."""
    persons = {candidate.person_id for row in rows.values() for candidate in row.candidates}
    persons |= {key for row in rows.values() if (key := row.chosen())}
    sitting = chain.from_iterable((*row.team, *(seat.person for seat in row.voters)) for row in rows.values())
    others = {key for key in sitting if key}
    either = Q(person__in=persons, other__in=others) | Q(person__in=others, other__in=persons)
    lines = Relative.objects.filter(either).values_list("person_id", "other_id")
    pairs = frozenset(frozenset((person, other)) for person, other in lines if other)
    for row in rows.values():
        row.kin = pairs


def day_of(at: datetime) -> date:
    """The local day of a moment."""
    return timezone.localdate(at)
