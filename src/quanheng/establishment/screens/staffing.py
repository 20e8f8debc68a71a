"""Finance-supported staff against the ceilings of one authority's units: the alarm list first, then every unit."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext

from quanheng.establishment.core.staffing import Staff
from quanheng.establishment.models import StaffCeiling
from quanheng.establishment.queries.staffing import Staffing, staffing
from quanheng.establishment.screens.quota_board import MOST, chosen_authority
from quanheng.establishment.screens.reader import actor
from quanheng.web.core.addresses import screen
from quanheng.web.core.charts import stacked_figure
from quanheng.web.core.tables import Column
from quanheng.web.screens import clock
from quanheng.web.screens.links import link


@screen("staffing/", name="staffing", permission="establishment.view")
def staffing_page(request: HttpRequest) -> HttpResponse:
    by, today, as_of = actor(request), clock.today(), clock.as_of(request)
    authority, choices = chosen_authority(request, by=by, on=today)
    found = staffing(by=by, on=today, as_of=as_of, authority=authority)
    kinds = _kinds(found)
    context = {
        "authority": authority,
        "authorities": choices,
        "over": [staff_row(each, found) for each in found.over[:MOST]],
        "over_count": len(found.over),
        "rows": [staff_row(each, found) for each in found.lines[:MOST]],
        "count": len(found.lines),
        "columns": staff_columns(),
        "kinds": kinds,
        "kind_columns": staff_columns()[1:],
        "unknown": sum(found.unknown.values()),
        "figure": stacked_figure(
            [str(row["kind"]) for row in kinds],
            {
                gettext("在编制内"): [row["within"] for row in kinds],
                gettext("空编"): [row["free"] for row in kinds],
                gettext("超编"): [row["over"] for row in kinds],
            },
        ),
    }
    return render(request, "establishment/staffing.html", context)


def _kinds(found: Staffing) -> list[dict[str, Any]]:
    """The sums of each kind of establishment, for the chart and its table."""
    made: list[dict[str, Any]] = []
    for code, word in StaffCeiling.KINDS:
        lines = [line for line in found.lines if line.kind == code]
        if lines:
            held, over = sum(line.held for line in lines), sum(line.over for line in lines)
            made.append(
                {
                    "kind": gettext(word),
                    "ceiling": sum(line.ceiling or 0 for line in lines),
                    "held": held,
                    "within": held - over,
                    "over": over,
                    "free": sum(line.free for line in lines),
                }
            )
    return made


def staff_row(line: Staff, found: Staffing) -> dict[str, object]:
    unit = found.units[line.organisation]
    return {
        "organisation": unit.name,
        "url": link("organisation_board", unit.code),
        "kind": gettext(dict(StaffCeiling.KINDS)[line.kind]),
        "ceiling": gettext("未核定") if line.ceiling is None else line.ceiling,
        "held": line.held,
        "over": line.over,
        "free": line.free,
    }


def staff_columns() -> list[Column]:
    return [
        Column("organisation", "机构"),
        Column("kind", "编制类别"),
        Column("ceiling", "编制数", is_number=True),
        Column("held", "实有", is_number=True),
        Column("over", "超编", is_number=True),
        Column("free", "空编", is_number=True),
    ]
