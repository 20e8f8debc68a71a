"""One post with everything the establishment knows of it: holders, duty statements, key registrations, vacancies."""

from dataclasses import dataclass
from datetime import date

from quanheng.access.models import Account
from quanheng.establishment.models import DutyStatement, KeyPost, Vacancy
from quanheng.registry.models import Post
from quanheng.registry.queries.organisations import posts


@dataclass(frozen=True)
class PostFile:
    """职务档案: a post as it stands on a day; `statement` is the duty statement in force then."""

    post: Post
    statement: DutyStatement | None
    statements: list[DutyStatement]
    registrations: list[KeyPost]
    vacancies: list[Vacancy]


def post_file(*, by: Account, on: date, as_of: date | None = None, pk: int) -> PostFile | None:
    """None when `by` may not see the post or it does not exist on the day."""
    day = as_of or on
    post = posts(by=by, on=on, as_of=as_of).select_related("organisation__authority").filter(pk=pk).first()
    if post is None:
        return None
    statements = list(DutyStatement.objects.filter(post=post).order_by("-from_on"))
    running = (
        each for each in statements if each.from_on <= day and (each.until_on is None or each.until_on > day)
    )
    return PostFile(
        post=post,
        statement=next(running, None),
        statements=statements,
        registrations=list(KeyPost.objects.filter(post=post).order_by("-from_on", "kind")),
        vacancies=list(Vacancy.objects.filter(post=post).order_by("-since_on", "-pk")),
    )
