"""The live quota board of a whole authority, on a day and months ahead: sums, bars, units over and short, seats to come free."""

from datetime import date

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext

from quanheng.access.models import Account, Authority
from quanheng.establishment.core.board import Row
from quanheng.establishment.core.leaving import CAUSES, Leaving, Sum
from quanheng.establishment.queries.authority_board import AuthorityBoard, Unit, authorities, authority_board
from quanheng.establishment.screens.reader import actor
from quanheng.registry.models import Post
from quanheng.registry.queries.labels import label_of
from quanheng.web.core.addresses import screen
from quanheng.web.core.charts import stacked_figure
from quanheng.web.core.tables import Column
from quanheng.web.screens import clock
from quanheng.web.screens.links import link

AHEAD = (3, 6, 12, 24, 36)
MOST = 100
"""As many units or seats as one list shows."""


@screen("quota-board/", name="quota_board", permission="establishment.view")
def quota_board(request: HttpRequest) -> HttpResponse:
    by, today, as_of = actor(request), clock.today(), clock.as_of(request)
    months, (authority, choices) = months_of(request), chosen_authority(request, by=by, on=today)
    found = authority_board(by=by, on=today, as_of=as_of, months=months, authority=authority)
    context = {
        "authority": authority,
        "authorities": choices,
        "months": months,
        "ahead": AHEAD,
        "stats": stats(found),
        "over": [_unit(row, found.units) for row in found.over[:MOST]],
        "short": [_unit(row, found.units) for row in found.short[:MOST]],
        "unit_columns": _unit_columns(),
        **board_context(found),
    }
    return render(request, "establishment/quota_board.html", context)


def chosen_authority(request: HttpRequest, *, by: Account, on: date) -> tuple[Authority, list[Authority]]:
    """The authority asked for by its code (the topmost otherwise) and all there are; 404 when there is none such."""
    choices = authorities(by=by, on=on)
    asked = request.GET.get("authority", "")
    for each in choices:
        if not asked or each.code == asked:
            return each, choices
    raise Http404


def months_of(request: HttpRequest) -> int:
    """How far ahead is looked; twelve months when nothing sensible is asked."""
    said = request.GET.get("months", "")
    return int(said) if said.isdecimal() and int(said) in AHEAD else 12


def board_context(found: AuthorityBoard) -> dict[str, object]:
    """The sums with their bars and the seats that fall vacant: for an authority and for a unit alike."""
    rows = [sum_row(each) for each in found.sums]
    within = [each.held - each.over for each in found.sums]
    return {
        "rows": rows,
        "columns": sum_columns(),
        "figure": stacked_figure(
            [str(row["label"]) for row in rows],
            {
                gettext("在职数内"): within,
                gettext("空缺"): [each.short for each in found.sums],
                gettext("超配"): [each.over for each in found.sums],
            },
        ),
        "leavings": [leaving_row(each, found.units) for each in found.leavings[:MOST]],
        "leavings_count": len(found.leavings),
        "leaving_columns": leaving_columns(),
    }


def stats(found: AuthorityBoard) -> list[dict[str, object]]:
    totals = {
        "核定": sum(each.approved for each in found.sums),
        "实有": sum(each.held for each in found.sums),
        "超配": sum(each.over for each in found.sums),
        "空缺": sum(each.short for each in found.sums),
        "将空缺": sum(each.falling for each in found.sums),
    }
    return [{"label": gettext(label), "value": value} for label, value in totals.items()]


def sum_row(line: Sum) -> dict[str, object]:
    return {
        "label": f"{label_of('post_level', line.level)} · {role_of(line.role)}",
        "approved": line.approved,
        "held": line.held,
        "over": line.over,
        "short": line.short,
        "falling": line.falling,
    }


def sum_columns() -> list[Column]:
    return [
        Column("label", "职务层次"),
        Column("approved", "核定", is_number=True),
        Column("held", "实有", is_number=True),
        Column("over", "超配", is_number=True),
        Column("short", "空缺", is_number=True),
        Column("falling", "将空缺", is_number=True),
    ]


def leaving_row(leaving: Leaving, units: dict[int, Unit]) -> dict[str, object]:
    unit = units.get(leaving.seat.cell.organisation)
    return {
        "on": leaving.on,
        "name": leaving.seat.name,
        "url": link("person", leaving.seat.person),
        "post": f"{unit.name if unit else ''}{leaving.seat.post}",
        "cause": gettext(CAUSES[leaving.cause]),
        "basis": gettext("已登记") if leaving.is_sure else gettext("按规定推算，须人工核对"),
    }


def leaving_columns() -> list[Column]:
    return [
        Column("name", "姓名"),
        Column("post", "职务"),
        Column("on", "将空缺时间"),
        Column("cause", "原因"),
        Column("basis", "推算依据"),
    ]


def role_of(role: str) -> str:
    return gettext(dict(Post.ROLES).get(role, role))


def _unit(row: Row, units: dict[int, Unit]) -> dict[str, object]:
    unit = units[row.cell.organisation]
    return {
        "organisation": unit.name,
        "url": link("organisation_board", unit.code),
        "label": f"{label_of('post_level', row.cell.level)} · {role_of(row.cell.role)}",
        "approved": gettext("未核定") if row.approved is None else row.approved,
        "held": row.held,
        "over": row.over,
        "short": row.short,
    }


def _unit_columns() -> list[Column]:
    return [
        Column("organisation", "机构"),
        Column("label", "职务层次"),
        Column("approved", "核定", is_number=True),
        Column("held", "实有", is_number=True),
        Column("over", "超配", is_number=True),
        Column("short", "空缺", is_number=True),
    ]
