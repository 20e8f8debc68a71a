"""Call a meeting of a body."""

from datetime import datetime

from django.utils import timezone

from quanheng.access.actions.action import action
from quanheng.access.models import Account
from quanheng.kernel.refusals import Refused
from quanheng.kernel.texts import Text, text
from quanheng.meeting.models import Body, Meeting
from quanheng.meeting.queries.members import seated


@action(
    "meeting.convene",
    label="召集会议",
    permission="meeting.run",
    of=lambda given: given["body"].authority.path,
    keeps=("body", "title", "held_at", "place"),
)
def convene(
    *,
    by: Account,
    at: datetime,
    body: Body,
    held_at: datetime,
    place: str,
    title: str = "",
    recorder: Account | None = None,
) -> Meeting:
    """A meeting to be held at `held_at`; `recorder` is `by` when nobody else is named.

    Refused for a body without members on that day and for a second meeting at the same moment.
    """
    local = timezone.localtime(held_at)
    Body.objects.select_for_update().get(pk=body.pk)
    if not seated(body, on=local.date()).exists():
        raise Refused(
            Text("召集会议"),
            why=text("“{body}”在{day}没有成员", body=body.name, day=local.date()),
            remedy=Text("先登记会议成员"),
        )
    if Meeting.objects.filter(body=body, held_at=held_at).exists():
        raise Refused(
            Text("召集会议"),
            why=text("“{body}”在{at}已有一次会议", body=body.name, at=f"{local:%Y-%m-%d %H:%M}"),
            remedy=Text("在已有的会议上增加议题，或另定时间"),
        )
    return Meeting.objects.create(
        body=body,
        title=title or f"{body.name}会议（{local:%Y-%m-%d}）",
        held_at=held_at,
        place=place,
        recorder=recorder or by,
        convened_by=by,
        convened_at=at,
    )
