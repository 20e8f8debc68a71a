"""Take one kind of warning out as a workbook; the journal keeps the kind, the scope and how many there were."""

from datetime import datetime

from django.utils import timezone
from django.utils.translation import gettext

from quanheng.access.actions.action import action
from quanheng.access.models import Account
from quanheng.establishment.core.warnings import KINDS
from quanheng.establishment.queries.warnings import Window, count_of
from quanheng.establishment.queries.warnings_rows import listed
from quanheng.kernel.refusals import Refused
from quanheng.kernel.texts import text
from quanheng.registry.core.query_sheet import sheet

WHAT = "导出预警名单"
MOST = 20_000


@action(
    "establishment.export_warnings",
    label=WHAT,
    permission="registry.view",
    also=lambda given: {
        "kind": given["kind"],
        "day": given["window"].day,
        "until": given["window"].last,
        "authority": given["window"].authority,
        "count": count_of(
            KINDS[given["kind"]],
            given["window"],
            by=given["by"],
            on=timezone.localdate(given["at"]),
            at_most=MOST,
        ),
    },
)
def export_warnings(*, by: Account, at: datetime, kind: str, window: Window) -> bytes:
    """The workbook of one kind. Refused when nothing falls due, and beyond what one workbook takes."""
    which = KINDS[kind]
    rows = listed(which, window, by=by, on=timezone.localdate(at), most=MOST + 1)
    if not rows or len(rows) > MOST:
        why = text("超过{n}人", n=MOST) if rows else text("没有到期的人")
        raise Refused(text(WHAT), why=why, remedy=text("调整范围后再导出"))
    headings = [gettext(each) for each in ("姓名", "职务", "起算日期", "到期日", "状态", "依据")]
    lines = [
        [
            each.name,
            each.post,
            str(each.began_on or ""),
            str(each.due_on),
            gettext("已到期") if each.is_overdue else gettext("将到期"),
            each.cites,
        ]
        for each in rows
    ]
    return sheet(
        gettext(which.label),
        headings,
        lines,
        [gettext("数据时点：{day}").format(day=window.day), gettext(which.untold)],
    )
