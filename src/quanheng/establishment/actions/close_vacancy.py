"""Close a vacancy: the seat was filled, or is no longer to be filled."""

from datetime import date, datetime

from quanheng.access.actions.action import action
from quanheng.access.models import Account
from quanheng.establishment.models import Vacancy
from quanheng.kernel.refusals import Refused
from quanheng.kernel.texts import text

WHAT = "核销职位空缺"


@action(
    "establishment.vacancy.close",
    label=WHAT,
    permission="establishment.edit",
    of=lambda given: given["vacancy"].post.organisation.authority.path,
    keeps=("vacancy", "filled_on"),
)
def close_vacancy(*, by: Account, at: datetime, vacancy: Vacancy, filled_on: date) -> Vacancy:
    """Write the day; a vacancy closed before, or a day before the vacancy began, is refused."""
    row = (
        Vacancy.objects.select_for_update(of=("self",))
        .select_related("post__organisation")
        .get(pk=vacancy.pk)
    )
    if row.filled_on is not None:
        raise Refused(
            text(WHAT),
            why=text("{post}的空缺已于{day}核销", post=str(row.post), day=row.filled_on),
            remedy=text("先前的核销已保留，不必再次办理"),
        )
    if filled_on < row.since_on:
        raise Refused(
            text(WHAT),
            why=text("补充时间{day}早于空缺时间{since}", day=filled_on, since=row.since_on),
            remedy=text("更正补充时间"),
        )
    row.filled_on = filled_on
    row.save(update_fields=["filled_on"])
    return row
