"""Background reckonings: asked for from the page that could not wait, with a bar while they last, and back to it at the end."""

from urllib.parse import urlencode

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.http import content_disposition_header
from django.utils.translation import gettext
from django.views.decorators.http import require_POST

from quanheng.access.models.job import OPEN
from quanheng.access.queries.jobs import standing_of
from quanheng.kernel.refusals import Refused
from quanheng.registry.actions.ask_reckoning import ask_reckoning
from quanheng.registry.core.query import read_query
from quanheng.registry.core.query_fields import categories
from quanheng.registry.core.query_sheet import KIND
from quanheng.registry.models import Reckoning
from quanheng.registry.queries.reckonings import Asked, is_current, reckonings
from quanheng.registry.screens.reader import actor
from quanheng.web.core.addresses import screen
from quanheng.web.screens import clock
from quanheng.web.screens.links import link


@screen("reckonings/ask/", name="reckoning_ask", permission="registry.view")
@require_POST
def reckoning_ask(request: HttpRequest) -> HttpResponse:
    """On to the page of the one asked for; nothing that could not be read is asked."""
    return asked_for(request, _asked(request))


def asked_for(request: HttpRequest, asked: Asked) -> HttpResponse:
    """Ask in the name of the reader and go to its page; a refusal has a page of its own."""
    try:
        made = ask_reckoning(by=actor(request), at=clock.now(), asked=asked)
    except Refused as refused:
        return render(request, "registry/reckoning.html", {"refused": refused}, status=409)
    return redirect("reckoning", pk=made.pk)


@screen("reckonings/<int:pk>/", name="reckoning", permission="registry.view")
def reckoning(request: HttpRequest, pk: int) -> HttpResponse:
    """How far it is; once done, what it was asked for."""
    row = _own(request, pk)
    if row.state == "done" and row.kind != "export":
        return redirect(_back(row))
    return render(request, "registry/reckoning.html", _said(row))


@screen("reckonings/<int:pk>/progress/", name="reckoning_progress", permission="registry.view")
def reckoning_progress(request: HttpRequest, pk: int) -> HttpResponse:
    """The bar alone, asked for every second; when the work is over, the whole page is to be fetched anew."""
    row = _own(request, pk)
    if row.state not in OPEN:
        return HttpResponse(headers={"HX-Refresh": "true"})
    return render(request, "access/parts/job.html", _said(row))


@screen("reckonings/<int:pk>/workbook/", name="reckoning_workbook", permission="registry.view")
def reckoning_workbook(request: HttpRequest, pk: int) -> HttpResponse:
    """The workbook, to the account that asked and as long as its rights are those of then."""
    row = get_object_or_404(reckonings(by=actor(request)), pk=pk)
    if row.paper is None or not is_current(row, on=clock.today()):
        raise Http404
    name = content_disposition_header(True, f"{gettext('查询结果')}.xlsx") or ""
    return HttpResponse(bytes(row.paper), content_type=KIND, headers={"Content-Disposition": name})


def _asked(request: HttpRequest) -> Asked:
    """As the form has it: kinds and categories that are none become the plainest."""
    kind, said = request.POST.get("kind", ""), read_query(request.POST.get("query", ""))
    known, rows, columns = categories(), request.POST.get("rows", ""), request.POST.get("columns", "")
    if kind != "statistics":
        return Asked("export" if kind == "export" else "query", said, clock.as_of(request))
    return Asked(
        kind,
        said,
        clock.as_of(request),
        rows if rows in known else "level",
        columns if columns in known else "",
    )


def _own(request: HttpRequest, pk: int) -> Reckoning:
    return get_object_or_404(reckonings(by=actor(request)).defer("paper", "found"), pk=pk)


def _back(row: Reckoning) -> str:
    """The page that shows the answer."""
    asked = Asked.read(row)
    if row.kind == "quality":
        return link("quality")
    more = {"rows": asked.rows, "columns": asked.columns} if row.kind == "statistics" else {}
    more |= {"as_of": asked.as_of.isoformat()} if asked.as_of != clock.today() else {}
    said = "&".join(part for part in (row.asked["query"], urlencode(more)) if part)
    return f"{link('statistics' if row.kind == 'statistics' else 'query')}?{said}"


def _said(row: Reckoning) -> dict[str, object]:
    at = standing_of(row, now=clock.now())
    return {
        "row": row,
        "standing": at,
        "progress_url": link("reckoning_progress", row.pk),
        "refused": at.refusal,
        "back": _back(row),
        "has_paper": row.state == "done" and is_current(row, on=clock.today()),
    }
