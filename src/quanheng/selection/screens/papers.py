"""Download a paper of a case."""


from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.http import content_disposition_header

from quanheng.access.models import Account
from quanheng.selection.queries.cases import selection_cases
from quanheng.selection.queries.papers import papers
from quanheng.web.core.addresses import screen
from quanheng.web.screens import clock


@screen("cases/<str:number>/papers/<str:name>", name="paper", permission="procedure.view")
def paper(request: HttpRequest, number: str, name: str) -> HttpResponse:
    """One paper by its file name."""
    assert isinstance(request.user, Account)
    today = clock.today()
    case = get_object_or_404(selection_cases(by=request.user, on=today), number=number)
    for found in papers(by=request.user, on=today, case=case):
        if found.name == name:
            response = HttpResponse(found.make(), content_type=found.content_type)
            response["Content-Disposition"] = content_disposition_header(True, f"{case.number}-{found.name}") or ""
            return response
    raise Http404
