"""A standing committee of nine, its recorder and a matter to decide; built through the room's own actions."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

from quanheng.access.models import Account, Authority
from quanheng.meeting.actions.add_item import add_item
from quanheng.meeting.actions.call_roll import call_roll
from quanheng.meeting.actions.convene import convene
from quanheng.meeting.actions.express import express
from quanheng.meeting.actions.form_body import form_body
from quanheng.meeting.actions.seat_member import seat_member
from quanheng.meeting.models import Body, BodyMember, Item, Meeting
from quanheng.registry.models import Person
from quanheng.registry.tests import factories as registry

HELD_AT = datetime(2026, 11, 13, 6, 30, tzinfo=UTC)
"""Half past two in the afternoon of 13 November 2026 in Shanghai."""
NAMES = ("周正清", "李慧", "张卫东", "赵敏", "钱立", "孙瑞", "吴桐", "郑远", "王岚")
"""周正清 is the secretary, the chief."""


@dataclass
class Committee:
    """常委会: nine members by name, the recorder 何静, the candidate 陈建国 for deputy chief of the transport bureau."""

    authority: Authority
    recorder: Account
    body: Body
    members: dict[str, BodyMember]
    candidate: Person

    def seat(self, name: str) -> BodyMember:
        return self.members[name]

    def account(self, name: str) -> Account:
        return self.members[name].account


def committee(
    names: Collection[str] = NAMES, *, keeps_recused: bool = True, from_on: date = date(2020, 1, 1)
) -> Committee:
    """The standing committee, seated since 2020."""
    city = registry.authority("中共云岭市委")
    recorder = registry.account("何静", "section_chief", over=city)
    body = form_body(
        by=recorder,
        at=HELD_AT,
        authority=city,
        name="市委常委会",
        kind="standing_committee",
        keeps_recused=keeps_recused,
    )
    seats = {}
    for order, name in enumerate(names):
        role = "committee_member" if order else "committee_chief"
        seats[name] = seat_member(
            by=recorder,
            at=HELD_AT,
            body=body,
            account=registry.account(name, role, over=city),
            is_chief=not order,
            order=order,
            from_on=from_on,
        )
    bureau = registry.organisation("云岭市交通运输局", of=city)
    return Committee(city, recorder, body, seats, registry.person("陈建国", of=city, at=bureau))


def sitting(of: Committee, *, absent: Collection[str] = (), held_at: datetime = HELD_AT) -> Meeting:
    """A meeting that has called its roll; `absent` are away on leave."""
    meeting = convene(
        by=of.recorder, at=held_at - timedelta(days=2), body=of.body, held_at=held_at, place="市委三楼会议室"
    )
    return call_roll(
        by=of.recorder,
        at=held_at,
        meeting=meeting,
        present=[member for name, member in of.members.items() if name not in absent],
        absent={of.members[name]: "因公出差" for name in absent},
    )


def matter(of: Committee, meeting: Meeting, person: Person | None = None, name: str = "副局长") -> Item:
    """陈建国 proposed for a deputy's seat in the transport bureau."""
    who = person or of.candidate
    post = registry.post(who.organisation, name)
    return add_item(by=of.recorder, at=meeting.held_at, meeting=meeting, person=who, post=post)


def speak(of: Committee, item: Item, **stances: Collection[str]) -> None:
    """Members state their opinions in the order given: `speak(…, agree=["李慧"], disagree=["赵敏"])`."""
    at = item.meeting.held_at + timedelta(minutes=10)
    for stance, names in stances.items():
        for name in names:
            express(by=of.account(name), at=at, item=item, stance=stance)
