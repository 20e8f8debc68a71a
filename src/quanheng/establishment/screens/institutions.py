"""Coverage of institutions: schemes and contracts by authority, and by unit of one authority, against the law's targets."""

from hashlib import sha256
from typing import Any

from django.core.cache import cache
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext

from quanheng.access.permissions.rights import rights_of
from quanheng.establishment.queries.institution_coverage import (
    Coverage,
    are_many,
    coverage,
    coverage_by_unit,
    indicators,
    total,
)
from quanheng.establishment.screens.institution_words import PAGE, page_of, percent, verdict_nodes
from quanheng.establishment.screens.reader import actor
from quanheng.web.core.addresses import screen
from quanheng.web.core.charts import stacked_figure
from quanheng.web.core.tables import Column
from quanheng.web.screens import clock
from quanheng.web.screens.links import link

MOST_DRAWN = 60
"""Bars that one figure can hold and still be read."""

KEPT = 600  # seconds: over a province the numbers take a second or two


@screen("institutions/", name="institutions", permission="establishment.view", menu="事业单位", order=35)
def institutions_page(request: HttpRequest) -> HttpResponse:
    """Of thousands of institutions the numbers follow after the page; one authority is counted at once."""
    by, today, as_of = actor(request), clock.today(), clock.as_of(request)
    asked = request.GET.get("authority", "")
    is_many = not asked and are_many(by=by, on=today, as_of=as_of)
    if is_many and "now" not in request.GET and _kept(request) is None:
        return render(request, "establishment/institutions.html", {"is_late": True})
    rows = _counted(request) if is_many else coverage(by=by, on=today, as_of=as_of, authority=asked)
    return render(request, "establishment/institutions.html", _told(request, rows, asked))


@screen("institution-numbers/", name="institutions_numbers", permission="establishment.view")
def institutions_numbers(request: HttpRequest) -> HttpResponse:
    """The piece that the page fetches; asked for by itself, the whole page answers."""
    if "HX-Request" not in request.headers:
        return redirect(f"{link('institutions')}?now=1")
    return render(request, "establishment/parts/institutions.html", _told(request, _counted(request)))


def _told(request: HttpRequest, rows: list[Coverage], asked: str = "") -> dict[str, Any]:
    chosen = rows[0] if len(rows) == 1 else None
    sums, (units, next_url) = chosen or total(rows), _units(request, chosen)
    return {
        "rows": [_line(row, f"{link('institutions')}?authority={row.key}") for row in rows],
        "chosen": chosen,
        "is_only": chosen is not None and not asked,
        "units": [_line(row, link("institution_posts", row.key)) for row in units],
        "next_url": next_url,
        "columns": _columns("管理权限主体", "事业单位数"),
        "unit_columns": _columns("机构名称", ""),
        "stats": _stats(sums),
        "nodes": verdict_nodes(indicators(sums, on=clock.as_of(request))),
        "figure": _figure(rows) if 1 < len(rows) <= MOST_DRAWN else None,
    }


def _counted(request: HttpRequest) -> list[Coverage]:
    """Of all authorities, kept a while."""
    rows = _kept(request)
    if rows is None:
        rows = coverage(by=actor(request), on=clock.today(), as_of=clock.as_of(request))
        cache.set(_key(request), rows, KEPT)
    return rows


def _kept(request: HttpRequest) -> list[Coverage] | None:
    found: list[Coverage] | None = cache.get(_key(request))
    return found


def _key(request: HttpRequest) -> str:
    by, today = actor(request), clock.today()
    said = repr((by.pk, rights_of(by, on=today).held, today, clock.as_of(request)))
    return f"institutions-{sha256(said.encode()).hexdigest()}"


def _units(request: HttpRequest, chosen: Coverage | None) -> tuple[list[Coverage], str]:
    if chosen is None:
        return [], ""
    rows = coverage_by_unit(
        by=actor(request),
        on=clock.today(),
        as_of=clock.as_of(request),
        authority=chosen.key,
        after=request.GET.get("after", ""),
        most=PAGE + 1,
    )
    return page_of(request, rows, rows[PAGE - 1].key if len(rows) > PAGE else "")


def _stats(sums: Coverage) -> list[dict[str, object]]:
    return [
        {"label": gettext("事业单位数"), "value": sums.units},
        {"label": gettext("有岗位设置方案的单位"), "value": percent(sums.with_scheme, sums.units)},
        {"label": gettext("实行聘用合同的单位"), "value": percent(sums.with_contracts, sums.units)},
        {"label": gettext("在聘人员"), "value": sums.engaged},
        {"label": gettext("合同签订率"), "value": percent(sums.signed, sums.engaged)},
        {"label": gettext("未签合同人员"), "value": sums.unsigned},
    ]


def _columns(first: str, units: str) -> list[Column]:
    return [
        Column("name", first),
        *([Column("units", units, is_number=True)] if units else []),
        Column("scheme", "岗位设置方案"),
        Column("contracts", "实行聘用合同"),
        Column("engaged", "在聘人员", is_number=True),
        Column("signed", "已签合同", is_number=True),
        Column("unsigned", "未签合同人员", is_number=True),
        Column("rate", "合同签订率", is_number=True),
    ]


def _line(row: Coverage, url: str) -> dict[str, object]:
    return {
        "name": row.name,
        "url": url,
        "units": row.units,
        "scheme": _share(row.with_scheme, row.units),
        "contracts": _share(row.with_contracts, row.units),
        "engaged": row.engaged,
        "signed": row.signed,
        "unsigned": row.unsigned,
        "rate": percent(row.signed, row.engaged),
    }


def _share(part: int, whole: int) -> str:
    """Of one unit 有 or 无, of several the share with both figures."""
    if whole == 1:
        return gettext("有") if part else gettext("无")
    return f"{percent(part, whole)}（{part}/{whole}）"


def _figure(rows: list[Coverage]) -> dict[str, object]:
    return stacked_figure(
        [row.name for row in rows],
        {
            gettext("已签合同"): [row.signed for row in rows],
            gettext("未签合同人员"): [row.unsigned for row in rows],
        },
    )
