"""The page of one meeting: roll, items, speaking order, result. Its forms post back to it."""

from collections.abc import Callable
from datetime import datetime

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext

from quanheng.kernel.refusals import Refused
from quanheng.meeting.actions.call_roll import call_roll
from quanheng.meeting.actions.close_meeting import close_meeting
from quanheng.meeting.actions.decide_item import decide_item
from quanheng.meeting.actions.express import express
from quanheng.meeting.actions.postpone_item import postpone_item
from quanheng.meeting.actions.recuse import recuse
from quanheng.meeting.core.offers import OFFERS
from quanheng.meeting.models import BodyMember, Expression, Item, Meeting, Recusal
from quanheng.meeting.queries.meetings import meeting_sheet
from quanheng.meeting.screens.labels import RESULT_LIGHTS, actor, item_or_404, meeting_or_404, state_of
from quanheng.web.core.addresses import screen
from quanheng.web.screens import clock


@screen("meetings/<int:pk>/", name="meeting", permission="meeting.view")
def meeting_page(request: HttpRequest, pk: int) -> HttpResponse:
    meeting, refusal = meeting_or_404(request, pk), None
    if request.method == "POST":
        try:
            said = _done(request, meeting, clock.now())
        except Refused as refused:
            refusal = refused
        else:
            messages.success(request, said)
            return redirect("meeting", pk=pk)
        meeting = meeting_or_404(request, pk)  # the act may have written into its copy before it was refused
    sheet = meeting_sheet(by=actor(request), on=clock.today(), meeting=meeting)
    context = {
        "sheet": sheet,
        "offers": OFFERS if sheet.items and (sheet.may_run or sheet.seat) else [],
        "meeting": sheet.meeting,
        "state": state_of(sheet.meeting),
        "refusal": refusal,
        "typed": request.POST,
        "lights": RESULT_LIGHTS,
        "stances": Expression.STANCES,
        "grounds": Recusal.GROUNDS,
        "forms": Item.FORMS,
    }
    return render(request, "meeting/meeting.html", context, status=409 if refusal else 200)


def _done(request: HttpRequest, meeting: Meeting, at: datetime) -> str:
    """Do what the form asks and say it; 404 for a form that is none of ours."""
    act = _ACTS.get(request.POST.get("act", ""))
    if act is None:
        raise Http404
    return act(request, meeting, at)


def _roll(request: HttpRequest, meeting: Meeting, at: datetime) -> str:
    members = {
        str(member.pk): member
        for member in BodyMember.objects.filter(body=meeting.body).select_related("account")
    }
    here = {member for key, member in members.items() if request.POST.get(f"present_{key}") == "1"}
    away = {
        member: request.POST.get(f"reason_{key}", "")
        for key, member in members.items()
        if request.POST.get(f"present_{key}") == "0"
    }
    call_roll(by=actor(request), at=at, meeting=meeting, present=here, absent=away)
    return gettext("已点名")


def _express(request: HttpRequest, meeting: Meeting, at: datetime) -> str:
    made = express(
        by=actor(request),
        at=at,
        item=item_or_404(meeting, request.POST.get("item")),
        member=_member(request, meeting),
        stance=_one_of(request, "stance", dict(Expression.STANCES)),
        remark=request.POST.get("remark", "")[:500],
    )
    return gettext("已登记{name}的表态：{stance}").format(
        name=made.member, stance=gettext(made.get_stance_display())
    )


def _recuse(request: HttpRequest, meeting: Meeting, at: datetime) -> str:
    member = _member(request, meeting)
    if member is None:
        raise Http404
    made = recuse(
        by=actor(request),
        at=at,
        item=item_or_404(meeting, request.POST.get("item")),
        member=member,
        ground=_one_of(request, "ground", dict(Recusal.GROUNDS)),
    )
    return gettext("已登记{name}回避").format(name=made.member)


def _decide(request: HttpRequest, meeting: Meeting, at: datetime) -> str:
    item = item_or_404(meeting, request.POST.get("item"))
    made = decide_item(by=actor(request), at=at, item=item, form=_one_of(request, "form", dict(Item.FORMS)))
    return gettext("第{number}项议题：{result}").format(
        number=made.number, result=gettext(made.get_state_display())
    )


def _postpone(request: HttpRequest, meeting: Meeting, at: datetime) -> str:
    item = item_or_404(meeting, request.POST.get("item"))
    made = postpone_item(by=actor(request), at=at, item=item, reason=request.POST.get("reason", "")[:200])
    return gettext("第{number}项议题：{result}").format(
        number=made.number, result=gettext(made.get_state_display())
    )


def _close(request: HttpRequest, meeting: Meeting, at: datetime) -> str:
    close_meeting(by=actor(request), at=at, meeting=meeting)
    return gettext("已散会")


def _member(request: HttpRequest, meeting: Meeting) -> BodyMember | None:
    key = request.POST.get("member", "")
    if not key:
        return None
    found = (
        BodyMember.objects.filter(body=meeting.body, pk=key).select_related("account").first()
        if key.isdigit()
        else None
    )
    if found is None:
        raise Http404
    return found


def _one_of(request: HttpRequest, name: str, choices: dict[str, str]) -> str:
    chosen = request.POST.get(name, "")
    if chosen not in choices:
        raise Http404
    return chosen


_ACTS: dict[str, Callable[[HttpRequest, Meeting, datetime], str]] = {
    "roll": _roll,
    "express": _express,
    "recuse": _recuse,
    "decide": _decide,
    "postpone": _postpone,
    "close": _close,
}
