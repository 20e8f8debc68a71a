"""Download the papers of a meeting, from the meeting's page."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.http import content_disposition_header

from quanheng.access.actions.open_keys import COOKIE, opened_ring
from quanheng.access.models import Account
from quanheng.meeting.queries.meetings import meetings
from quanheng.selection.actions.export_meeting_pack import export_meeting_pack
from quanheng.web.core.addresses import screen
from quanheng.web.screens import clock


@screen("meetings/<int:pk>/pack.zip", name="meeting_pack", permission="meeting.view", is_export=True)
def meeting_pack(request: HttpRequest, pk: int) -> HttpResponse:
    """The zip, by POST: taking it is an act. Who may not have it is told why."""
    assert isinstance(request.user, Account)
    if request.method != "POST":
        return redirect("meeting", pk=pk)
    meeting = meetings(by=request.user, on=clock.today()).filter(pk=pk).first()
    if meeting is None:
        raise Http404
    by, now = request.user, clock.now()
    ring = opened_ring(request.session, cookie=request.COOKIES.get(COOKIE, ""), account=by, at=now)
    content = export_meeting_pack(by=by, at=now, meeting=meeting, ring=ring)
    held = timezone.localtime(meeting.held_at)
    response = HttpResponse(content, content_type="application/zip")
    response["Content-Disposition"] = content_disposition_header(True, f"{held:%Y%m%d}上会材料.zip") or ""
    response["Cache-Control"] = "private, no-store"
    return response
