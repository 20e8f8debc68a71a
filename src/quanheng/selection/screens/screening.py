"""The screening of a case (人选研判): everybody with a light and the first reason, filtered by light or reason."""

from collections import Counter
from typing import Any
from uuid import UUID

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import get_language

from quanheng.access.models import Account
from quanheng.kernel.texts import unpacked
from quanheng.selection.core.findings import first_reason, node
from quanheng.selection.core.lights import NAMES
from quanheng.selection.models import Candidate
from quanheng.selection.queries.cases import selection_cases
from quanheng.web.core.addresses import screen
from quanheng.web.screens import clock


@screen("cases/<str:number>/screening/", name="screening", permission="selection.view")
def screening(request: HttpRequest, number: str) -> HttpResponse:
    """Chips count people per light and per reason; a row opens the verdict tree."""
    assert isinstance(request.user, Account)
    case = get_object_or_404(selection_cases(by=request.user, on=clock.today()), number=number)
    everybody = [_row(candidate) for candidate in case.candidates.select_related("person").order_by("person__name")]
    light, reason, name = (request.GET.get(key, "") for key in ("light", "reason", "q"))
    shown = [r for r in everybody if (not light or r["light"] == light) and (not reason or r["rule"] == reason) and name in r["name"]]
    context = {
        "case": case,
        "motion": case.motion,
        "total": len(everybody),
        "query": name,
        "lights": _light_chips(everybody, light),
        "reasons": _reason_chips([r for r in everybody if not light or r["light"] == light], light, reason),
        "page": Paginator(shown, 50).get_page(request.GET.get("page")),
    }
    return render(request, "selection/screening.html", context)


@screen("cases/<str:number>/screening/<uuid:person>/", name="verdict", permission="selection.view")
def verdict(request: HttpRequest, number: str, person: UUID) -> HttpResponse:
    """One person's findings as kept with the case: clause, facts, values, what would help."""
    assert isinstance(request.user, Account)
    case = get_object_or_404(selection_cases(by=request.user, on=clock.today()), number=number)
    candidate = get_object_or_404(Candidate.objects.select_related("person"), case=case, person_id=person)
    in_english = (get_language() or "").startswith("en")
    nodes = [node(f, in_english=in_english, is_open=f["light"] != "passed") for f in candidate.findings]
    return render(request, "selection/verdict.html", {"case": case, "candidate": candidate, "motion": case.motion, "nodes": nodes})


def _row(candidate: Candidate) -> dict[str, Any]:
    reason = first_reason(candidate.findings)
    return {
        "name": candidate.person.name,
        "post": candidate.person.current_post,
        "born_on": candidate.person.born_on,
        "light": candidate.light,
        "rule": reason["rule"] if reason else "",
        "term": reason["term"] if reason else "",
        "remedy": unpacked(reason["remedy"]) if reason and reason["remedy"] else None,
        "cites": reason["cites"][:1] if reason else [],
        "url": reverse("verdict", args=[candidate.case.number, candidate.person_id]),
    }


def _light_chips(rows: list[dict[str, Any]], current: str) -> list[dict[str, Any]]:
    counts = Counter(row["light"] for row in rows)
    chips: list[dict[str, Any]] = [{"label": "全部", "url": "?", "count": len(rows), "is_current": not current}]
    chips += [
        {"light": light, "label": name, "url": f"?light={light}", "count": counts[light], "is_current": light == current}
        for light, name in NAMES.items()
        if counts[light]
    ]
    return chips


def _reason_chips(rows: list[dict[str, Any]], light: str, current: str) -> list[dict[str, Any]]:
    counts = Counter((row["rule"], row["term"]) for row in rows if row["rule"])
    return [
        {"label": term, "url": f"?light={light}&reason={rule}", "count": count, "is_current": rule == current}
        for (rule, term), count in counts.most_common(12)
    ]


