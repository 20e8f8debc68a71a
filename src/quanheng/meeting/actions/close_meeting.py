"""Close a meeting once every item is settled."""

from datetime import datetime

from quanheng.access.actions.action import action
from quanheng.access.models import Account
from quanheng.kernel.refusals import Refused
from quanheng.kernel.texts import Text, text
from quanheng.meeting.models import Meeting
from quanheng.meeting.queries.session import in_session


@action(
    "meeting.close",
    label="散会",
    permission="meeting.run",
    of=lambda given: given["meeting"].body.authority.path,
)
def close_meeting(*, by: Account, at: datetime, meeting: Meeting) -> Meeting:
    """The meeting is over; refused while an item waits for its decision."""
    what = Text("散会")
    found = in_session(meeting, what=what)
    waiting = list(found.items.filter(state="open").values_list("number", flat=True))
    if waiting:
        raise Refused(
            what,
            why=text(
                "尚有{n}项议题未作决定：第{numbers}项", n=len(waiting), numbers="、".join(map(str, waiting))
            ),
            remedy=Text("逐项作出决定，或暂缓表决"),
        )
    found.closed_at = at
    found.save(update_fields=["closed_at"])
    return found
