"""Cases as another system may have left them: whole rows put in directly, by the book unless a fault is asked for.

No act of ours would let these faults through; an audit has to find them.
"""

from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from itertools import count
from typing import Any
from zoneinfo import ZoneInfo

from quanheng.access.models import Account, Authority
from quanheng.disclosure.models import PublicNotice
from quanheng.establishment.models import Vacancy
from quanheng.kernel.dates import last_day
from quanheng.kernel.workdays import last_workday_of, workday_on_or_after
from quanheng.meeting.models import Body, BodyMember, Expression, Item, Meeting, RollEntry
from quanheng.oversight.core.findings import sentences as unpacked_sentences
from quanheng.oversight.models import AuditFinding
from quanheng.procedure.models import Case, RecordEntry
from quanheng.procedure.queries.catalogue import versions
from quanheng.registry.models import Assignment, Organisation, Person, Post
from quanheng.registry.tests import factories as registry
from quanheng.selection.models import (
    AppointmentOrder,
    Candidate,
    Inspection,
    Inspector,
    Motion,
    Must,
    Opinion,
    Probation,
    Recommendation,
)

ZONE = ZoneInfo("Asia/Shanghai")
START = date(2024, 3, 4)
"""When the first motion was opened; the case is closed a little more than a year later."""
MUSTS = ("file", "matters", "discipline", "petition")
_serial = count(1)


@dataclass(frozen=True)
class Fault:
    """What went wrong in a case; the defaults are by the book."""

    talked: tuple[int, int] = (24, 22)
    """In scope, came."""
    heard_before: int = 0
    """Days between the recommendation and its use, beside the usual four."""
    targets: int = 2
    team: int = 2
    is_announced: bool = True
    musts: tuple[str, ...] = MUSTS
    answers: dict[str, str] = field(default_factory=dict)
    is_inspected: bool = True
    is_consulted: bool = True
    present: int = 9
    agree: int = 9
    is_chief_last: bool = True
    workdays: int = 5
    days_late: int = 0
    """Days between the first printed day of the notice and its posting."""
    is_ordered_early: bool = False
    has_talk: bool = True
    probation: int = 12
    """Months; 0: there is none."""
    held: int = 3
    """Seats taken of four when the motion was opened."""


@dataclass
class Office:
    """一级党委: an authority with a bureau, a body of nine, two inspectors and its supervisor."""

    authority: Authority
    bureau: Organisation
    body: Body
    members: list[BodyMember]
    inspectors: list[Account]
    officer: Account
    supervisor: Account


def at(day: date, hour: int = 9) -> datetime:
    """A moment of a day in Shanghai."""
    return datetime.combine(day, time(hour), tzinfo=ZONE)


def office(name: str = "中共云岭市委", *, parent: Authority | None = None) -> Office:
    """Everybody with a file of their own, so that it is known who is kin to whom."""
    authority = registry.authority(name, parent=parent)
    bureau = registry.organisation("云岭市交通运输局", of=authority, kind="3419")
    body = Body.objects.create(name="市委常委会", kind="standing_committee", authority=authority)
    who = [_account(f"常委{n}", "committee_member", authority, bureau) for n in range(9)]
    seats = [
        BodyMember(body=body, account=one, is_chief=not n, order=n, from_on=date(2019, 1, 1))
        for n, one in enumerate(who)
    ]
    return Office(
        authority,
        bureau,
        body,
        BodyMember.objects.bulk_create(seats),
        [_account("曹怀", "inspector", authority, bureau), _account("丁若", "inspector", authority, bureau)],
        registry.account("王敏", "officer", over=authority),
        registry.account("赵磊", "supervisor", over=authority),
    )


def _account(name: str, role: str, over: Authority, bureau: Organisation) -> Account:
    return registry.account(name, role, over=over, person_key=registry.person(name, at=bureau).pk)


def on_file(of: Office, *faults: Fault, start: date = START, apart: int = 0) -> list[Case]:
    """One closed case for each fault, begun `apart` days after each other: the same statements for one and for thousands."""
    made = [_Folder(of, fault, start + timedelta(days=apart * n)) for n, fault in enumerate(faults)]
    for kind in _ORDER:
        kind.objects.bulk_create([row for folder in made for row in folder.rows[kind]], batch_size=5000)
    return [folder.case for folder in made]


class _Folder:
    """案卷: the rows of one case by table, and the record entries in the order in which things happened."""

    def __init__(self, of: Office, fault: Fault, start: date) -> None:
        self.of, self.fault, self.start, self.serial = of, fault, start, next(_serial)
        self.rows: dict[type[Any], list[Any]] = {kind: [] for kind in _ORDER}
        self.steps = {act.verb: step.id for step in versions("promotion")[0].steps for act in step.acts}
        self.post = self.add(
            Post, organisation=of.bureau, name="副局长", level="132", role="deputy", order=self.serial
        )
        self.people = [self._person(name) for name in ("周远行", "陈若溪")]
        self.case = self.add(
            Case, number=f"{start.year}-{self.serial:05}", title="云岭市交通运输局副局长选任", procedure="promotion",
            procedure_since=date(2019, 3, 3), authority=of.authority, opened_at=at(start), opened_by=of.officer,
        )  # fmt: skip
        for part in (self._motion, self._recommendation, self._inspection, self._meeting, self._appointment):
            part()

    def add(self, table: type[Any], /, **given: Any) -> Any:
        row = table(**given)
        self.rows[table].append(row)
        return row

    def day(self, days: int) -> date:
        return self.start + timedelta(days=days)

    def enter(self, verb: str, on: date, hour: int = 9, **facts: Any) -> None:
        number = len(self.rows[RecordEntry]) + 1
        self.add(
            RecordEntry, case=self.case, number=number, verb=verb, matter=verb, step=self.steps[verb], happened_at=at(on, hour),
            recorded_at=at(on, hour), by=self.of.officer, by_name="王敏", result="—", facts=facts, previous="",
            digest=f"{self.serial}-{number}",
        )  # fmt: skip

    def _person(self, name: str) -> Person:
        return self.add(  # type: ignore[no-any-return]
            Person, name=name, authority=self.of.authority, organisation=self.of.bureau, sex="1", born_on=date(1985, 3, 1),
            status="现职人员",
        )  # fmt: skip

    def _motion(self) -> None:
        vacancy = self.add(
            Vacancy, post=self.post, cause="retired", since_on=self.day(-30), filled_on=self.day(26)
        )
        self.add(
            Motion, case=self.case, vacancy=vacancy, post=self.post, proposer="市委组织部", ground="工作需要", conditions="熟悉业务",
            scope="全市", method="民主推荐",
        )  # fmt: skip
        self.enter("selection.motion.open", self.start, approved=4, held=self.fault.held)
        for verb in ("approve", "screen", "forecast"):
            self.enter(f"selection.motion.{verb}", self.day(1))

    def _recommendation(self) -> None:
        scope, came = self.fault.talked
        talks, ballot = self.day(3 - self.fault.heard_before), self.day(4 - self.fault.heard_before)
        named = [
            {"person": str(one.pk), "votes": 15 - 9 * n, "by_class": {}, "place": n + 1}
            for n, one in enumerate(self.people)
        ]
        for form, on, attended in (("talk", talks, came), ("meeting", ballot, 22)):
            self.add(
                Recommendation, case=self.case, form=form, held_at=at(on), place="三楼", presided_by="秦望", scope_size=scope,
                attended=attended, result={"persons": named}, confirmed_at=at(on),
            )  # fmt: skip
        for verb, on in (
            ("record_talks", talks),
            ("hold_meeting", ballot),
            ("enter_count", ballot),
            ("confirm_count", ballot),
        ):
            self.enter(f"selection.recommendation.{verb}", on)

    def _inspection(self) -> None:
        fault = self.fault
        stages = ("appointed", "target")[: fault.targets]
        found = [
            self.add(Candidate, case=self.case, person=one, stage=stage)
            for one, stage in zip(self.people, stages, strict=False)
        ]
        announced = self.day(10) if fault.is_announced else None
        inspection = self.add(
            Inspection, case=self.case, from_on=self.day(12), until_on=self.day(16), notice_on=announced
        )
        for n, account in enumerate(self.of.inspectors[: fault.team]):
            self.add(Inspector, inspection=inspection, account=account, is_leader=not n)
        clear = {"petition": "none"} | fault.answers
        for one in found:
            for kind in fault.musts:
                self.add(
                    Must, candidate=one, kind=kind, result=clear.get(kind, "clear"), answered_by="市纪委监委",
                    answered_on=self.day(18), recorded_by=self.of.officer, recorded_at=at(self.day(18)),
                )  # fmt: skip
        self.enter("selection.inspection.fix_targets", self.day(8), targets=fault.targets)
        self.enter("selection.inspection.form_team", self.day(9))
        if fault.is_announced:
            self.enter("selection.inspection.give_notice", self.day(10))
        self.enter("selection.inspection.record_must", self.day(18))
        if fault.is_inspected:
            self.enter("selection.inspection.conclude", self.day(19))

    def _meeting(self) -> None:
        fault, on = self.fault, self.day(26)
        if fault.is_consulted:
            self.add(
                Opinion, case=self.case, asked="普云生", capacity="分管领导", received_on=self.day(20), answered_on=self.day(21),
                answer="agree",
            )  # fmt: skip
            self.enter("selection.consultation.record_opinion", self.day(21))
        self.enter("selection.consultation.propose", self.day(22))
        self.enter("selection.deliberation.table", on, 8)
        meeting = self.add(
            Meeting, body=self.of.body, title="市委常委会", held_at=at(on) + timedelta(seconds=self.serial), place="会议室",
            recorder=self.of.officer, convened_by=self.of.officer, convened_at=at(on, 8),
        )  # fmt: skip
        item = self.add(
            Item, meeting=meeting, number=1, title="拟任", case=self.case, person=self.people[0], post=self.post, state="passed",
            form="oral", should=9, present=fault.present, recused=0, agree=fault.agree, disagree=fault.present - fault.agree,
            defer=0, decided_at=at(on, 11), decided_by=self.of.officer,
        )  # fmt: skip
        there = self.of.members[: fault.present]
        for member in there:
            self.add(RollEntry, meeting=meeting, member=member, is_present=True, at=at(on))
        speaking = [*there[1:], there[0]] if fault.is_chief_last else there
        for n, member in enumerate(speaking, 1):
            stance = "agree" if n <= fault.agree else "disagree"
            self.add(
                Expression,
                item=item,
                member=member,
                order=n,
                stance=stance,
                entered_by=self.of.officer,
                at=at(on),
            )
        self.enter("selection.deliberation.record_decision", on, 12)

    def _appointment(self) -> None:
        fault, decided = self.fault, self.day(26)
        first = workday_on_or_after(self.day(28))
        last = last_workday_of(first, fault.workdays)
        self.add(
            PublicNotice, case=self.case, person=self.people[0], post="副局长", slug=f"s{self.serial}", profile={},
            decided_on=decided, printed_from=first, printed_to=last, working_days=fault.workdays,
            posted_at=at(first + timedelta(days=fault.days_late), 8), taken_down_at=at(last, 18), scope="全市", channels=[],
            address="—", phone="12380", published_by=self.of.officer,
        )  # fmt: skip
        self.enter("selection.notice.publish", first, 8)
        self.enter("selection.notice.close", last, 18)
        issued = last if fault.is_ordered_early else last + timedelta(days=1)
        line = self.add(Assignment, person=self.people[0], post=self.post, title="副局长", from_on=decided)
        order = self.add(
            AppointmentOrder, case=self.case, number=f"云委干{self.serial}号", person=self.people[0], post=self.post,
            assignment=line, decided_on=decided, issued_on=issued, talk_on=issued if fault.has_talk else None,
        )  # fmt: skip
        self.enter("selection.appointment.record_talk", issued)
        self.enter("selection.appointment.issue_order", issued, 10)
        ended = self._probation(order, issued)
        self.enter("selection.probation.conclude", ended)
        self.case.closed_at = at(ended)

    def _probation(self, order: AppointmentOrder, issued: date) -> date:
        if not self.fault.probation:
            return issued
        until = last_day(issued, self.fault.probation)
        assessed = until + timedelta(days=1)
        self.add(
            Probation,
            order=order,
            from_on=issued,
            last_on=until,
            assessed_on=assessed,
            outcome="confirmed",
            note="胜任",
        )
        return assessed


_ORDER: tuple[type[Any], ...] = (
    Post, Person, Case, Vacancy, Motion, Recommendation, Candidate, Inspection, Inspector, Must, Opinion, Meeting, RollEntry,
    Item, Expression, PublicNotice, Assignment, AppointmentOrder, Probation, RecordEntry,
)  # fmt: skip


def sentences(finding: AuditFinding) -> list[str]:
    """The reasons of a finding, as they read."""
    return [str(said) for said in unpacked_sentences(finding.why)]
