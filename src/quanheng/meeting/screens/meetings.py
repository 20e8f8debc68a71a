"""The list of meetings, and the form that convenes one."""

from django import forms
from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from quanheng.access.permissions.rights import rights_of
from quanheng.kernel.refusals import Refused
from quanheng.kernel.texts import text
from quanheng.meeting.actions.convene import convene
from quanheng.meeting.models import Body, Meeting
from quanheng.meeting.queries.meetings import meetings
from quanheng.meeting.queries.members import bodies_to_run
from quanheng.meeting.screens.labels import actor, state_of
from quanheng.web.core.addresses import screen
from quanheng.web.core.tables import Column
from quanheng.web.screens import clock
from quanheng.web.screens.links import link

PAGE = 50
COLUMNS = [
    Column("title", "会议"),
    Column("held_at", "召开时间"),
    Column("place", "地点"),
    Column("state", "进展"),
    Column("all_items", "议题", is_number=True),
    Column("open_items", "待议", is_number=True),
]


class ConveneForm(forms.Form):
    """召集会议。"""

    body = forms.ModelChoiceField(Body.objects.none(), label=_("会议主体"))
    held_at = forms.DateTimeField(
        label=_("召开时间"),
        widget=forms.DateTimeInput(format="%Y-%m-%dT%H:%M", attrs={"type": "datetime-local"}),
    )
    place = forms.CharField(label=_("地点"), max_length=100)
    title = forms.CharField(label=_("会议名称"), max_length=120, required=False)


@screen("meetings/", name="meetings", permission="meeting.view", menu="会议", order=50)
def meetings_page(request: HttpRequest) -> HttpResponse:
    by, today = actor(request), clock.today()
    page = Paginator(meetings(by=by, on=today), PAGE).get_page(request.GET.get("page"))
    rows = [_row(meeting) for meeting in page]
    may_run = rights_of(by, on=today).may("meeting.run")
    return render(
        request, "meeting/meetings.html", {"page": page, "rows": rows, "columns": COLUMNS, "may_run": may_run}
    )


@screen("meetings/convene/", name="meeting_convene", permission="meeting.run")
def convene_page(request: HttpRequest) -> HttpResponse:
    by, refusal = actor(request), None
    form = ConveneForm(request.POST or None)
    field = form.fields["body"]
    assert isinstance(field, forms.ModelChoiceField)
    field.queryset = bodies_to_run(by=by, on=clock.today())
    if request.method == "POST" and form.is_valid():
        try:
            made = convene(by=by, at=clock.now(), **form.cleaned_data)
        except Refused as refused:
            refusal = refused
        else:
            messages.success(request, gettext("已召集{title}").format(title=made.title))
            return redirect("meeting", pk=made.pk)
    context = {"form": form, "refusal": refusal, "has_bodies": field.queryset.exists()}
    return render(request, "meeting/convene.html", context, status=409 if refusal else 200)


def _row(meeting: Meeting) -> dict[str, object]:
    return {
        "title": meeting.title,
        "url": link("meeting", meeting.pk),
        "held_at": meeting.held_at,
        "place": meeting.place,
        "state": text(state_of(meeting)),
        "all_items": getattr(meeting, "all_items", 0),
        "open_items": getattr(meeting, "open_items", 0),
    }
