"""A file left the system: a line in the register of downloads and one in the journal, in the same transaction."""

import hashlib
from datetime import datetime

from quanheng.access.actions.action import action
from quanheng.access.models import Account, Download


@action("access.download.record", label="登记导出", permission=None, keeps=("code", "what", "count", "unit"))
def record_download(
    *,
    by: Account,
    at: datetime,
    code: str,
    what: str,
    subject: str,
    file_name: str,
    content: bytes,
    count: int,
    unit: str,
    purpose: str = "",
) -> Download:
    """On record only: the screen that made the file has checked the actor. Without this line the file is not handed out."""
    return Download.objects.create(
        code=code,
        at=at,
        by=by,
        by_name=by.name,
        what=what,
        subject=subject[:300],
        file_name=file_name[:200],
        count=count,
        unit=unit,
        purpose=purpose[:100],
        digest=hashlib.sha256(content).hexdigest(),
    )
