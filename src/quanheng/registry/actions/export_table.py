"""Take a statistical table out as a workbook; the journal keeps what was counted, of which day, and how many it came to."""

from datetime import date, datetime

from django.utils import timezone
from django.utils.translation import gettext

from quanheng.access.actions.action import action
from quanheng.access.models import Account
from quanheng.kernel.refusals import Refused
from quanheng.kernel.texts import text
from quanheng.registry.core.query import read_query
from quanheng.registry.core.query_fields import Category, categories
from quanheng.registry.core.query_sheet import sheet
from quanheng.registry.queries.fields import sentences
from quanheng.registry.queries.statistics import ALL, Bucket, Counted, counted

WHAT = "导出统计表"


@action("registry.export_table", label=WHAT, permission="registry.view", keeps=("rows", "columns", "as_of"))
def export_table(
    *, by: Account, at: datetime, conditions: str, rows: str, columns: str = "", as_of: date
) -> bytes:
    """The workbook: the lines, their totals and shares, and below them what was counted. Refused as the table itself is."""
    known, query = categories(), read_query(conditions)
    if rows not in known or (columns and columns not in known):
        raise Refused(text(WHAT), why=text("没有这样的分类项"), remedy=text("在统计表页面选择行和列"))
    across = known[columns] if columns else None
    table = counted(query, by=by, on=timezone.localdate(at), as_of=as_of, rows=known[rows], columns=across)
    notes = [
        gettext("统计对象：{said}").format(said=sentences(query) or gettext("全部干部")),
        *(_definition(each) for each in (known[rows], across) if each and each.definition),
        gettext("数据时点：{day}").format(day=as_of),
        gettext("导出：{name} {at}").format(name=by.name, at=f"{timezone.localtime(at):%Y-%m-%d %H:%M}"),
    ]
    headings = [
        gettext(known[rows].label),
        *(each.label for each in table.columns),
        gettext("合计"),
        gettext("占比"),
    ]
    return sheet(gettext("统计表"), headings, _lines(table), notes)


def _definition(category: Category) -> str:
    return gettext("口径：{said}").format(said=f"{gettext(category.label)}：{gettext(category.definition)}")


def _lines(table: Counted) -> list[list[object]]:
    whole = Bucket(ALL, gettext("合计"), None)
    return [_line(table, each) for each in (*table.rows, whole)]


def _line(table: Counted, row: Bucket) -> list[object]:
    number, everybody = table.number(row.key), table.number()
    share = f"{number / everybody:.1%}" if everybody else ""
    return [row.label, *(table.number(row.key, each.key) for each in table.columns), number, share]
