"""Small shared things of the room's pages: who is signed in, one meeting or 404, the light of a figure."""

from django.http import Http404, HttpRequest

from quanheng.access.models import Account
from quanheng.meeting.models import Item, Meeting
from quanheng.meeting.queries.meetings import meeting_of
from quanheng.web.screens import clock

RESULT_LIGHTS = {"passed": "passed", "failed": "forbidden", "deferred": "warning", "open": "unknown"}


def actor(request: HttpRequest) -> Account:
    """Who is signed in; the guard of every address has made sure that somebody is."""
    assert isinstance(request.user, Account)
    return request.user


def meeting_or_404(request: HttpRequest, pk: int) -> Meeting:
    """The meeting, if the person may see it."""
    found = meeting_of(pk, by=actor(request), on=clock.today())
    if found is None:
        raise Http404
    return found


def item_or_404(meeting: Meeting, number: str | None) -> Item:
    """The item of this number; what does not exist and what is no number look the same."""
    found = (
        Item.objects.filter(meeting=meeting, number=number).first() if number and number.isdigit() else None
    )
    if found is None:
        raise Http404
    found.meeting = meeting
    return found


def state_of(meeting: Meeting) -> str:
    """未开、正在开、已散会: also the message id of its translation."""
    if meeting.closed_at:
        return "已散会"
    return "正在开会" if meeting.opened_at else "未开"
