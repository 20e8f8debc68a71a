"""Everything counted in one unit: leaders' seats, ranks, staff, the seats to come free, what does not meet, its orders."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext

from quanheng.access.permissions.rights import rights_of
from quanheng.establishment.models import QuotaOrder
from quanheng.establishment.permissions.ranks import share_findings
from quanheng.establishment.queries.alignment import misalignments
from quanheng.establishment.queries.authority_board import RankRow, authority_board, rank_board
from quanheng.establishment.queries.orders import Brief, orders_of
from quanheng.establishment.queries.staffing import staffing
from quanheng.establishment.screens.alignment import groups
from quanheng.establishment.screens.organisation import board_line, found
from quanheng.establishment.screens.quota_board import AHEAD, board_context, months_of
from quanheng.establishment.screens.reader import actor
from quanheng.establishment.screens.staffing import staff_columns, staff_row
from quanheng.registry.queries.labels import label_of
from quanheng.web.core.addresses import screen
from quanheng.web.core.tables import Column
from quanheng.web.screens import clock
from quanheng.web.screens.links import link


@screen("organisations/<str:code>/board/", name="organisation_board", permission="establishment.view")
def organisation_board(request: HttpRequest, code: str) -> HttpResponse:
    by, today, as_of = actor(request), clock.today(), clock.as_of(request)
    unit, months = found(by=by, on=today, as_of=as_of, code=code), months_of(request)
    seats = authority_board(by=by, on=today, as_of=as_of, months=months, organisation=unit)
    ranks = rank_board(by=by, on=today, as_of=as_of, organisation=unit)
    staff = staffing(by=by, on=today, as_of=as_of, organisation=unit)
    approved = {row.rank: row.approved for row in ranks if row.approved is not None}
    context = {
        "unit": unit,
        "months": months,
        "ahead": AHEAD,
        "board": [board_line(row) | {"held_url": "", "note": ""} for row in seats.rows],
        "ranks": [rank_line(row) for row in ranks if row.approved is not None],
        "rank_columns": rank_columns(),
        "unlimited": [(label_of("rank", row.rank), row.held) for row in ranks if row.approved is None],
        "shares": share_findings(unit, approved, on=as_of) if approved else (),
        "staff": [staff_row(line, staff) for line in staff.lines],
        "staff_columns": staff_columns()[1:],
        "unknown": staff.unknown.get(unit.pk, 0),
        "groups": groups(misalignments(by=by, on=today, as_of=as_of, organisation=unit)),
        "orders": [_order(each) for each in orders_of(unit, by=by, on=today)],
        "order_columns": [Column("number", "文号"), Column("title", "标题"), Column("kind", "批文类别"), Column("issued_on", "批准日期")],
        "may_edit": rights_of(by, on=today).may("establishment.edit", unit.authority.path),
        **board_context(seats),
    }  # fmt: skip
    return render(request, "establishment/organisation_board.html", context)


def rank_line(row: RankRow) -> dict[str, object]:
    return {
        "rank": label_of("rank", row.rank),
        "approved": row.approved,
        "held": row.held,
        "over": row.over,
        "short": max((row.approved or 0) - row.held, 0),
    }


def rank_columns() -> list[Column]:
    return [
        Column("rank", "职级"),
        Column("approved", "核定", is_number=True),
        Column("held", "实有", is_number=True),
        Column("over", "超配", is_number=True),
        Column("short", "空缺", is_number=True),
    ]


def _order(order: Brief) -> dict[str, object]:
    return {
        "number": order.number,
        "url": link("quota_order", order.pk),
        "title": order.title,
        "kind": gettext(dict(QuotaOrder.KINDS).get(order.kind, order.kind)),
        "issued_on": order.issued_on,
    }
