"""A member's own page at a meeting, made for a telephone: the item under discussion and the three answers."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext

from quanheng.kernel.refusals import Refused
from quanheng.meeting.actions.express import express
from quanheng.meeting.actions.recuse import recuse
from quanheng.meeting.models import Expression
from quanheng.meeting.queries.meetings import meeting_sheet
from quanheng.meeting.screens.labels import RESULT_LIGHTS, actor, item_or_404, meeting_or_404
from quanheng.web.core.addresses import screen
from quanheng.web.screens import clock


@screen("meetings/<int:pk>/seat/", name="meeting_seat", permission="meeting.sit")
def seat_page(request: HttpRequest, pk: int) -> HttpResponse:
    by, meeting, refusal = actor(request), meeting_or_404(request, pk), None
    sheet = meeting_sheet(by=by, on=clock.today(), meeting=meeting)
    if sheet.seat is None:
        raise Http404
    if request.method == "POST":
        item, stance = item_or_404(meeting, request.POST.get("item")), request.POST.get("stance", "")
        try:
            if stance in dict(Expression.STANCES):
                remark = request.POST.get("remark", "")[:500]
                express(by=by, at=clock.now(), item=item, stance=stance, remark=remark)
            elif stance == "recuse":
                recuse(by=by, at=clock.now(), item=item, member=sheet.seat, ground="other")
            else:
                raise Http404
        except Refused as refused:
            refusal = refused
            sheet = meeting_sheet(by=by, on=clock.today(), meeting=meeting)
        else:
            messages.success(request, gettext("已登记"))
            return redirect("meeting_seat", pk=pk)
    own = (
        next((each for each in sheet.current.speakers if each.member == sheet.seat), None)
        if sheet.current
        else None
    )
    context = {
        "sheet": sheet,
        "meeting": meeting,
        "own": own,
        "refusal": refusal,
        "typed": request.POST,
        "lights": RESULT_LIGHTS,
        "stances": Expression.STANCES,
    }
    return render(request, "meeting/seat.html", context, status=409 if refusal else 200)
