"""The decision sheet of a settled item, on the page and as PDF."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from quanheng.access.actions.open_keys import COOKIE, opened_ring
from quanheng.access.core.key_tree import Ring
from quanheng.access.queries.sealed_rows import open_rows
from quanheng.kernel.refusals import Refused
from quanheng.meeting.actions.open_remarks import open_remarks
from quanheng.meeting.queries.meetings import ItemSheet, meeting_sheet
from quanheng.meeting.queries.papers import decision_sheet
from quanheng.meeting.screens.labels import RESULT_LIGHTS, actor, meeting_or_404
from quanheng.web.core.addresses import screen
from quanheng.web.screens import clock
from quanheng.web.screens.purpose import PurposeForm


@screen("meetings/<int:pk>/decisions/<int:number>/", name="decision", permission="meeting.view")
def decision_page(request: HttpRequest, pk: int, number: int) -> HttpResponse:
    """The remarks beside the votes stay sealed; a POST with a purpose opens them once."""
    found, form, refusal, is_open = _decided(request, pk, number), PurposeForm(request.POST or None), None, False
    if request.method == "POST" and form.is_valid():
        try:
            open_remarks(by=actor(request), at=clock.now(), item=found.item, purpose=form.cleaned_data["purpose"])
            is_open = True
        except Refused as refused:
            refusal = refused
    said = [speaker.expression for speaker in found.speakers if speaker.expression]
    context = {
        "meeting": found.item.meeting, "found": found, "item": found.item, "lights": RESULT_LIGHTS, "form": form,
        "refusal": refusal, "is_open": is_open, "has_remarks": any(each.remark for each in said),
        "shut": open_rows(_ring(request), said) if is_open else 0,
    }  # fmt: skip
    return render(request, "meeting/decision.html", context, status=409 if refusal else 200)


@screen("meetings/<int:pk>/decisions/<int:number>/sheet.pdf", name="decision_pdf", permission="meeting.view", is_export=True)
def decision_pdf(request: HttpRequest, pk: int, number: int) -> HttpResponse:
    """With the remarks as far as the reader's key opens them; the register of downloads says who took it."""
    found = _decided(request, pk, number)
    response = HttpResponse(decision_sheet(found.item, ring=_ring(request)), content_type="application/pdf")
    response["Content-Disposition"] = f'inline; filename="decision-{pk}-{number}.pdf"'
    return response


def _ring(request: HttpRequest) -> Ring | None:
    """The reader's keys, when they are open."""
    cookie = request.COOKIES.get(COOKIE, "")
    return opened_ring(request.session, cookie=cookie, account=actor(request), at=clock.now())


def _decided(request: HttpRequest, pk: int, number: int) -> ItemSheet:
    meeting = meeting_or_404(request, pk)
    sheet = meeting_sheet(by=actor(request), on=clock.today(), meeting=meeting)
    found = next((each for each in sheet.items if each.item.number == number and each.item.decided_at), None)
    if found is None:
        raise Http404
    return found
