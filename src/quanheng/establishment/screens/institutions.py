"""Coverage of institutions: schemes and contracts by authority, and by unit of one authority, against the law's targets."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext

from quanheng.establishment.queries.institution_coverage import (
    Coverage,
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


@screen("institutions/", name="institutions", permission="establishment.view", menu="事业单位", order=35)
def institutions_page(request: HttpRequest) -> HttpResponse:
    by, today, as_of = actor(request), clock.today(), clock.as_of(request)
    rows = coverage(by=by, on=today, as_of=as_of)
    chosen = next(
        (row for row in rows if row.key == request.GET.get("authority")), rows[0] if len(rows) == 1 else None
    )
    sums = chosen or total(rows)
    units, next_url = _units(request, chosen)
    context = {
        "rows": [_line(row, f"?authority={row.key}") for row in rows],
        "chosen": chosen,
        "is_only": len(rows) == 1,
        "units": [_line(row, reverse("institution_posts", args=[row.key])) for row in units],
        "next_url": next_url,
        "columns": _columns("管理权限主体", "事业单位数"),
        "unit_columns": _columns("机构名称", ""),
        "stats": _stats(sums),
        "nodes": verdict_nodes(indicators(sums, on=as_of)),
        "figure": _figure(rows) if len(rows) > 1 else None,
    }
    return render(request, "establishment/institutions.html", context)


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
