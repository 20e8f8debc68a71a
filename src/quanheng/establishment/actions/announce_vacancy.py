"""Announce a vacancy beforehand (职位预告): what is open, for how long the announcement stands, to internal readers."""

from datetime import date, datetime

from quanheng.access.actions.action import action
from quanheng.access.models import Account
from quanheng.establishment.models import Vacancy
from quanheng.kernel.refusals import Refused
from quanheng.kernel.texts import text

WHAT = "发布职位预告"


@action(
    "establishment.vacancy.announce",
    label=WHAT,
    permission="establishment.edit",
    of=lambda given: given["vacancy"].post.organisation.authority.path,
    keeps=("vacancy", "announced_on", "until_on"),
)
def announce_vacancy(
    *, by: Account, at: datetime, vacancy: Vacancy, announced_on: date, until_on: date, words: str
) -> Vacancy:
    """Refuses a vacancy that is filled, an end not after its beginning, and an announcement without words.

    No instrument on file asks for a least length: none is asked here. A later announcement takes the former's place;
    the journal keeps both.
    """
    row = (
        Vacancy.objects.select_for_update(of=("self",))
        .select_related("post__organisation")
        .get(pk=vacancy.pk)
    )
    if row.filled_on is not None:
        raise Refused(
            text(WHAT),
            why=text("{post}的空缺已于{day}补充", post=str(row.post), day=row.filled_on),
            remedy=text("只预告尚未补充的职位"),
        )
    if until_on <= announced_on:
        raise Refused(
            text(WHAT),
            why=text("预告截止{until}不晚于预告日期{day}", until=until_on, day=announced_on),
            remedy=text("更正预告的起止日期"),
        )
    if not words.strip():
        raise Refused(text(WHAT), why=text("没有预告内容"), remedy=text("写明职位、条件和报名（推荐）办法"))
    row.announced_on, row.announced_until_on, row.announcement = announced_on, until_on, words.strip()
    row.save(update_fields=["announced_on", "announced_until_on", "announcement"])
    return row
