"""Take the persons of a query out as a workbook; the journal keeps the conditions, the day and how many there were."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, datetime
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext

from quanheng.access.actions.action import action
from quanheng.access.core.key_tree import Ring
from quanheng.access.models import Account
from quanheng.kernel.progress import Progress, silent
from quanheng.kernel.refusals import Refused
from quanheng.kernel.texts import text
from quanheng.registry.core.query import read_query, write_query
from quanheng.registry.core.query_fields import fields
from quanheng.registry.core.query_sheet import sheet
from quanheng.registry.models import Person
from quanheng.registry.queries.fields import sentences
from quanheng.registry.queries.numbers import SEALED_NUMBER
from quanheng.registry.queries.selecting import selected
from quanheng.registry.queries.selecting_saved import HEADINGS, sheet_keys, sheet_rows

WHAT = "导出查询结果"
MOST = 100_000
"""Persons in one workbook."""
_LOOKED_AT = 1_000
MOST_ON_PAGE = 2_000
"""Persons that a page waits for; more are a matter for the background."""


def _kept(given: Mapping[str, Any]) -> dict[str, object]:
    """What the journal keeps: never the value of a sensitive field, nor a name."""
    query = read_query(given["conditions"])
    hidden = {name for name, field in fields().items() if field.is_sensitive or field.kind == "text"}
    shown = [
        replace(each, value="…") if each.field in hidden and each.value else each for each in query.conditions
    ]
    on = timezone.localdate(given["at"])
    count = selected(query, by=given["by"], on=on, as_of=given["as_of"]).count()
    return {
        "conditions": write_query(replace(query, conditions=tuple(shown))),
        "count": count,
        "as_of": given["as_of"],
    }


@action("registry.export_query", label=WHAT, permission="registry.view", also=_kept)
def export_query(
    *, by: Account, at: datetime, conditions: str, as_of: date, progress: Progress = silent, ring: Ring | None = None
) -> bytes:
    """The workbook, identity numbers as far as `ring` opens them. Refused when the query cannot be run, finds nobody, or finds more than one workbook takes."""
    query, on = read_query(conditions), timezone.localdate(at)
    keys = sheet_keys(query, by=by, on=on, as_of=as_of, most=MOST + 1)
    if not keys or len(keys) > MOST:
        raise Refused(
            text(WHAT),
            why=text("没有符合条件的干部") if not keys else text("超过{n}人", n=MOST),
            remedy=text("调整条件后再导出"),
        )
    notes = [
        gettext("条件：{conditions}").format(conditions=sentences(query)),
        gettext("数据时点：{day}").format(day=as_of),
        gettext("导出：{name} {at}").format(name=by.name, at=f"{timezone.localtime(at):%Y-%m-%d %H:%M}"),
    ]
    if ring is None and Person.objects.filter(SEALED_NUMBER, key__in=keys[:_LOOKED_AT]).exists():
        notes.append(gettext("身份证号加密保存，制作本表时没有打开密钥，未列出"))
    rows = sheet_rows(keys, by=by, on=on, as_of=as_of, progress=progress, ring=ring)
    return sheet(gettext("查询结果"), [gettext(each) for each in HEADINGS], rows, notes)
