"""The list of cases and the page of one: where it stands, what the next step needs, its people and its record."""

from typing import Any
from uuid import UUID

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from quanheng.access.actions.action import VERBS
from quanheng.access.models import Account
from quanheng.access.permissions.rights import Rights, rights_of
from quanheng.access.queries.log import Leaves, proven
from quanheng.kernel.texts import Text, text
from quanheng.procedure.core.alarms import Alarm
from quanheng.procedure.core.record import first_broken
from quanheng.procedure.core.walk import Standing
from quanheng.procedure.models import Case, RecordEntry
from quanheng.procedure.queries.alarms import case_alarms
from quanheng.procedure.queries.cases import record
from quanheng.procedure.queries.catalogue import procedure_of, standing_of
from quanheng.procedure.queries.lines import leaves_of, record_lines
from quanheng.registry.queries.people import named
from quanheng.selection.core.lights import NAMES
from quanheng.selection.models import Candidate, Recommendation
from quanheng.selection.queries.cases import (
    candidates_ahead,
    lights_of,
    order_of,
    rounds_of,
    selection_cases,
    standing,
)
from quanheng.selection.queries.papers import papers
from quanheng.selection.screens.acts import ACTS
from quanheng.selection.screens.found import found_case
from quanheng.web.core.addresses import screen
from quanheng.web.core.tables import Column
from quanheng.web.screens import clock
from quanheng.web.screens.links import link

COLUMNS = (
    Column("number", "编号", sort="number"),
    Column("title", "事项", sort="title"),
    Column("step_name", "当前环节"),
    Column("opened_at", "启动时间", sort="opened_at"),
)
_SORTS = {"number", "title", "opened_at"}
_SHOWN = 6
_FURTHEST_FIRST = ["appointed", "proposed", "target", "forecast"]
People = dict[str, tuple[str, str]]


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
    found = found_case(number, by=request.user, on=today)
    where, rights = standing_of(found), rights_of(request.user, on=today)
    entries = record(by=request.user, on=today, case=found)
    ahead, rounds = candidates_ahead(found), rounds_of(found)
    people = people_named(ahead, rounds)
    return render(
        request,
        "selection/case.html",
        {
            "case": found,
            "motion": found.motion,
            "steps": rail(where, entries),
            "step": where.current,
            "acts": next_acts(found, where, rights),
            "screening": standing(found, now=clock.now()),
            "waiting": [act for act, _missing in where.waiting],
            "candidates": candidate_rows(ahead, people, found),
            "lights": light_chips(found),
            "entries": [timeline_entry(entry) for entry in reversed(entries[-_SHOWN:])],
            "entry_count": len(entries),
            "may_open_sealed": rights.may("access.keys", found.authority.path),
            "may_read_record": rights.may("procedure.view", found.authority.path),
            "rounds": [round_shown(row, people) for row in rounds],
            "order": order_of(found),
        },
    )


@screen("cases/<str:number>/record/", name="record", permission="procedure.view")
def case_record(request: HttpRequest, number: str) -> HttpResponse:
    """The full-process record from first to last, the papers of the case, and whether the chain holds."""
    assert isinstance(request.user, Account)
    today = clock.today()
    found = found_case(number, by=request.user, on=today)
    entries = record(by=request.user, on=today, case=found)
    leaves = leaves_of(entries)
    made = papers(by=request.user, on=today, case=found, entries=entries)
    context = {
        "case": found,
        "alarms": [alarm_line(each) for each in case_alarms(found, standing_of(found), entries, on=today)],
        "proof": proof_of(entries, leaves),
        "entries": [timeline_entry(entry, has_cites=True) for entry in entries],
        "papers": [{"label": paper.label, "url": link("paper", found.number, paper.name)} for paper in made],
        "broken": first_broken(record_lines(entries, leaves)),
        "head": entries[-1].digest if entries else "",
    }
    return render(request, "selection/record.html", context)


def alarm_line(alarm: Alarm) -> dict[str, Any]:
    """A late, skipped or overdue step as a line: light, what, who answers, both dates."""
    said = {
        "late": text("补记：{on}的事，{noted}登记", on=alarm.on, noted=alarm.noted_on),
        "overdue": text("逾期：应于{on}前办理", on=alarm.on),
        "skipped": text("跳过：没有登记就进入了后面的环节"),
    }[alarm.kind]
    return {"what": Text(alarm.what), "who": Text(alarm.who), "said": said, "light": "unknown" if alarm.kind == "late" else "warning"}


def proof_of(entries: list[RecordEntry], leaves: Leaves) -> dict[str, Any]:
    """How many of the entries stand under a signed and under a witnessed checkpoint."""
    signed, cosigned = proven()
    seqs = [seq for seq, _salt, _commitment in leaves.values()]
    return {"signed": sum(seq <= signed for seq in seqs), "cosigned": sum(seq <= cosigned for seq in seqs), "all": len(entries)}


def people_named(rows: list[Candidate], rounds: list[Recommendation]) -> People:
    """Names and posts of candidates and of who was recommended, by the text of their keys: one question."""
    keys = {str(row.person_id) for row in rows} | {p["person"] for row in rounds for p in row.result.get("persons", [])}
    return {str(key): (name, post) for key, name, post in named([UUID(key) for key in sorted(keys)])}


def round_shown(row: Recommendation, people: People) -> dict[str, Any]:
    """A round with its figures and every person's votes by voter class, most votes first."""
    persons = row.result.get("persons", [])
    classes = list(dict.fromkeys(name for p in persons for name in p["by_class"]))
    columns = [Column("name", "姓名"), Column("votes", "得票", is_number=True)]
    columns += [Column(f"c{i}", name, is_number=True) for i, name in enumerate(classes)] if len(classes) > 1 else []
    rows = [
        {"name": people[p["person"]][0] if p["person"] in people else "", "votes": p["votes"], **{f"c{i}": p["by_class"].get(name, 0) for i, name in enumerate(classes)}}
        for p in persons
    ]
    return {"form": row.get_form_display(), "row": row, "result": row.result, "columns": columns, "rows": rows}


def _line(case: Case) -> dict[str, Any]:
    step = Text(procedure_of(case).step(case.step).name if case.step else "办结")
    url = link("case", case.number)
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
            "url": link("act", case.number, act.verb),
            "is_done": act.verb in where.fulfilled,
            "is_mine": act.verb in ACTS and _holds(rights, act.verb, case),
            "who": where.current.who if where.current else "",
        }
        for act in where.ready
    ]


def _holds(rights: Rights, verb: str, case: Case) -> bool:
    permission = VERBS[verb].permission
    return permission is None or rights.may(permission, case.authority.path)


def candidate_rows(ahead: list[Candidate], people: People, case: Case) -> list[dict[str, Any]]:
    """Those whom the reader may see, furthest first, with their light and the first reason."""
    seen = [row for row in ahead if str(row.person_id) in people]
    seen.sort(key=lambda row: (_FURTHEST_FIRST.index(row.stage), people[str(row.person_id)][0]))
    return [_candidate(row, people[str(row.person_id)], case) for row in seen]


def _candidate(row: Candidate, person: tuple[str, str], case: Case) -> dict[str, Any]:
    return {
        "name": person[0],
        "post": person[1],
        "stage": row.get_stage_display(),
        "light": row.light,
        "reason": row.reason.get("term", ""),
        "url": link("verdict", case.number, row.person_id),
    }


def light_chips(case: Case) -> list[dict[str, Any]]:
    """How many people stand under each light, each opening the screening filtered to it."""
    counts = lights_of(case)
    url = link("screening", case.number)
    return [{"light": light, "label": name, "count": counts[light], "url": f"{url}?light={light}"} for light, name in NAMES.items() if light in counts]


def timeline_entry(entry: RecordEntry, *, has_cites: bool = False) -> dict[str, Any]:
    """A record entry as the component wants it; a late one says so, with both dates."""
    noted = timezone.localdate(entry.recorded_at)
    what = text("{matter}（补记，{day}登记）", matter=Text(entry.matter), day=noted) if entry.is_late else Text(entry.matter)
    return {
        "at": entry.happened_at,
        "what": what,
        "result": text("{said}", said=entry.result),
        "who": entry.by_name,
        "place": entry.place,
        "cites": entry.cites if has_cites else [],
    }
