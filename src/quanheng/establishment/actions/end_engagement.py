"""End a person's engagement in a grade from a day; the grade is free from that day."""

from datetime import date, datetime

from quanheng.access.actions.action import action
from quanheng.access.models import Account
from quanheng.establishment.models import Engagement
from quanheng.kernel.refusals import Refused
from quanheng.kernel.texts import text

WHAT = "终止岗位聘用"


@action(
    "establishment.engagement.end",
    label=WHAT,
    permission="establishment.edit",
    of=lambda given: given["engagement"].organisation.authority.path,
    keeps=("until_on",),
)
def end_engagement(*, by: Account, at: datetime, engagement: Engagement, until_on: date) -> Engagement:
    """`until_on` is the first day without it. Refuses one that has ended already and a day not after its first."""
    row = Engagement.objects.select_for_update(of=("self",)).get(pk=engagement.pk)
    if row.until_on is not None:
        raise Refused(
            text(WHAT),
            why=text("该聘用已于{until}终止", until=row.until_on),
            remedy=text("先前的登记已保留，不必再次登记"),
        )
    if until_on <= row.from_on:
        raise Refused(
            text(WHAT),
            why=text("终止日期{until}不晚于聘用日期{since}", until=until_on, since=row.from_on),
            remedy=text("更正日期"),
        )
    row.until_on = until_on
    row.save(update_fields=["until_on"])
    return row
