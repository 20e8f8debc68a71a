"""The register of key posts: who holds each, for how long, and whether the local figure for rotation is passed."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Prefetch, Q, QuerySet

from quanheng.access.models import Account
from quanheng.establishment.models import KeyPost
from quanheng.establishment.permissions.seats import SEATED
from quanheng.kernel.periods import Months
from quanheng.registry.models import Assignment
from quanheng.registry.queries.careers import counted_from
from quanheng.registry.queries.sight import seen


@dataclass(frozen=True)
class Holder:
    """任关键岗位者: the person in a key post, and the full months there."""

    line: Assignment
    months: Months


def key_posts(
    *, by: Account, on: date, as_of: date | None = None, kind: str = "", is_past: bool = False
) -> QuerySet[KeyPost]:
    """Entries that stand on the day (or have ended, `is_past`) under the authorities where `by` may view quotas."""
    day = as_of or on
    mine = seen("establishment.view", by=by, on=on, field="post__organisation__authority")
    ended = Q(until_on__isnull=False, until_on__lte=day)
    rows = KeyPost.objects.filter(mine, from_on__lte=day)
    rows = rows.filter(ended) if is_past else rows.exclude(ended)
    if kind in dict(KeyPost.KINDS):
        rows = rows.filter(kind=kind)
    running = Q(from_on__lte=day) & (Q(until_on__isnull=True) | Q(until_on__gt=day))
    holders = Assignment.objects.filter(running, kind__in=SEATED).select_related("person").order_by("from_on")
    return rows.select_related("post__organisation").prefetch_related(
        Prefetch("post__assignments", holders, to_attr="holders")
    )


def holders_of(entry: KeyPost, *, on: date) -> list[Holder]:
    """From rows loaded by `key_posts`: who sits there, and since when in full months."""
    lines: list[Assignment] = getattr(entry.post, "holders")  # noqa: B009  put there by the prefetch
    return [Holder(line, Months.from_day(counted_from(line), on=on)) for line in lines]
