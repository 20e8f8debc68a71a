"""Meetings as somebody may see them, and one meeting with everything its page shows."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Count, Model, Q, QuerySet
from django.utils import timezone

from quanheng.access.models import Account
from quanheng.access.permissions.rights import rights_of, under, within
from quanheng.access.queries.composed import Question, one_of, records
from quanheng.kernel.texts import Text
from quanheng.meeting.core.count import Tally
from quanheng.meeting.core.kin import Ground
from quanheng.meeting.core.order import speaking_order, waiting_for
from quanheng.meeting.models import BodyMember, Expression, Item, Meeting, Recusal, RollEntry
from quanheng.meeting.queries.conflicts import related_all
from quanheng.meeting.queries.members import seated, unread
from quanheng.procedure.models import Case
from quanheng.registry.models import Person


@dataclass(frozen=True)
class Speaker:
    """议题中的一名成员: whether he may speak now, what he said, why he must or did step aside."""

    member: BodyMember
    expression: Expression | None
    recusal: Recusal | None
    conflict: Text | None
    waits_for: tuple[str, ...]

    @property
    def may_speak(self) -> bool:
        return not (self.expression or self.recusal or self.conflict or self.waits_for)


@dataclass(frozen=True)
class ItemSheet:
    """议题页: the item, its figures as they stand (frozen once decided), and its speakers in order."""

    item: Item
    tally: Tally
    speakers: tuple[Speaker, ...]

    @property
    def is_all_said(self) -> bool:
        return bool(self.speakers) and all(each.expression or each.recusal for each in self.speakers)

    @property
    def recused(self) -> tuple[Speaker, ...]:
        return tuple(each for each in self.speakers if each.recusal)


@dataclass(frozen=True)
class MeetingSheet:
    """会议页: the roll (or who should come), the items, and what `by` may do here."""

    meeting: Meeting
    roll: tuple[RollEntry, ...]
    tally: Tally
    items: tuple[ItemSheet, ...]
    may_run: bool
    is_recorder: bool
    seat: BodyMember | None

    @property
    def current(self) -> ItemSheet | None:
        """The first item that waits for its decision."""
        return next((sheet for sheet in self.items if not sheet.item.decided_at), None)


def meetings(*, by: Account, on: date) -> QuerySet[Meeting]:
    """Meetings of the bodies where `by` may view meetings, the newest first, with the number of items and of open ones."""
    open_items = Count("items", filter=Q(items__state="open"))
    return _seen(rights_of(by, on=on).paths("meeting.view")).annotate(all_items=Count("items"), open_items=open_items).order_by("-held_at", "-pk")


def meeting_of(pk: int, *, by: Account, on: date) -> Meeting | None:
    """One of them, without the numbers."""
    found: list[Meeting] = records(_numbered, paths=rights_of(by, on=on).paths("meeting.view"), pk=pk)
    return found[0] if found else None


def _numbered(*, paths: tuple[str, ...], pk: int) -> QuerySet[Meeting]:
    return _seen(paths).filter(pk=pk).order_by("pk")


def _seen(paths: tuple[str, ...]) -> QuerySet[Meeting]:
    rows = Meeting.objects.filter(under(paths, field="body__authority"))
    return rows.select_related("body__authority", "recorder").defer(*unread("recorder"))


def meeting_sheet(*, by: Account, on: date, meeting: Meeting) -> MeetingSheet:
    """Everything the page of a meeting from `meetings` shows; as many queries for one item as for ten."""
    rights, path = rights_of(by, on=on), meeting.body.authority.path
    roll = _roll(meeting)
    items = _of(meeting, records(_items, meeting=meeting.pk))
    said, aside = (_by_item(question, items) for question in (_said, _aside))
    present = [entry.member for entry in roll if entry.is_present]
    grounds = related_all([item.person_id for item in items], present)
    shows_kin = rights.may("registry.sensitive", path)
    sheets = (
        _sheet(item, meeting, roll, present, said[item.pk], aside[item.pk], grounds[item.person_id], shows_kin) for item in items
    )
    return MeetingSheet(
        meeting=meeting,
        roll=roll,
        tally=_tally(meeting, roll, [], []),
        items=tuple(sheets),
        may_run=rights.may("meeting.run", path),
        is_recorder=by.pk == meeting.recorder_id,
        seat=next((entry.member for entry in roll if entry.member.account_id == by.pk), None),
    )


def reopenable(*, by: Account, on: date, meeting: Meeting) -> QuerySet[Item]:
    """Decided items of the same body that nobody reopened yet, newest first, for whoever runs the meeting."""
    rows = Item.objects.filter(within("meeting.run", by=by, on=on, field="meeting__body__authority"))
    return (
        rows.filter(meeting__body=meeting.body, state__in=("passed", "failed"), reopened_as=None)
        .select_related("meeting")
        .order_by("-decided_at")
    )


def _roll(meeting: Meeting) -> tuple[RollEntry, ...]:
    """The roll as called; before that, one unsaved line for each who should come."""
    if called := _of(meeting, records(_called, meeting=meeting.pk)):
        return tuple(called)
    members = seated(meeting.body, on=timezone.localtime(meeting.held_at).date())
    return tuple(RollEntry(meeting=meeting, member=member, is_present=False) for member in members)


def _of(meeting: Meeting, rows: list[Any]) -> list[Any]:
    """Rows of the meeting at hand: it is not to be read again."""
    for row in rows:
        row.meeting = meeting
    return rows


def _called(*, meeting: int) -> QuerySet[RollEntry]:
    rows = RollEntry.objects.filter(meeting=meeting).select_related("member__account")
    return rows.defer(*unread("member__account")).order_by("member__order", "pk")


def _items(*, meeting: int) -> QuerySet[Item]:
    rows = Item.objects.filter(meeting=meeting).select_related("person", "case", "reopens__meeting")
    return rows.defer(*_UNSHOWN).order_by("number")


def _by_item(question: Question, items: Sequence[Item]) -> dict[int, dict[int, Any]]:
    """What was said or why somebody stepped aside, for each item and member. Who they are is on the roll already."""
    found: dict[int, dict[int, Any]] = {item.pk: {} for item in items}
    by_key = {item.pk: item for item in items}
    for each in records(question, items=list(found)):
        each.item = by_key[each.item_id]
        found[each.item_id][each.member_id] = each
    return found


def _said(*, items: list[int]) -> QuerySet[Expression]:
    rows = Expression.objects.filter(one_of(items, "item", "bigint")).select_related("entered_by")
    return rows.defer(*unread("entered_by")).order_by("order")


def _aside(*, items: list[int]) -> QuerySet[Recusal]:
    return Recusal.objects.filter(one_of(items, "item", "bigint")).order_by("at", "pk")


_SHOWN: dict[str, tuple[type[Model], set[str]]] = {
    "person": (Person, {"key", "name", "organisation", "current_post"}),
    "case": (Case, {"id", "number"}),
    "reopens": (Item, {"id", "meeting"}),
    "reopens__meeting": (Meeting, {"id", "title"}),
}
_UNSHOWN = [f"{way}__{field.name}" for way, (model, shown) in _SHOWN.items() for field in model._meta.concrete_fields if field.name not in shown]


def _sheet(
    item: Item,
    meeting: Meeting,
    roll: Sequence[RollEntry],
    present: Sequence[BodyMember],
    said: dict[int, Expression],
    aside: dict[int, Recusal],
    grounds: dict[int, Ground],
    shows_kin: bool,
) -> ItemSheet:
    if item.decided_at:  # the roll may have been called again since
        members = [entry.member for entry in roll]
        present = [member for member in members if member.pk in said or member.pk in aside]
    taking_part = [member for member in present if member.pk not in aside]
    chief = next((member.pk for member in taking_part if member.is_chief), None)
    order = speaking_order(
        [member.pk for member in present], chief=next((m.pk for m in present if m.is_chief), None)
    )
    by_key = {member.pk: member for member in present}
    keys = [member.pk for member in taking_part]
    speakers = []
    for key in sorted(
        order, key=lambda each: (said[each].order if each in said else 10_000, order.index(each))
    ):
        waits = waiting_for(key, voters=keys, expressed=said.keys(), chief=chief)
        ground = grounds.get(key)
        speakers.append(
            Speaker(
                by_key[key],
                said.get(key),
                aside.get(key),
                (ground.words if shows_kin else ground.word) if ground else None,
                tuple(by_key[each].account.name for each in waits),
            )
        )
    return ItemSheet(
        item,
        _frozen(item, meeting) or _tally(meeting, roll, list(aside), list(said.values())),
        tuple(speakers),
    )


def _tally(meeting: Meeting, roll: Sequence[RollEntry], aside: list[int], said: list[Expression]) -> Tally:
    stances = [each.stance for each in said]
    return Tally(
        should=len(roll),
        present=sum(entry.is_present for entry in roll),
        recused=len(aside),
        agree=stances.count("agree"),
        disagree=stances.count("disagree"),
        defer=stances.count("defer"),
        keeps_recused=meeting.body.keeps_recused,
    )


def _frozen(item: Item, meeting: Meeting) -> Tally | None:
    if item.decided_at is None:
        return None
    return Tally(
        should=item.should or 0,
        present=item.present or 0,
        recused=item.recused or 0,
        agree=item.agree or 0,
        disagree=item.disagree or 0,
        defer=item.defer or 0,
        keeps_recused=meeting.body.keeps_recused,
    )
