"""Statistical tables with drill-down: rows by columns over the persons of a query, every number a link to who is behind it."""

from time import monotonic
from typing import Any

from django.core.cache import cache
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import get_language, gettext

from quanheng.access.models import Account
from quanheng.access.permissions.rights import rights_of
from quanheng.kernel.refusals import Refused
from quanheng.registry.actions.export_table import export_table
from quanheng.registry.core.query import Query, read_query, write_query
from quanheng.registry.core.query_fields import Category, categories, ready_tables
from quanheng.registry.core.query_sheet import KIND
from quanheng.registry.models import SavedQuery
from quanheng.registry.queries.fields import authorities, sentences
from quanheng.registry.queries.reckonings import Asked, last_done, numbers_of
from quanheng.registry.queries.selecting import TooLongError, within_time
from quanheng.registry.queries.selecting_saved import saved_queries
from quanheng.registry.queries.statistics import Counted, counted, table_of
from quanheng.registry.screens.query import names, query_of, tabs
from quanheng.registry.screens.reader import actor
from quanheng.registry.screens.statistics_chart import chart
from quanheng.registry.screens.statistics_table import lines
from quanheng.web.core.addresses import screen
from quanheng.web.screens import clock
from quanheng.web.screens.links import link

SLOW = 1.0
KEPT = 600
"""Seconds: a table that took longer than SLOW to count is kept for so long, and says when it was counted."""


@screen("statistics/", name="statistics", permission="registry.view")
def statistics_page(request: HttpRequest) -> HttpResponse:
    """Rows and columns come from the address, as do the conditions; without either, the first ready table."""
    by, query = actor(request), query_of(request)
    rows, columns, query = _asked(request, query)
    table, at, refused, is_kept = None, clock.now(), None, False
    try:
        table, at, is_kept = _counted(request, by, query, rows, columns)
    except Refused as said:
        refused = said
    return render(
        request,
        "registry/statistics.html",
        {
            "choices": [(each.name, gettext(each.label)) for each in categories().values()],
            "row": rows,
            "column": columns,
            "query": query,
            "refused": refused,
            "is_too_long": isinstance(refused, TooLongError),
            "is_kept": is_kept,
            "table": lines(table, query, rows, columns) if table else None,
            "chart": chart(table, rows, columns) if table and table.number() else None,
            "facts": _definition(by, query, rows, columns, at),
            "ready": [_ready(name, rows, columns) for name in ready_tables()],
            "saved": saved_queries(by=by, on=clock.today())[:20],
            "address": write_query(query),
            "pairs": _pairs(query),
            "tabs": tabs("statistics", query),
            "definition": _address(query, rows, columns),
            "my_tables": [_kept(each) for each in saved_queries(by=by, on=clock.today(), noun="tables")[:20]],
        },
    )


@screen("statistics/export/", name="statistics_export", permission="registry.view")
def statistics_export(request: HttpRequest) -> HttpResponse:
    """The workbook of a table: an act, therefore only by POST."""
    if request.method != "POST":
        return redirect("statistics")
    said = QueryDict(request.POST.get("definition", ""))
    query = read_query(said.urlencode())
    try:
        with within_time():
            content = export_table(
                by=actor(request), at=clock.now(), conditions=write_query(query), rows=said.get("rows", ""),
                columns=said.get("columns", ""), as_of=clock.as_of(request),
            )  # fmt: skip
    except Refused as refused:
        context = {"refused": refused, "address": write_query(query)}
        return render(request, "registry/query_refused.html", context, status=409)
    response = HttpResponse(content, content_type=KIND)
    response.headers["Content-Disposition"] = 'attachment; filename="statistics.xlsx"'
    return response


def _address(query: Query, rows: Category, columns: Category | None) -> str:
    """All there is to a table: what can be exported, kept and passed on."""
    sides = [("rows", rows.name)] + ([("columns", columns.name)] if columns else [])
    return write_query(query, sides)


def _kept(each: SavedQuery) -> dict[str, object]:
    return {"label": each.name, "url": f"{link('statistics')}?{each.conditions}", "is_current": False}


def _asked(request: HttpRequest, query: Query) -> tuple[Category, Category | None, Query]:
    known = categories()
    ready = ready_tables().get(
        request.GET.get("table", "" if "rows" in request.GET else next(iter(ready_tables())))
    )
    if ready is not None and "rows" not in request.GET:
        extra = read_query(ready.conditions).conditions if not query.conditions else ()
        return known[ready.rows], known.get(ready.columns), query.also(*extra) if extra else query
    return (
        known.get(request.GET.get("rows", ""), known["level"]),
        known.get(request.GET.get("columns", "")),
        query,
    )


def _counted(
    request: HttpRequest, by: Account, query: Query, rows: Category, columns: Category | None
) -> tuple[Counted, Any, bool]:
    """The table, when it was counted, and whether in the background: a slow one is kept a while for the same reader."""
    on, as_of = clock.today(), clock.as_of(request)
    background = Asked("statistics", query, as_of, rows.name, columns.name if columns else "")
    if (row := last_done(background, by=by, on=on)) is not None and row.finished_at:
        table = table_of(numbers_of(row), by=by, on=on, rows=rows, columns=columns)
        return table, timezone.localtime(row.finished_at), True
    held = rights_of(by, on=on).held
    asked = (
        by.pk,
        held,
        write_query(query),
        rows.name,
        columns.name if columns else "",
        on,
        as_of,
        get_language(),
    )
    key = f"statistics:{hash(asked)}"
    if (kept := cache.get(key)) is not None and kept[0] == asked:
        return kept[1], kept[2], False
    begun, at = monotonic(), clock.now()
    with within_time():
        table = counted(query, by=by, on=on, as_of=as_of, rows=rows, columns=columns)
    if monotonic() - begun > SLOW:
        cache.set(key, (asked, table, at), KEPT)
    return table, at, False


def _definition(
    by: Account, query: Query, rows: Category, columns: Category | None, at: Any
) -> list[dict[str, object]]:
    """X07: what is counted, of whom, when."""
    on = clock.today()
    seen = [name for _, name in authorities(by=by, on=on)]
    scope = gettext("、").join(seen[:4])
    if len(seen) > 4:
        scope = gettext("{names}等{n}个管理权限主体").format(names=scope, n=len(seen))
    used = [each for each in (rows, columns) if each]
    said = [f"{gettext(each.label)}：{gettext(each.definition)}" for each in used if each.definition]
    facts: list[dict[str, object]] = [
        {"label": gettext("统计对象"), "value": sentences(query, names(query, by)) or gettext("全部干部")},
        {"label": gettext("统计范围"), "value": scope},
        {"label": gettext("统计时间"), "value": f"{at:%Y-%m-%d %H:%M}"},
        {"label": gettext("口径"), "value": "；".join(said) or gettext("按登记的内容")},
        {"label": gettext("未登记"), "value": gettext("没有登记该项的人单列一行，不归入任何一类")},
    ]
    return facts


def _pairs(query: Query) -> list[tuple[str, str]]:
    """The conditions as hidden fields of the form that chooses rows and columns."""
    pairs = [("join", query.joined)] if query.joined != "and" else []
    pairs += [("c", str(each)) for each in query.conditions]
    return pairs + [(f"g{number}", word) for number, word in query.groups.items()]


def _ready(name: str, rows: Category, columns: Category | None) -> dict[str, object]:
    each = ready_tables()[name]
    is_current = (each.rows, each.columns) == (rows.name, columns.name if columns else "")
    return {
        "label": gettext(each.label),
        "url": f"{link('statistics')}?table={name}",
        "is_current": is_current,
    }
