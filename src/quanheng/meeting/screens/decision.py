"""The decision sheet of a settled item, on the page and as PDF."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from quanheng.meeting.queries.meetings import ItemSheet, meeting_sheet
from quanheng.meeting.queries.papers import decision_sheet
from quanheng.meeting.screens.labels import RESULT_LIGHTS, actor, meeting_or_404
from quanheng.web.core.addresses import screen
from quanheng.web.screens import clock


@screen("meetings/<int:pk>/decisions/<int:number>/", name="decision", permission="meeting.view")
def decision_page(request: HttpRequest, pk: int, number: int) -> HttpResponse:
    found = _decided(request, pk, number)
    context = {"meeting": found.item.meeting, "found": found, "item": found.item, "lights": RESULT_LIGHTS}
    return render(request, "meeting/decision.html", context)


@screen("meetings/<int:pk>/decisions/<int:number>/sheet.pdf", name="decision_pdf", permission="meeting.view", is_export=True)
def decision_pdf(request: HttpRequest, pk: int, number: int) -> HttpResponse:
    found = _decided(request, pk, number)
    response = HttpResponse(decision_sheet(found.item), content_type="application/pdf")
    response["Content-Disposition"] = f'inline; filename="decision-{pk}-{number}.pdf"'
    return response


def _decided(request: HttpRequest, pk: int, number: int) -> ItemSheet:
    meeting = meeting_or_404(request, pk)
    sheet = meeting_sheet(by=actor(request), on=clock.today(), meeting=meeting)
    found = next((each for each in sheet.items if each.item.number == number and each.item.decided_at), None)
    if found is None:
        raise Http404
    return found
