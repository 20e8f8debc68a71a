"""Home (待办): what falls due, what waits for this person, the cases in hand, the numbers that matter."""

from datetime import date
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.timezone import localdate

from quanheng.access.actions.action import VERBS
from quanheng.access.models import Account
from quanheng.access.permissions.rights import Rights, rights_of
from quanheng.access.queries.log import log_state
from quanheng.kernel.texts import Text, text
from quanheng.procedure.models import Case
from quanheng.procedure.queries.alarms import overdue_tasks, recent_late_entries
from quanheng.procedure.queries.cases import open_tasks
from quanheng.procedure.queries.catalogue import standings_of
from quanheng.registry.screens.home_lines import registry_lines
from quanheng.selection.queries.cases import running_cases
from quanheng.selection.screens.acts import ACTS
from quanheng.web.core.addresses import screen
from quanheng.web.screens import clock
from quanheng.web.screens.links import link

_SHOWN = 8


@screen("", name="home", menu="待办", order=0)
def home(request: HttpRequest) -> HttpResponse:
    """Each line opens what it is about; a person without business sees where to begin."""
    assert isinstance(request.user, Account)
    today = clock.today()
    rights = rights_of(request.user, on=today)
    running = running_cases(by=request.user, on=today, most=_SHOWN)
    standings = list(zip(running, standings_of(running), strict=True))
    due = open_tasks(by=request.user, on=today, most=_SHOWN)
    return render(
        request,
        "site/home.html",
        {
            "due": [_due(task) for task in due],
            "has_warnings": rights.may("registry.view"),
            "waiting": [
                *(line for case, where in standings for line in _waiting(case, where.ready, rights)),
                *registry_lines(by=request.user, on=today),
            ],
            "cases": [
                {
                    "number": case.number,
                    "title": case.title,
                    "step": where.current.name if where.current else "办结",
                    "url": _url(case),
                }
                for case, where in standings
            ],
            "has_business": rights.may("selection.view"),
            "log": log_state(now=clock.now()) if rights.may("access.journal") else None,
            "alarms": _alarms(request.user, today) if rights.may("procedure.view") else [],
            "roles": sorted(rights.roles),
        },
    )


def _alarms(by: Account, today: date) -> list[dict[str, Any]]:
    """Deadlines gone by and late entries, a few of each, with the case they lie in."""
    gone = [
        {"what": task.what, "said": text("逾期：应于{on}前办理", on=task.due_on), "case": task.case}
        for task in overdue_tasks(by=by, on=today)
    ]
    late = [
        {
            "what": Text(entry.matter),
            "said": text("补记：{on}的事，{noted}登记", on=localdate(entry.happened_at), noted=localdate(entry.recorded_at)),
            "case": entry.case,
        }
        for entry in recent_late_entries(by=by, on=today)
    ]
    return gone + late


def _due(task: Any) -> dict[str, Any]:
    url = _url(task.case) if task.case else ""
    return {"label": task.what, "on": task.due_on, "url": url, "cite": task.cites}


def _waiting(case: Case, ready: Any, rights: Rights) -> list[dict[str, Any]]:
    return [
        {"name": act.name, "case": case, "url": link("act", case.number, act.verb)}
        for act in ready
        if act.verb in ACTS and rights.may(str(VERBS[act.verb].permission), case.authority.path)
    ]


def _url(case: Case) -> str:
    return link("case", case.number)
