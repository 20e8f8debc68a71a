"""Put a matter on a meeting's agenda that no case brings: find the person and the post, then add; or reopen a decision."""

from uuid import UUID

from django.contrib import messages
from django.db.models import Q, QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext

from quanheng.access.permissions.rights import within
from quanheng.kernel.refusals import Refused
from quanheng.kernel.texts import Text
from quanheng.meeting.actions.add_item import add_item
from quanheng.meeting.actions.reopen_item import reopen_item
from quanheng.meeting.models import Item, Meeting
from quanheng.meeting.queries.meetings import reopenable
from quanheng.meeting.queries.members import seated
from quanheng.meeting.screens.labels import actor, meeting_or_404
from quanheng.registry.models import Person, Post
from quanheng.web.core.addresses import screen
from quanheng.web.screens import clock

MOST = 20  # matches shown; more than that wants a narrower search


@screen("meetings/<int:pk>/agenda/", name="meeting_agenda", permission="meeting.run")
def agenda_page(request: HttpRequest, pk: int) -> HttpResponse:
    meeting, refusal = meeting_or_404(request, pk), None
    if request.method == "POST":
        try:
            item = (
                _reopened(request, meeting)
                if request.POST.get("act") == "reopen"
                else _added(request, meeting)
            )
        except Refused as refused:
            refusal = refused
        else:
            messages.success(request, gettext("已列入第{number}项议题").format(number=item.number))
            return redirect("meeting", pk=pk)
    by, on = actor(request), clock.today()
    asked = {
        name: (request.GET.get(name) or request.POST.get(name) or "").strip()
        for name in ("person_q", "post_q")
    }
    context = {
        "meeting": meeting,
        "refusal": refusal,
        "asked": asked,
        "typed": request.POST,
        "persons": _persons(request, asked["person_q"]),
        "posts": _posts(request, asked["post_q"]),
        "reopenable": reopenable(by=by, on=on, meeting=meeting),
        "members": seated(meeting.body, on=on),
    }
    return render(request, "meeting/agenda.html", context, status=409 if refusal else 200)


def _seen_persons(request: HttpRequest) -> QuerySet[Person]:
    return Person.objects.filter(within("registry.view", by=actor(request), on=clock.today())).select_related(
        "organisation"
    )


def _seen_posts(request: HttpRequest) -> QuerySet[Post]:
    seen = within("establishment.view", by=actor(request), on=clock.today(), field="organisation__authority")
    return Post.objects.filter(seen).select_related("organisation")


def _persons(request: HttpRequest, words: str) -> list[Person]:
    alike = Q(name__contains=words) | Q(pinyin__istartswith=words) | Q(initials__istartswith=words)
    return list(_seen_persons(request).filter(alike)[:MOST]) if words else []


def _posts(request: HttpRequest, words: str) -> list[Post]:
    found = _seen_posts(request)
    for word in words.split():
        found = found.filter(Q(organisation__name__contains=word) | Q(name__contains=word))
    return list(found[:MOST]) if words else []


def _added(request: HttpRequest, meeting: Meeting) -> Item:
    try:
        person = _seen_persons(request).filter(key=UUID(request.POST.get("person", ""))).first()
    except ValueError:
        person = None
    key = request.POST.get("post", "")
    post = _seen_posts(request).filter(pk=key).first() if key.isdigit() else None
    if person is None or post is None:
        raise Refused(
            Text("列入会议议题"), why=Text("没有选定拟任人选和拟任职务"), remedy=Text("先查找，再各选一项")
        )
    return add_item(by=actor(request), at=clock.now(), meeting=meeting, person=person, post=post)


def _reopened(request: HttpRequest, meeting: Meeting) -> Item:
    by, on, key = actor(request), clock.today(), request.POST.get("item", "")
    item = reopenable(by=by, on=on, meeting=meeting).filter(pk=key).first() if key.isdigit() else None
    if item is None:
        raise Http404
    agreed = [
        member for member in seated(meeting.body, on=on) if str(member.pk) in request.POST.getlist("agreed")
    ]
    return reopen_item(by=by, at=clock.now(), item=item, meeting=meeting, agreed=agreed)
