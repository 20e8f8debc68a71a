"""Inside a merger or split: a seat goes to another unit, and with it whoever sits there. Nothing before the day changes."""

import copy
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Protocol

from django.utils import timezone

from quanheng.access.models import Account
from quanheng.registry.actions.keep_revision import keep_revision
from quanheng.registry.actions.present_post import write_present_post
from quanheng.registry.models import Assignment, Organisation, Person, Post
from quanheng.registry.permissions.organisation_changes import running_lines
from quanheng.registry.queries.careers import seated_since
from quanheng.registry.queries.lines import snapshot


@dataclass(frozen=True)
class Order:
    """机构变动的批件: from which day, by which document, who records it and when."""

    on: date
    document: str
    reason: str
    by: Account
    at: datetime


class ChangeFollower(Protocol):
    """机构变动的后续: what another room keeps of units and seats goes where they go, inside the same act."""

    def seat_moved(self, old: Post, new: Post, order: Order) -> None:
        """A seat ended in one unit and stands anew in another; whoever sits there is carried already."""

    def unit_absorbed(self, unit: Organisation, into: Organisation, order: Order) -> None:
        """A unit is about to end as part of another."""

    def unit_split(self, unit: Organisation, moved: Sequence[tuple[Post, Post]], order: Order) -> None:
        """Seats of a unit, old and new, went to other units."""

    def unit_ended(self, unit: Organisation, order: Order) -> None:
        """A unit has ended, and nothing of it goes on."""


FOLLOWERS: list[ChangeFollower] = []


def follow_changes(follower: ChangeFollower) -> None:
    """Add a follower once; upper rooms do so in their `apps.py`."""
    if follower not in FOLLOWERS:
        FOLLOWERS.append(follower)


def carry_post(post: Post, into: Organisation, order: Order) -> Post:
    """The seat ends on the day and stands anew in the other unit; its running lines go on there."""
    fresh = copy.copy(post)
    fresh.pk, fresh.organisation, fresh.from_on, fresh.until_on = None, into, order.on, None
    fresh.order = Post.objects.filter(organisation=into, name=post.name).count()
    while Post.objects.filter(organisation=into, name=post.name, order=fresh.order).exists():
        fresh.order += 1
    fresh.save(force_insert=True)
    end_post(post, on=order.on)
    for line in running_lines(post.organisation, on=order.on).filter(post=post):
        carry_line(line, into, order, post=fresh)
    for follower in FOLLOWERS:
        follower.seat_moved(post, fresh, order)
    return fresh


def end_post(post: Post, *, on: date) -> None:
    """The seat is there no longer from the day; one set up later never was."""
    post.until_on = max(on, post.from_on) if post.from_on else on
    post.save(update_fields=["until_on"])


def carry_line(line: Assignment, into: Organisation, order: Order, *, post: Post | None = None) -> None:
    """The line ends on the day and goes on under the other unit, its months counted from where they began.

    One that begins later is written there at once.
    """
    before = snapshot(line)
    moved = line
    if line.from_on < order.on:
        moved = copy.copy(line)
        moved.pk, moved.from_on, moved.document, moved.is_exceptional = None, order.on, order.document, False
        moved.counted_from_on = seated_since(line.person, line)
        line.until_on, line.removal_document = order.on, order.document
        line.save(update_fields=["until_on", "removal_document"])
        _keep(line, before, order)
    moved.organisation, moved.organisation_text, moved.post = into, into.name, post
    moved.save()
    _keep(moved, before if moved is line else None, order)
    _follow(moved, into, order)


def _keep(line: Assignment, before: dict[str, object] | None, order: Order) -> None:
    keep_revision(
        by=order.by, at=order.at, person=line.person, noun="assignment", line=line.pk,
        before=before, after=snapshot(line), reason=order.reason,
    )  # fmt: skip


def _follow(line: Assignment, into: Organisation, order: Order) -> None:
    """The unit goes with the main post, the managing authority with a leader's; the present post is said anew."""
    person = Person.objects.select_for_update(of=("self",)).get(pk=line.person_id)
    if line.kind == "main":
        person.organisation = into
        if line.post and line.is_leading and line.role in ("chief", "deputy"):
            person.authority = into.authority
    write_present_post(person, on=timezone.localdate(order.at))
