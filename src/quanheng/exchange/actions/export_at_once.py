"""Take people out as a file with their identity numbers and family: made at once, with the open keys of who asks, and kept nowhere."""

import io
from datetime import datetime

from django.utils import timezone

from quanheng.access.actions.action import action
from quanheng.access.core.key_tree import Ring
from quanheng.access.models import Account
from quanheng.exchange.actions.ask_export import LONG_ENOUGH, WHAT
from quanheng.exchange.actions.make_export import written
from quanheng.exchange.models import ExportJob
from quanheng.exchange.queries.exports import export_people
from quanheng.kernel.refusals import Refused
from quanheng.kernel.texts import text

MOST = 500
"""People that a page waits for."""


@action(
    "exchange.export.hand_out",
    label="导出含身份证号和家庭成员的文件",
    permission="registry.view",
    keeps=("kind", "purpose", "organisation_code"),
)
def export_at_once(
    *, by: Account, at: datetime, kind: str, purpose: str, ring: Ring | None, organisation_code: str = ""
) -> tuple[str, bytes]:
    """Name and content. Refused without purpose or open keys, for nobody, and for more people than a page waits for."""
    if len(purpose.strip()) < LONG_ENOUGH:
        raise Refused(
            text(WHAT),
            why=text("没有写明用途"),
            remedy=text("写明为哪项工作导出，至少{n}个字", n=LONG_ENOUGH),
        )
    if ring is None:
        raise Refused(
            text(WHAT),
            why=text("身份证号和家庭成员加密保存，您的密钥没有打开"),
            remedy=text("先在“密钥”页打开密钥；或者在后台生成不含这两项的文件"),
        )
    if kind not in dict(ExportJob.KINDS):
        raise ValueError(f"there is no export of kind {kind!r}")
    on = timezone.localdate(at)
    people = export_people(by=by, on=on, kind=kind, organisation_code=organisation_code.strip())
    keys = list(people.values_list("pk", flat=True)[: MOST + 1])
    if not keys or len(keys) > MOST:
        raise Refused(
            text(WHAT),
            why=text("超过{n}人", n=MOST) if keys else text("范围内没有您可以查阅的人"),
            remedy=text("按机构分批导出；或者在后台生成不含这两项的文件")
            if keys
            else text("核对机构编码，或放宽范围"),
        )
    file = io.BytesIO()
    return written(keys, file, by=by, at=at, kind=kind, ring=ring), file.getvalue()
