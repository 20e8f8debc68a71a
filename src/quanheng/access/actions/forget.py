"""Destroy what opens the commitment of an event. For acts of the rooms that own the content and may blank it."""

from datetime import datetime

from django.db import connection

from quanheng.access.actions.journal import write_entry
from quanheng.access.core.events import FORGOTTEN
from quanheng.access.models import Account, LogErasure
from quanheng.kernel.refusals import Refused
from quanheng.kernel.texts import text


def forget(*, by: Account, at: datetime, kind: int, ref: int, why: str, authority_path: str) -> int:
    """Inside an act, before it blanks the content: the salt goes, the journal says why, the number of the leaf comes back.

    The leaf stays: every root and every proof holds as before. Refused without a reason, and for what is gone already.
    """
    what = text("删除记录内容")
    if not why.strip():
        raise Refused(what, why=text("没有写明依据"), remedy=text("写明删除的依据"))
    with connection.cursor() as cursor:
        cursor.execute("SELECT seq FROM access_logleaf WHERE kind = %s AND ref = %s", [kind, ref])
        found = cursor.fetchone()
        if found is None or LogErasure.objects.filter(seq=found[0]).exists():
            raise Refused(what, why=text("没有这条记录，或其内容已删除"))
        seq: int = found[0]
        LogErasure.objects.create(seq=seq, at=at, why=why)
        cursor.execute("DELETE FROM access_logsalt WHERE seq = %s", [seq])
    write_entry(
        by=by, at=at, action=FORGOTTEN, subject=f"access.logleaf:{seq}", authority_path=authority_path, facts={"erased": seq, "why": why}
    )
    return seq
