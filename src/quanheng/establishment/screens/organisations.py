"""The tree of organisations with the sums of its quota board. One unit has a page of its own: `organisation`."""

from collections.abc import Iterable
from typing import Any
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext

from quanheng.access.permissions.rights import rights_of
from quanheng.establishment.core.board import Row
from quanheng.establishment.queries.board import boards, by_organisation
from quanheng.establishment.screens.reader import actor
from quanheng.kernel.texts import Text, text
from quanheng.registry.models import Organisation
from quanheng.registry.queries.organisations import (
    Node,
    has_more_than,
    organisation,
    organisation_tree,
    parents_of,
    units_below,
)
from quanheng.web.core.addresses import screen
from quanheng.web.screens import clock
from quanheng.web.screens.keyset import slice_of
from quanheng.web.screens.links import link

WHOLE, FLOOR = 400, 50
"""Units up to which all stand in one tree, and units on a page of one floor where there are more."""

OPEN_FLOORS = 3
"""Floors of the tree that stand open."""


@screen("organisations/", name="organisations", permission="establishment.view", menu="职数", order=30)
def organisations_page(request: HttpRequest) -> HttpResponse:
    by, today, as_of = actor(request), clock.today(), clock.as_of(request)
    view: dict[str, Any] = {"by": by, "on": today, "as_of": as_of}
    shown = _floor(request, view) if has_more_than(WHOLE, **view) else _whole(view)
    shown["may_edit"] = rights_of(by, on=today).may("establishment.edit")
    return render(request, "establishment/organisations.html", shown)


def _whole(view: dict[str, Any]) -> dict[str, Any]:
    """Every unit in one tree, and the sums of all."""
    rows = boards(**view)
    return {"nodes": _nodes(organisation_tree(**view), by_organisation(rows)), "totals": _totals(rows)}


def _floor(request: HttpRequest, view: dict[str, Any]) -> dict[str, Any]:
    """Of thousands of units those straight below one (`?under=`), a page at a time; the sums are theirs and its own."""
    above = organisation(**view, code=request.GET["under"]) if request.GET.get("under") else None
    page = slice_of(units_below(above, **view), request, order=("order", "code"), size=FLOOR)
    if above is None and len(page) == 1:  # a single root: straight to what is below it
        above = page.rows[0]
        page = slice_of(units_below(above, **view), request, order=("order", "code"), size=FLOOR)
    line = [*parents_of(above, by=view["by"], on=view["on"]), above] if above else []
    rows = boards(**view, units=[*page, *line[-1:]])
    nodes = [_lower(unit, by_organisation(rows)) for unit in page]
    for unit in reversed(line):
        nodes = [_unit(unit, by_organisation(rows), nodes, is_open=True)]
    return {"nodes": nodes, "totals": _totals(rows), "page": page}


def _lower(unit: Any, rows: dict[int, list[Row]]) -> dict[str, object]:
    """A unit of the floor; what is below it is a page of its own."""
    below = (
        [{"label": text("逐级查看"), "url": f"?{urlencode({'under': unit.code})}"}] if unit.has_below else []
    )
    return _unit(unit, rows, below)


def _unit(
    unit: Organisation, rows: dict[int, list[Row]], below: list[dict[str, object]], *, is_open: bool = False
) -> dict[str, object]:
    note = _sum(rows.get(unit.pk, []))
    url = link("organisation", unit.code)
    return {"label": unit.name, "url": url, "note": note, "children": below, "is_open": is_open}


def _nodes(tree: Iterable[Node], rows: dict[int, list[Row]], floor: int = 1) -> list[dict[str, object]]:
    return [
        {
            "label": node.organisation.name,
            "url": link("organisation", node.organisation.code),
            "note": _sum(rows.get(node.organisation.pk) or _below(node, rows)),
            "children": _nodes(node.children, rows, floor + 1),
            "is_open": floor < OPEN_FLOORS,
        }
        for node in tree
    ]


def _below(node: Node, rows: dict[int, list[Row]]) -> list[Row]:
    """The rows of everything below a unit that has none of its own: a grouping shows the sum."""
    return [
        row for child in node.children for row in (*rows.get(child.organisation.pk, ()), *_below(child, rows))
    ]


def _sum(rows: list[Row]) -> Text | str:
    """Approved and held, and only then what is wrong."""
    if not rows:
        return ""
    approved, held = sum(row.approved or 0 for row in rows), sum(row.held for row in rows)
    over, short = sum(row.over for row in rows), sum(row.short for row in rows)
    if over and short:
        return text(
            "核定 {approved} · 实有 {held} · ▲ 超配 {over} · 缺 {short}",
            approved=approved,
            held=held,
            over=over,
            short=short,
        )
    if over:
        return text("核定 {approved} · 实有 {held} · ▲ 超配 {over}", approved=approved, held=held, over=over)
    if short:
        return text("核定 {approved} · 实有 {held} · 缺 {short}", approved=approved, held=held, short=short)
    return text("核定 {approved} · 实有 {held}", approved=approved, held=held)


def _totals(rows: list[Row]) -> list[dict[str, object]]:
    sums = {
        "核定": sum(row.approved or 0 for row in rows),
        "实有": sum(row.held for row in rows),
        "超配": sum(row.over for row in rows),
        "空缺": sum(row.short for row in rows),
        "一年内将空缺": sum(len({seat.person for seat in row.falling}) for row in rows),
    }
    return [{"label": gettext(label), "value": value} for label, value in sums.items()]
