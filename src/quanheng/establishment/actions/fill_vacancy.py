"""Mark a post's open vacancy as filled, inside the appointing act of a selection."""

from datetime import date, datetime

from quanheng.access.actions.action import action
from quanheng.access.models import Account
from quanheng.establishment.models import Vacancy
from quanheng.registry.models import Post


@action(
    "establishment.vacancy.fill",
    label="补充职位空缺",
    permission="selection.run",
    of=lambda given: given["post"].organisation.authority.path,
    keeps=("post", "filled_on"),
)
def fill_vacancy(*, by: Account, at: datetime, post: Post, filled_on: date) -> Vacancy | None:
    """The open vacancy of the post, filled on the day; None when none was on record, which is no obstacle."""
    row = Vacancy.objects.select_for_update(of=("self",)).filter(post=post, filled_on__isnull=True).first()
    if row is None:
        return None
    row.filled_on = max(filled_on, row.since_on)
    row.save(update_fields=["filled_on"])
    return row
