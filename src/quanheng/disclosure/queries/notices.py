"""Notices as staff may see them and as the public sees them, and where a notice stands at a moment."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db.models import Count, Q, QuerySet
from django.utils import timezone

from quanheng.access.models import Account
from quanheng.access.permissions.rights import within
from quanheng.disclosure.core.period import Period
from quanheng.disclosure.models import PublicNotice


@dataclass(frozen=True)
class NoticeState:
    """公示进度: `phase` is before, running or over; `working_day` of `working_days`; when it may come down.

    `up_days` are the working days it really hangs when it was posted late; `provisional_years` lack a calendar.
    """

    phase: str
    working_day: int
    working_days: int
    may_come_down_at: datetime
    up_days: int
    is_late: bool
    provisional_years: tuple[int, ...]


def notices(*, by: Account, on: date) -> QuerySet[PublicNotice]:
    """The notices under the authorities where `by` may view selection, with the number of open objections."""
    rows = PublicNotice.objects.filter(within("selection.view", by=by, on=on, field="case__authority"))
    waiting = Count("objections", filter=Q(objections__concluded_at__isnull=True))
    return (
        rows.select_related("case", "person", "published_by")
        .annotate(waiting=waiting)
        .order_by("-printed_from", "-pk")
    )


def public_notices(*, at: datetime) -> QuerySet[PublicNotice]:
    """What anybody may see: the notices that hang at this moment, and nothing after it."""
    day = timezone.localtime(at).date()
    rows = PublicNotice.objects.select_related("case__authority").filter(
        posted_at__lte=at, printed_from__lte=day, printed_to__gte=day
    )
    return rows.filter(Q(taken_down_at__isnull=True) | Q(taken_down_at__gt=at)).order_by("printed_to", "pk")


def notice_at(slug: str) -> PublicNotice | None:
    """The notice at a public address, whatever its state; the page shows nothing personal outside the period."""
    return PublicNotice.objects.select_related("case__authority", "person").filter(slug=slug).first()


def count_notices(key: UUID) -> int:
    """For acts: how many notices name the person."""
    return PublicNotice.objects.filter(person_id=key).count()


def notice_state(notice: PublicNotice, *, at: datetime) -> NoticeState:
    """Where the notice stands at a moment: no query, from its own dates and the official calendar."""
    period = Period(notice.printed_from, notice.printed_to)
    day = timezone.localtime(at).date()
    posted_on = timezone.localtime(notice.posted_at).date()
    return NoticeState(
        phase=_phase(notice, period, at),
        working_day=period.working_day_on(day),
        working_days=period.working_days,
        may_come_down_at=timezone.make_aware(period.ends_at()),
        up_days=period.up_days(posted_on),
        is_late=posted_on > notice.printed_from,
        provisional_years=period.provisional_years,
    )


def _phase(notice: PublicNotice, period: Period, at: datetime) -> str:
    day = timezone.localtime(at).date()
    if day < period.first or at < notice.posted_at:
        return "before"
    is_down = notice.taken_down_at is not None and notice.taken_down_at <= at
    return "over" if is_down or day > period.last else "running"
