"""The list of cases and the page of one: where it stands, what the next step needs, its people and its record."""

from typing import Any

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse

from quanheng.access.actions.action import VERBS
from quanheng.access.models import Account
from quanheng.access.permissions.rights import Rights, rights_of
from quanheng.procedure.core.walk import Standing
from quanheng.procedure.models import Case, RecordEntry
from quanheng.procedure.queries.cases import record
from quanheng.procedure.queries.catalogue import standing_of
from quanheng.selection.core.findings import first_reason
from quanheng.selection.core.lights import NAMES
from quanheng.selection.models import Candidate
from quanheng.selection.queries.cases import selection_cases
from quanheng.selection.screens.acts import ACTS
from quanheng.web.core.addresses import screen
from quanheng.web.core.tables import Column
from quanheng.web.screens import clock

COLUMNS = (
    Column("number", "编号", sort="number"),
    Column("title", "事项", sort="title"),
    Column("step_name", "当前环节"),
    Column("opened_at", "启动时间", sort="opened_at"),
)
_SORTS = {"number", "title", "opened_at"}


@screen("cases/", name="cases", permission="selection.view", menu="选任", order=40)
def cases(request: HttpRequest) -> HttpResponse:
    """Newest first; a search over number and title; open ones unless all are asked for."""
    assert isinstance(request.user, Account)
    rows = selection_cases(by=request.user, on=clock.today())
    query, is_all = request.GET.get("q", "").strip(), "all" in request.GET
    if query:
        rows = rows.filter(title__icontains=query) | rows.filter(number__icontains=query)
    if not is_all:
        rows = rows.filter(closed_at__isnull=True)
    sort = request.GET.get("sort", "")
    rows = rows.order_by(sort, "pk") if sort.removeprefix("-") in _SORTS else rows
    page = Paginator(rows, 50).get_page(request.GET.get("page"))
    lines = [_line(case) for case in page]
    context = {"page": page, "rows": lines, "columns": COLUMNS, "query": query, "is_all": is_all}
    return render(request, "selection/cases.html", context)


@screen("cases/<str:number>/", name="case", permission="selection.view")
def case(request: HttpRequest, number: str) -> HttpResponse:
    """Rail of steps, the next acts with who may do them, candidates with lights, the record as a time-line."""
    assert isinstance(request.user, Account)
    today = clock.today()
    found = get_object_or_404(selection_cases(by=request.user, on=today), number=number)
    where, rights = standing_of(found), rights_of(request.user, on=today)
    entries = list(record(by=request.user, on=today, case=found))
    return render(
        request,
        "selection/case.html",
        {
            "case": found,
            "motion": found.motion,
            "steps": rail(where, entries),
            "step": where.current,
            "acts": next_acts(found, where, rights),
            "waiting": [act for act, _missing in where.waiting],
            "candidates": candidate_rows(found),
            "lights": light_chips(found),
            "entries": [timeline_entry(entry) for entry in reversed(entries)],
            "rounds": found.recommendations.order_by("held_at"),
            "order": getattr(found, "order", None),
        },
    )


def _line(case: Case) -> dict[str, Any]:
    step = standing_of(case).procedure.step(case.step).name if case.step else "办结"
    url = reverse("case", args=[case.number])
    return {"number": case.number, "title": case.title, "step_name": step, "opened_at": case.opened_at, "url": url}


def rail(where: Standing, entries: list[RecordEntry]) -> list[dict[str, Any]]:
    """The steps as the component wants them, each done one with the day of its last entry."""
    days = {entry.step: entry.happened_at for entry in entries}
    return [
        {"label": step.name, "state": where.state(step).value, "on": days.get(step.id) if where.state(step).value == "done" else None}
        for step in where.procedure.steps
    ]


def next_acts(case: Case, where: Standing, rights: Rights) -> list[dict[str, Any]]:
    """What may be done now, and whether this person may do it: nothing is hidden, a missing right is said."""
    return [
        {
            "name": act.name,
            "url": reverse("act", args=[case.number, act.verb]),
            "is_done": act.verb in where.fulfilled,
            "is_mine": act.verb in ACTS and _holds(rights, act.verb, case),
            "who": where.current.who if where.current else "",
        }
        for act in where.ready
    ]


def _holds(rights: Rights, verb: str, case: Case) -> bool:
    permission = VERBS[verb].permission
    return permission is None or rights.may(permission, case.authority.path)


def candidate_rows(case: Case) -> list[dict[str, Any]]:
    """The people beyond mere screening, furthest first, with their light and the first reason."""
    order = ["appointed", "proposed", "target", "forecast"]
    rows = case.candidates.filter(stage__in=order).select_related("person")
    return [_candidate(row) for row in sorted(rows, key=lambda row: (order.index(row.stage), row.person.name))]


def _candidate(row: Candidate) -> dict[str, Any]:
    reason = first_reason(row.findings)
    return {
        "name": row.person.name,
        "post": row.person.current_post,
        "stage": row.get_stage_display(),
        "light": row.light,
        "reason": reason["term"] if reason else "",
        "url": reverse("verdict", args=[row.case.number, row.person_id]),
    }


def light_chips(case: Case) -> list[dict[str, Any]]:
    """How many people stand under each light, each opening the screening filtered to it."""
    counts: dict[str, int] = {}
    for light in case.candidates.exclude(light="").values_list("light", flat=True):
        counts[light] = counts.get(light, 0) + 1
    url = reverse("screening", args=[case.number])
    return [{"light": light, "label": name, "count": counts[light], "url": f"{url}?light={light}"} for light, name in NAMES.items() if light in counts]


def timeline_entry(entry: RecordEntry) -> dict[str, Any]:
    """A record entry as the component wants it."""
    late = "（补记）" if entry.is_late else ""
    return {
        "at": entry.happened_at,
        "what": f"{entry.matter}{late}",
        "result": entry.result,
        "who": entry.by_name,
        "place": entry.place,
        "is_signed": True,
        "cites": entry.cites,
    }
