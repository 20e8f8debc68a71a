"""The screening of a case (人选研判): everybody with a light and the first reason, filtered by light or reason."""

from collections import Counter
from typing import Any
from uuid import UUID

from django.core.paginator import Paginator
from django.db.models import Case as Choice
from django.db.models import Count, Value, When
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import get_language
from django.views.decorators.http import require_POST

from quanheng.access.models import Account
from quanheng.kernel.refusals import Refused
from quanheng.kernel.texts import unpacked
from quanheng.procedure.models import Case
from quanheng.selection.actions.resume_screening import resume_screening
from quanheng.selection.core.findings import node
from quanheng.selection.core.lights import NAMES
from quanheng.selection.models import Candidate
from quanheng.selection.queries.cases import standing
from quanheng.selection.queries.findings import findings_of
from quanheng.selection.queries.screening import lines_behind
from quanheng.selection.screens.acts import may_do
from quanheng.selection.screens.found import found_case
from quanheng.web.core.addresses import screen
from quanheng.web.screens import clock
from quanheng.web.screens.links import link

_BEST_FIRST = Choice(*(When(light=light, then=Value(place)) for place, light in enumerate(("passed", "warning", "superior", "unknown"))), default=Value(9))
_READ = ("light", "reason", "case_id", "person__name", "person__current_post", "person__born_on")


@screen("cases/<str:number>/screening/", name="screening", permission="selection.view")
def screening(request: HttpRequest, number: str) -> HttpResponse:
    """Chips count people per light and per reason; a row opens the verdict tree. The best stand first."""
    return _page(request, _case(request, number))


@screen("cases/<str:number>/screening/progress/", name="screening_progress", permission="selection.view")
def screening_progress(request: HttpRequest, number: str) -> HttpResponse:
    """The bar alone, asked for every second; when the work is over, the whole page is to be fetched anew."""
    at = standing(_case(request, number), now=clock.now())
    if at is None or not at.is_live:
        return HttpResponse(headers={"HX-Refresh": "true"})
    return render(request, "access/parts/job.html", {"progress_url": request.path, "standing": at})


@screen("cases/<str:number>/screening/resume/", name="screening_resume", permission="selection.run")
@require_POST
def screening_resume(request: HttpRequest, number: str) -> HttpResponse:
    """Go on with what was broken off."""
    assert isinstance(request.user, Account)
    case = _case(request, number)
    try:
        resume_screening(by=request.user, at=clock.now(), case=case)
    except Refused as refused:
        return _page(request, case, refused)
    return redirect("screening", number=number)


def _case(request: HttpRequest, number: str) -> Case:
    assert isinstance(request.user, Account)
    return found_case(number, by=request.user, on=clock.today())


def _page(request: HttpRequest, case: Case, refusal: Refused | None = None) -> HttpResponse:
    assert isinstance(request.user, Account)
    at = standing(case, now=clock.now())
    light, reason, name = (request.GET.get(key, "") for key in ("light", "reason", "q"))
    chosen = {key: said for key, said in (("light", light), ("reason__rule", reason), ("person__name__icontains", name)) if said}
    rows = case.candidates.filter(**chosen).select_related("person").only(*_READ).order_by(_BEST_FIRST, "person__name", "pk")
    counts = _counts(case)
    pages = Paginator(rows, 50)
    if not name:  # the chips have counted them
        pages.count = sum(n for under, rule, _term, n in counts if light in ("", under) and reason in ("", rule))
    page = pages.get_page(request.GET.get("page"))
    context = {
        "case": case,
        "motion": case.motion,
        "standing": at,
        "refusal": refusal or (at.refusal if at else None),
        "progress_url": link("screening_progress", case.number),
        "may_resume": may_do(request.user, "selection.screening.resume", case.authority.path),
        "lights": _light_chips(counts, light),
        "reasons": _reason_chips(counts, light, reason),
        "query": name,
        "page": page,
        "rows": [_row(candidate, case) for candidate in page],
    }
    return render(request, "selection/screening.html", context, status=409 if refusal else 200)


@screen("cases/<str:number>/screening/<uuid:person>/", name="verdict", permission="selection.view")
def verdict(request: HttpRequest, number: str, person: UUID) -> HttpResponse:
    """One person's findings as kept with the case: clause, facts, values, what would help."""
    case = _case(request, number)
    candidate = get_object_or_404(Candidate.objects.select_related("person"), case=case, person_id=person)
    in_english = (get_language() or "").startswith("en")
    sources = lines_behind(candidate.person, post=case.motion.post, on=case.motion.screened_on or clock.today())
    nodes = [node(f, sources=sources, in_english=in_english, is_open=f["light"] != "passed") for f in findings_of(candidate)]
    return render(request, "selection/verdict.html", {"case": case, "candidate": candidate, "motion": case.motion, "nodes": nodes})


def _row(candidate: Candidate, case: Case) -> dict[str, Any]:
    reason = candidate.reason
    return {
        "name": candidate.person.name,
        "post": candidate.person.current_post,
        "born_on": candidate.person.born_on,
        "light": candidate.light,
        "term": reason.get("term", ""),
        "remedy": unpacked(reason["remedy"]) if reason.get("remedy") else None,
        "cites": reason.get("cites", [])[:1],
        "url": link("verdict", case.number, candidate.person_id),
    }


def _counts(case: Case) -> list[tuple[str, str | None, str | None, int]]:
    """How many stand under each light for each reason: rule, its words, number. One question for both rows of chips."""
    said = case.candidates.order_by().values_list("light", "reason__rule", "reason__term")
    return list(said.annotate(n=Count("pk")))


def _light_chips(counts: list[tuple[str, str | None, str | None, int]], current: str) -> list[dict[str, Any]]:
    found: Counter[str] = Counter()
    for light, _rule, _term, n in counts:
        found[light] += n
    chips: list[dict[str, Any]] = [{"label": "全部", "url": "?", "count": found.total(), "is_current": not current}]
    chips += [
        {"light": light, "label": name, "url": f"?light={light}", "count": found[light], "is_current": light == current}
        for light, name in NAMES.items()
        if light in found
    ]
    return chips


def _reason_chips(counts: list[tuple[str, str | None, str | None, int]], light: str, current: str) -> list[dict[str, Any]]:
    found: Counter[tuple[str, str | None]] = Counter()
    for under, rule, term, n in counts:
        if rule is not None and light in ("", under):
            found[rule, term] += n
    return [
        {"label": term, "url": f"?light={light}&reason={rule}", "count": n, "is_current": rule == current}
        for (rule, term), n in sorted(found.items(), key=lambda each: (-each[1], each[0][0]))[:12]
    ]
