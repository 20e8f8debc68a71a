"""Take the papers of a meeting (上会材料) out as one zip; the journal keeps which meeting and how many items."""

import io
import zipfile
from datetime import datetime

from django.utils import timezone

from quanheng.access.actions.action import action, require
from quanheng.access.core.key_tree import Ring
from quanheng.access.models import Account
from quanheng.access.permissions.rights import rights_of
from quanheng.kernel.refusals import Refused
from quanheng.kernel.texts import text
from quanheng.meeting.models import Meeting
from quanheng.selection.queries.meeting_pack import pack, pack_items

WHAT = "导出上会材料"


@action(
    "selection.export_meeting_pack",
    label=WHAT,
    permission=None,
    of=lambda given: given["meeting"].body.authority.path,
    keeps=("meeting",),
)
def export_meeting_pack(*, by: Account, at: datetime, meeting: Meeting, ring: Ring | None = None) -> bytes:
    """Checks that the actor runs the meeting's body or sits in it (meeting.run, meeting.sit); others only read the agenda.

    Items for which the actor stepped aside are left out. Refused when nothing is left.
    Inspection reports are in it as far as `ring` opens them.
    """
    on, path = timezone.localdate(at), meeting.body.authority.path
    if not rights_of(by, on=on).may("meeting.run", path):
        require(by, "meeting.sit", path=path, at=at, what=WHAT)
    items = list(pack_items(meeting, by=by))
    if not items:
        raise Refused(
            text(WHAT),
            why=text("本次会议还没有可以取用的议题"),
            remedy=text("从案卷提交会议，或在会议上列入。"),
        )
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_STORED) as archive:
        for name, content in pack(items, meeting=meeting, on=on, ring=ring).items():
            archive.writestr(name, content)
    return packed.getvalue()
