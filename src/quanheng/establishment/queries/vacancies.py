"""Vacancies as somebody may see them, and the seats that could be reported vacant."""

from datetime import date

from django.db.models import Exists, OuterRef, Q, QuerySet

from quanheng.access.models import Account
from quanheng.establishment.models import Vacancy
from quanheng.establishment.permissions.seats import SEATED
from quanheng.registry.models import Assignment, Post
from quanheng.registry.queries.organisations import existing
from quanheng.registry.queries.sight import seen


def vacancies(
    *, by: Account, on: date, as_of: date | None = None, is_open: bool | None = None
) -> QuerySet[Vacancy]:
    """Vacancies under the authorities where `by` may view quotas; `is_open` as things stood on `as_of`."""
    mine = seen("establishment.view", by=by, on=on, field="post__organisation__authority")
    rows = Vacancy.objects.filter(mine).select_related("post__organisation__authority")
    open_then = Q(filled_on__isnull=True) | Q(filled_on__gt=as_of or on)
    if is_open is None:
        return rows.order_by("filled_on", "since_on", "pk")
    return (rows.filter(open_then) if is_open else rows.exclude(open_then)).order_by("since_on", "pk")


def empty_posts(*, by: Account, on: date) -> QuerySet[Post]:
    """Leading posts that nobody holds on the day, or whose holder's end is on record, without an open vacancy yet."""
    staying = Assignment.objects.filter(
        post=OuterRef("pk"), kind__in=SEATED, from_on__lte=on, until_on__isnull=True
    )
    reported = Vacancy.objects.filter(post=OuterRef("pk"), filled_on__isnull=True)
    may = seen("establishment.edit", by=by, on=on, field="organisation__authority")
    rows = Post.objects.filter(may, existing(on), ~Exists(staying), ~Exists(reported), is_leading=True)
    return rows.select_related("organisation").order_by(
        "organisation__order", "organisation__code", "order", "pk"
    )
