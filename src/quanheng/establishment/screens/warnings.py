"""Early warnings: what falls due for whom, by kind, with the clause and the day; as of any day and months ahead (X04)."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext

from quanheng.establishment.actions.export_warnings import export_warnings
from quanheng.establishment.core.warnings import KINDS, months_of, only_advises
from quanheng.establishment.queries.warnings import warnings
from quanheng.establishment.queries.warnings_rows import Warning, lines
from quanheng.establishment.screens.reader import actor
from quanheng.establishment.screens.warnings_counts import address, chips, kept
from quanheng.establishment.screens.warnings_form import MONTHS, layer_field, months, scope_fields, window
from quanheng.kernel.refusals import Refused
from quanheng.registry.core.query_sheet import KIND as WORKBOOK
from quanheng.web.core.addresses import screen
from quanheng.web.core.tables import Column
from quanheng.web.screens import clock
from quanheng.web.screens.keyset import slice_of
from quanheng.web.screens.links import link

PAGE = 50


@screen("warnings/", name="warnings", permission="registry.view", menu="预警", order=45)
def warnings_page(request: HttpRequest) -> HttpResponse:
    by, asked = actor(request), window(request)
    kind = KINDS.get(request.GET.get("kind", ""), KINDS["retirement"])
    rows = warnings(kind, asked, by=by, on=clock.today())
    page = slice_of(rows, request, order=("due_order", rows.model._meta.pk.name), size=PAGE)
    found, counts = lines(kind, page, asked), kept(asked, by=by, on=clock.today())
    own = {kind.name: page.count + page.is_capped}
    return render(
        request,
        "establishment/warnings.html",
        {
            "chips": chips(request, kind, (counts or {}) | own),
            "counts_url": "" if counts else f"{link('warnings_counts')}?{address(request, kind.name)}",
            "kind": kind,
            "page": page,
            "rows": [_row(each) for each in found],
            "columns": _columns(),
            "figure": months_of(kind, asked.day, asked.layer),
            "is_advisory": only_advises(kind, asked.day, asked.layer),
            "asked": asked,
            "months": months(request),
            "ahead": MONTHS,
            "fields": [*scope_fields(request, asked, by=by), layer_field(asked)],
            "export": f"{link('warnings_export')}?{address(request, kind.name)}",
            "unlisted": len(page) - len(found),
        },
    )


@screen("warnings/export/", name="warnings_export", permission="registry.view", is_export=True)
def warnings_export(request: HttpRequest) -> HttpResponse:
    """The workbook of the kind and scope of the address: an act, therefore only by POST."""
    kind = request.GET.get("kind", "retirement")
    if request.method != "POST" or kind not in KINDS:
        return redirect("warnings")
    try:
        content = export_warnings(by=actor(request), at=clock.now(), kind=kind, window=window(request))
    except Refused as refused:
        context = {"refused": refused, "back": f"{link('warnings')}?{address(request, kind)}"}
        return render(request, "establishment/warnings_refused.html", context, status=409)
    response = HttpResponse(content, content_type=WORKBOOK)
    response.headers["Content-Disposition"] = f'attachment; filename="warnings-{kind}.xlsx"'
    return response


def _columns() -> list[Column]:
    return [
        Column("name", "姓名"),
        Column("post", "职务"),
        Column("began_on", "起算日期"),
        Column("due_on", "到期日"),
        Column("state", "状态"),
        Column("cites", "依据"),
    ]


def _row(each: Warning) -> dict[str, Any]:
    return {
        "name": each.name,
        "url": link("person", each.person),
        "post": each.post,
        "began_on": each.began_on,
        "due_on": each.due_on,
        "state": gettext("已到期") if each.is_overdue else gettext("将到期"),
        "cites": each.cites,
    }
