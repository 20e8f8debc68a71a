"""Who sits where, and the hard stop before every appointment: no seat beyond the approved number, no seat twice.

One act asks for one seat; an import, which puts many people in at once, asks the same question with what it knows itself.
"""

from collections.abc import Collection, Iterable, Sequence
from datetime import date
from typing import Any

from django.db.models import Q, QuerySet

from quanheng.establishment.core.board import Cell, Row, Seat, board, peak
from quanheng.establishment.models import PostQuota
from quanheng.kernel.periods import Period
from quanheng.kernel.refusals import Refused
from quanheng.kernel.texts import text
from quanheng.registry.core import codes
from quanheng.registry.models import Assignment, Organisation, Person, Post

SEATED = ("main", "concurrent")
"""Lines that take a seat; acting (主持工作), secondment and study do not."""

CITES = ("《中华人民共和国公务员法》第四十三条",)
WHAT = "任职"


def require_free_seat(*, post: Post, on: date, person: Person | None = None) -> Row:
    """The row of the board when one more may be appointed to the post from the day; Refused with the sum otherwise.

    `person` is who is to be appointed: a seat of the same cell that they leave does not stand in their own way.
    Appointments already made for later days count, so that two cannot be promised one seat.
    """
    seats = [seat for seat in seats_of(post, on) if person is None or seat.person != str(person.pk)]
    _refuse_taken(post, on)
    if not post.is_leading:
        return Row(cell_of(post), None, tuple(seats))
    approved = approved_for(post, on)
    require_in_quota(post=post, on=on, approved=approved, seats=seats)
    return board({cell_of(post): approved or 0}, seats, on=on, until=on)[0]


def require_in_quota(*, post: Post, on: date, approved: int | None, seats: Sequence[Seat]) -> None:
    """Refused with the sum unless one more may sit in a leading post's cell from the day on, beside those of `seats`."""
    if approved is None:
        raise Refused(
            text(WHAT),
            why=text("{post}没有核定职数：{organisation}的{level}（{role}）未见批准文件", **_words(post)),
            cites=CITES,
            remedy=text("先按程序核定职数并登记批准文号"),
        )
    day, crowd = peak(seats, on=on)
    if len(crowd) >= approved:
        raise Refused(
            text(WHAT),
            why=text(
                "{organisation}的{level}（{role}）核定{approved}名，{day}实有{held}名：{names}；再任1名即超配{over}名",
                **_words(post), approved=approved, day=day, held=len(crowd), over=len(crowd) + 1 - approved,
                names="、".join(f"{seat.name}（{seat.post}）" for seat in crowd) or "—",
            ),
            cites=CITES,
            remedy=text("先免去一名现任，或报经批准增加职数后再办理"),
        )  # fmt: skip


def require_none_over(cells: Collection[Cell], *, on: date) -> None:
    """After many were put in at once: Refused when one of these cells now holds more people than are approved.

    Two queries however many cells; those who are to sit there later count from their day.
    """
    units = {cell.organisation for cell in cells}
    later = Q(until_on__isnull=True) | Q(until_on__gt=on)
    told = PostQuota.objects.filter(later, organisation__in=units, from_on__lte=on).order_by("from_on")
    approved = {Cell(*row[:3]): row[3] for row in told.values_list("organisation", "level", "role", "number")}
    seats: dict[Cell, list[Seat]] = {}
    for seat in as_seats(Assignment.objects.filter(later, post__organisation__in=units)) if units else ():
        seats.setdefault(seat.cell, []).append(seat)
    for cell in sorted(cells):
        _day, crowd = peak(seats.get(cell, ()), on=on)
        if len(crowd) > approved.get(cell, 0):
            post = Post.objects.filter(organisation=cell.organisation, level=cell.level, role=cell.role).first()
            assert post is not None
            others = [seat for seat in seats[cell] if seat.person != crowd[-1].person]
            require_in_quota(post=post, on=on, approved=approved.get(cell), seats=others)


def approved_for(post: Post, on: date) -> int | None:
    """The approved number in force on the day for the unit, level and role of a post; None when there is none."""
    running = Q(until_on__isnull=True) | Q(until_on__gt=on)
    same = PostQuota.objects.filter(
        running, organisation=post.organisation_id, level=post.level, role=post.role
    )
    return same.filter(from_on__lte=on).order_by("-from_on").values_list("number", flat=True).first()


def seats_of(post: Post, on: date) -> list[Seat]:
    """Everybody who sits in the cell of a post on the day, or is to sit there later."""
    later = Q(until_on__isnull=True) | Q(until_on__gt=on)
    same = {"post__organisation": post.organisation_id, "post__level": post.level, "post__role": post.role}
    return as_seats(Assignment.objects.filter(later, **same))


def as_seats(lines: QuerySet[Assignment]) -> list[Seat]:
    """The lines that take a seat, with who and where: one query, plain values."""
    return seats_from(seat_rows(lines))


def seat_rows(lines: QuerySet[Assignment]) -> QuerySet[Assignment, Any]:
    """The same question, for who composes it once."""
    return lines.filter(kind__in=SEATED, post__isnull=False).order_by("post__order", "from_on").values_list(*_SEAT)


def seats_from(rows: Iterable[tuple[Any, ...]]) -> list[Seat]:
    return [
        Seat(Cell(unit, level, role), str(person), name, post, Period(from_on, until_on))
        for unit, level, role, person, name, post, from_on, until_on in rows
    ]


_SEAT = (
    "post__organisation", "post__level", "post__role", "person", "person__name", "post__name", "from_on", "until_on",
)  # fmt: skip


def cell_of(post: Post) -> Cell:
    return Cell(post.organisation_id, post.level, post.role)


def _refuse_taken(post: Post, on: date) -> None:
    """One seat, one person (实名制): a seat still held on the day is not given a second time."""
    still = Q(until_on__isnull=True) | Q(until_on__gt=on)
    taken = Assignment.objects.filter(still, post=post, kind__in=SEATED).select_related("person").first()
    if taken is None:
        return
    raise Refused(
        text(WHAT),
        why=text(
            "{post}现由{name}担任（{since}起）", post=str(post), name=taken.person.name, since=taken.from_on
        ),
        cites=CITES,
        remedy=text("先免去现任，免职时间不晚于任职时间"),
    )


def _words(post: Post) -> dict[str, object]:
    unit: Organisation = post.organisation
    return {
        "post": str(post),
        "organisation": unit.name,
        "level": text(codes.label("post_level", post.level)),
        "role": text(post.get_role_display()),
    }
