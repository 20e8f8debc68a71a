"""Set up a deciding body. Its members are seated by `seat_member`."""

from datetime import datetime

from quanheng.access.actions.action import action
from quanheng.access.models import Account, Authority
from quanheng.kernel.refusals import Refused
from quanheng.kernel.texts import Text, text
from quanheng.meeting.models import Body


@action(
    "meeting.body.form",
    label="设立会议主体",
    permission="meeting.run",
    of=lambda given: given["authority"].path,
    keeps=("authority", "name", "kind"),
)
def form_body(
    *, by: Account, at: datetime, authority: Authority, name: str, kind: str, keeps_recused: bool = True
) -> Body:
    """A body of an authority; refused for a second one of the same name."""
    if kind not in dict(Body.KINDS):
        raise ValueError(f"unknown kind of body {kind!r}")
    if Body.objects.filter(authority=authority, name=name).exists():
        raise Refused(
            Text("设立会议主体"),
            why=text("“{authority}”已有“{name}”", authority=authority.name, name=name),
            remedy=Text("使用已有的会议主体"),
        )
    return Body.objects.create(authority=authority, name=name, kind=kind, keeps_recused=keeps_recused)
