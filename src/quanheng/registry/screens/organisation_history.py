"""The history of one organisation: orders, former names, and what stood above and below it on a day."""

from datetime import date
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext

from quanheng.access.permissions.rights import rights_of
from quanheng.kernel.texts import unpacked
from quanheng.registry.models import Organisation, OrganisationChange, PlannedChange
from quanheng.registry.queries.labels import label_of
from quanheng.registry.queries.organisation_history import (
    Change,
    Version,
    any_organisation,
    changes_of,
    plans,
    rows_below,
    versions_of,
)
from quanheng.registry.queries.organisation_versions import as_they_were
from quanheng.registry.screens.reader import actor, address
from quanheng.web.core.addresses import screen
from quanheng.web.core.slices import Slice
from quanheng.web.core.tables import Column
from quanheng.web.screens import clock
from quanheng.web.screens.keyset import slice_of
from quanheng.web.screens.links import link

ACTS = {
    "found": "在此机构下设立机构",
    "rename": "机构更名",
    "move": "调整隶属关系",
    "merge": "并入其他机构到本机构",
    "split": "分设机构",
    "end": "撤销机构",
}
PLANS = 50
"""As many changes to come as one page shows."""

PAGE = 50
COLUMNS = [Column("name", "机构名称"), Column("parent", "上级机构"), Column("level", "机构级别"), Column("from_on", "起"), Column("until_on", "止（不含）")]  # fmt: skip


@screen("organisation-tree/", name="organisation_tree", permission="establishment.view")
def organisation_tree(request: HttpRequest) -> HttpResponse:
    """The topmost units as they stood on the day; each opens to those below it."""
    as_of = clock.as_of(request)
    page = _page(request, None)
    nodes = [_node(unit) for unit in as_they_were(page, as_of=as_of)]
    ahead = [_plan(each, may_edit=False) for each in plans(by=actor(request), on=clock.today())[:PLANS]]
    return render(request, "registry/organisation_tree.html", {"nodes": nodes, "page": page, "plans": ahead})


@screen("organisations/<str:code>/history/", name="organisation_history", permission="establishment.view")
def organisation_history(request: HttpRequest, code: str) -> HttpResponse:
    by, today, as_of = actor(request), clock.today(), clock.as_of(request)
    unit = any_organisation(by=by, on=today, code=code)
    if unit is None:
        raise Http404
    may_edit = unit.until_on is None and rights_of(by, on=today).may(
        "establishment.edit", unit.authority.path
    )
    present, then = unit.name, as_they_were([unit], as_of=as_of)[0]
    above = Organisation.objects.filter(pk=then.parent_id).first() if then.parent_id else None
    page = _page(request, unit)
    context = {
        "unit": unit,
        "present": present,
        "state": _state(unit, as_of),
        "above": [_node(each) for each in as_they_were([above] if above else [], as_of=as_of)],
        "children": [_node(each) for each in as_they_were(page, as_of=as_of)],
        "page": page,
        "entries": [_entry(change) for change in changes_of(unit)],
        "plans": [_plan(each, may_edit=may_edit) for each in plans(by=by, on=today, unit=unit)[:PLANS]],
        "versions": [_version(each) for each in versions_of(unit)],
        "columns": COLUMNS,
        "present_url": address("organisation", code) if unit.until_on is None else "",
        "acts": [
            {"label": gettext(label), "url": link("organisation_change", code, act)}
            for act, label in ACTS.items()
            if may_edit
        ],
    }
    return render(request, "registry/organisation_history.html", context)


def _page(request: HttpRequest, parent: Organisation | None) -> Slice:
    """Fifty of the units right below one, or at the top."""
    rows = rows_below(parent, by=actor(request), on=clock.today(), as_of=clock.as_of(request))
    return slice_of(rows, request, order=("order", "code"), size=PAGE)


def _state(unit: Organisation, on: date) -> str:
    if unit.from_on and unit.from_on > on:
        return gettext("{day}设立").format(day=unit.from_on)
    return gettext("已于{day}撤销").format(day=unit.until_on) if unit.until_on and unit.until_on <= on else ""


def _node(unit: Organisation) -> dict[str, object]:
    return {"label": unit.name, "url": link("organisation_history", unit.code), "children": []}


def _entry(change: Change) -> dict[str, Any]:
    names = [gettext("、").join(side) for side in (change.before, change.after)]
    return {
        "when": change.on,
        "what": gettext(dict(OrganisationChange.KINDS).get(change.kind, change.kind)),
        "result": " → ".join(name or "—" for name in names),
        "who": f"{change.reason or change.document} · {change.by}",
    }


def _plan(each: PlannedChange, *, may_edit: bool) -> dict[str, Any]:
    """A change to come, or one that could not be: then with the reason."""
    is_waiting = each.state == "waiting"
    return {
        "on": each.on,
        "what": gettext(each.get_act_display()),
        "unit": each.organisation.name,
        "url": link("organisation_history", each.organisation.code),
        "who": f"{each.document} · {each.by.name}",
        "why": unpacked(each.outcome) if each.outcome else "",
        "is_waiting": is_waiting,
        "withdraw_url": link("planned_change_withdraw", each.pk) if may_edit and is_waiting else "",
    }


def _version(each: Version) -> dict[str, object]:
    return {
        "name": each.name,
        "parent": each.parent or "",
        "level": label_of("organisation_level", each.level),
        "from_on": each.from_on,
        "until_on": each.until_on,
    }
