"""Ask for people as a file: made in the background, for any number of them."""

from datetime import datetime

from django.utils import timezone

from quanheng.access.actions.action import action
from quanheng.access.actions.jobs import wake
from quanheng.access.models import Account
from quanheng.access.models.job import LIVE
from quanheng.exchange.models import ExportJob
from quanheng.exchange.queries.exports import export_people, scope_of
from quanheng.kernel.refusals import Refused
from quanheng.kernel.texts import text

WHAT = "导出花名册"
LONG_ENOUGH = 4


@action(
    "exchange.export.ask",
    label=WHAT,
    permission="registry.view",
    keeps=("kind", "purpose", "organisation_code"),
)
def ask_export(
    *, by: Account, at: datetime, kind: str, purpose: str, organisation_code: str = ""
) -> ExportJob:
    """Refused without a purpose, for nobody, and while the same is being made for the same person already."""
    if len(purpose.strip()) < LONG_ENOUGH:
        raise Refused(
            text(WHAT),
            why=text("没有写明用途"),
            remedy=text("写明为哪项工作导出，至少{n}个字", n=LONG_ENOUGH),
        )
    if kind not in dict(ExportJob.KINDS):
        raise ValueError(f"there is no export of kind {kind!r}")
    on, code = timezone.localdate(at), organisation_code.strip()
    if not export_people(by=by, on=on, kind=kind, organisation_code=code).order_by().exists():
        raise Refused(
            text(WHAT), why=text("范围内没有您可以查阅的人"), remedy=text("核对机构编码，或放宽范围")
        )
    if ExportJob.objects.filter(asked_by=by, kind=kind, organisation_code=code, state__in=LIVE).exists():
        raise Refused(text(WHAT), why=text("同样的导出正在办理"), remedy=text("在列表中打开它，办完后下载"))
    export = ExportJob.objects.create(
        asked_by=by,
        asked_at=at,
        kind=kind,
        purpose=purpose.strip(),
        organisation_code=code,
        scope=scope_of(by, on=on),
    )
    wake()
    return export
