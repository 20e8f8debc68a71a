"""Report a seat vacant, now or from a later day, with its cause and how it may be filled."""

from datetime import date, datetime

from django.db.models import Q
from django.utils import timezone

from quanheng.access.actions.action import action
from quanheng.access.models import Account
from quanheng.establishment.models import Vacancy
from quanheng.establishment.permissions.seats import SEATED, approved_for
from quanheng.kernel.refusals import Refused
from quanheng.kernel.texts import text
from quanheng.registry.models import Assignment, Post

WHAT = "登记职位空缺"
CITES = ("《中华人民共和国公务员法》第四十三条",)


@action(
    "establishment.vacancy.open",
    label=WHAT,
    permission="establishment.edit",
    of=lambda given: given["post"].organisation.authority.path,
    cites=CITES,
    keeps=("post", "cause", "since_on", "route"),
)
def open_vacancy(
    *,
    by: Account,
    at: datetime,
    post: Post,
    cause: str,
    since_on: date,
    route: str = "promotion",
    note: str = "",
) -> Vacancy:
    """Refuses a seat that is reported already, that somebody still holds on the day, or that has no approved number."""
    post = Post.objects.select_for_update(of=("self",)).select_related("organisation").get(pk=post.pk)
    _refuse_twice(post)
    _refuse_held(post, since_on)
    if post.is_leading and not approved_for(post, max(since_on, timezone.localdate(at))):
        raise Refused(
            text(WHAT),
            why=text("{post}没有核定职数", post=str(post)),
            cites=CITES,
            remedy=text("先按程序核定职数并登记批准文号"),
        )
    return Vacancy.objects.create(post=post, cause=cause, since_on=since_on, route=route, note=note.strip())


def _refuse_twice(post: Post) -> None:
    known = Vacancy.objects.filter(post=post, filled_on__isnull=True).first()
    if known:
        raise Refused(
            text(WHAT),
            why=text(
                "{post}的空缺已登记（{since}起，{cause}）",
                post=str(post),
                since=known.since_on,
                cause=text(known.get_cause_display()),
            ),
            remedy=text("先前的登记已保留，不必再次登记"),
        )


def _refuse_held(post: Post, since_on: date) -> None:
    still = Q(until_on__isnull=True) | Q(until_on__gt=since_on)
    taken = Assignment.objects.filter(still, post=post, kind__in=SEATED).select_related("person").first()
    if taken:
        raise Refused(
            text(WHAT),
            why=text("{post}在{on}仍由{name}担任", post=str(post), on=since_on, name=taken.person.name),
            cites=CITES,
            remedy=text("先登记免职时间，空缺时间不早于免职时间"),
        )
