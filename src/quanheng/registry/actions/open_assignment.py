"""Put a person in a post: the line of the career, the level, the present post in words; closes the former line if told.

Appointing acts of upper rooms call this inside their own; the hard stops in `permissions.guards` run here, always.
"""

from datetime import date, datetime

from django.db.models import Q
from django.utils import timezone

from quanheng.access.actions.action import action, require
from quanheng.access.models import Account
from quanheng.kernel.refusals import Refused
from quanheng.kernel.texts import text
from quanheng.registry.actions.close_assignment import end_line
from quanheng.registry.actions.present_post import write_present_post
from quanheng.registry.models import Assignment, Organisation, Person, Post, Rank
from quanheng.registry.permissions.guards import APPOINTMENT_GUARDS

WHAT = "任职"


@action(
    "registry.assignment.open",
    label=WHAT,
    permission="registry.edit",
    of=lambda given: given["person"].authority.path,
    keeps=("post", "from_on", "kind", "document"),
)
def open_assignment(
    *,
    by: Account,
    at: datetime,
    person: Person,
    post: Post,
    from_on: date,
    kind: str = "main",
    closes: Assignment | None = None,
    removal_document: str = "",
    mode: str = "",
    is_exceptional: bool = False,
    decided_by: str = "",
    document: str = "",
    probation_from_on: date | None = None,
) -> Assignment:
    """Open the line from `from_on`. `closes`, a running line of the same person, ends on that day.

    `registry.edit` is asked over the person's authority and over the post's: whoever runs a selection holds it.
    Refuses when the person sits there already, when the seat or the quota is full, when the post does not exist yet.
    """
    require(by, "registry.edit", path=post.organisation.authority.path, at=at, what=WHAT)
    person, post = _locked(person, post)
    _check(person=person, post=post, from_on=from_on)
    if closes is not None:
        end_line(closes, person=person, until_on=from_on, document=removal_document, what=WHAT)
    for guard in APPOINTMENT_GUARDS:
        guard(post=post, on=from_on, person=person)
    line = _seated(post, person=person, from_on=from_on, kind=kind)
    line.mode, line.is_exceptional, line.decided_by = mode, is_exceptional, decided_by
    line.document, line.probation_from_on = document, probation_from_on
    line.save(force_insert=True)
    if kind == "main":
        _rise(person, post, from_on, document)
        _move(person, post)
    write_present_post(person, on=max(from_on, timezone.localdate(at)))
    return line


def _locked(person: Person, post: Post) -> tuple[Person, Post]:
    """Unit, post and person as they are now, held until the act is over: two appointments to one unit wait."""
    Organisation.objects.select_for_update(of=("self",)).get(pk=post.organisation_id)
    seats = Post.objects.select_for_update(of=("self",)).select_related("organisation__authority")
    return Person.objects.select_for_update(of=("self",)).get(pk=person.pk), seats.get(pk=post.pk)


def _move(person: Person, post: Post) -> None:
    """The unit changes with the main post; the managing authority with a leader's, not with an inner post."""
    person.organisation = post.organisation
    if post.is_leading and post.role in ("chief", "deputy"):
        person.authority = post.organisation.authority


def _seated(post: Post, *, person: Person, from_on: date, kind: str) -> Assignment:
    """A line with the words of the post, not saved yet."""
    return Assignment(
        person=person,
        organisation=post.organisation,
        post=post,
        kind=kind,
        organisation_text=post.organisation.name,
        title=post.name,
        level=post.level,
        role=post.role,
        is_leading=post.is_leading,
        from_on=from_on,
    )


def _check(*, person: Person, post: Post, from_on: date) -> None:
    if (post.from_on and from_on < post.from_on) or (post.until_on and from_on >= post.until_on):
        raise Refused(
            text(WHAT),
            why=text(
                "{post}在{on}不存在（设置{start}，撤销{end}）",
                post=str(post),
                on=from_on,
                start=post.from_on or "—",
                end=post.until_on or "—",
            ),
            remedy=text("核对任职时间，或先办理职位设置"),
        )
    still = Q(until_on__isnull=True) | Q(until_on__gt=from_on)
    running = Assignment.objects.filter(still, person=person, post=post).first()
    if running:
        raise Refused(
            text(WHAT),
            why=text("{name}自{since}起已任{post}", name=person.name, since=running.from_on, post=str(post)),
            remedy=text("先前的任职已保留，不必再次办理"),
        )


def _rise(person: Person, post: Post, from_on: date, document: str) -> None:
    """A new spell when the level changes; the former one ends on the same day."""
    now = Rank.objects.filter(person=person, kind="level", until_on__isnull=True).order_by("-from_on").first()
    if now and now.code == post.level:
        return
    if now and now.from_on < from_on:
        now.until_on = from_on
        now.save(update_fields=["until_on"])
    Rank.objects.create(person=person, kind="level", code=post.level, from_on=from_on, document=document)
