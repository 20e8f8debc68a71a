"""The deciding bodies and who sits in them: set up a body, seat a member, end a seat."""

from typing import Any

from django import forms
from django.contrib import messages
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from quanheng.access.models import Account, Authority
from quanheng.kernel.refusals import Refused
from quanheng.meeting.actions.form_body import form_body
from quanheng.meeting.actions.seat_member import seat_member
from quanheng.meeting.actions.unseat_member import unseat_member
from quanheng.meeting.models import Body
from quanheng.meeting.queries.members import authorities_to_run, bodies_to_run, seated, sitters
from quanheng.meeting.screens.labels import actor
from quanheng.web.core.addresses import screen
from quanheng.web.screens import clock


class BodyForm(forms.Form):
    """设立会议主体。"""

    authority = forms.ModelChoiceField(Authority.objects.none(), label=_("管理权限主体"))
    name = forms.CharField(label=_("名称"), max_length=100)
    kind = forms.ChoiceField(label=_("类别"))
    keeps_recused = forms.BooleanField(
        label=_("回避人员计入应到"),
        required=False,
        initial=True,
        help_text=_("条例没有写明；默认计入应到，不参加表决。"),
    )


class SeatForm(forms.Form):
    """登记会议成员。"""

    account = forms.ModelChoiceField(
        Account.objects.none(), label=_("会议成员"), help_text=_("有“出席会议并表态”权限的账号。")
    )
    from_on = forms.DateField(
        label=_("起"), widget=forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"})
    )
    order = forms.IntegerField(label=_("排序"), min_value=0, initial=0)
    is_chief = forms.BooleanField(label=_("主要负责人"), required=False)


@screen("bodies/", name="bodies", permission="meeting.run")
def bodies_page(request: HttpRequest) -> HttpResponse:
    by, today, refusal = actor(request), clock.today(), None
    form = BodyForm(request.POST or None)
    _choose(form, "authority", authorities_to_run(by=by, on=today))
    form.fields["kind"] = forms.ChoiceField(
        label=_("类别"), choices=[(code, gettext(word)) for code, word in Body.KINDS]
    )
    if request.method == "POST" and form.is_valid():
        try:
            made = form_body(by=by, at=clock.now(), **form.cleaned_data)
        except Refused as refused:
            refusal = refused
        else:
            return redirect("body", pk=made.pk)
    context = {"form": form, "refusal": refusal, "bodies": bodies_to_run(by=by, on=today)}
    return render(request, "meeting/bodies.html", context, status=409 if refusal else 200)


@screen("bodies/<int:pk>/", name="body", permission="meeting.run")
def body_page(request: HttpRequest, pk: int) -> HttpResponse:
    by, today, refusal = actor(request), clock.today(), None
    body = bodies_to_run(by=by, on=today).filter(pk=pk).first()
    if body is None:
        raise Http404
    is_seating = request.method == "POST" and request.POST.get("act") != "unseat"
    form = SeatForm(request.POST if is_seating else None, initial={"from_on": today})
    _choose(form, "account", sitters(by=by, on=today, body=body))
    if request.method == "POST":
        try:
            said = _changed(request, body, form)
        except Refused as refused:
            refusal, said = refused, ""
        if said:
            messages.success(request, said)
            return redirect("body", pk=pk)
    context = {
        "body": body,
        "form": form,
        "refusal": refusal,
        "members": seated(body, on=today),
        "today": today,
    }
    return render(request, "meeting/body.html", context, status=409 if refusal else 200)


def _changed(request: HttpRequest, body: Body, form: SeatForm) -> str:
    """Seat or unseat; "" when the form has to be filled in again."""
    by, at, today = actor(request), clock.now(), clock.today()
    if request.POST.get("act") == "unseat":
        member = next(
            (each for each in seated(body, on=today) if str(each.pk) == request.POST.get("member")), None
        )
        if member is None:
            raise Http404
        made = unseat_member(by=by, at=at, member=member, until_on=today)
        return gettext("{name}自今日起不再是成员").format(name=made)
    if not form.is_valid():
        return ""
    made = seat_member(by=by, at=at, body=body, **form.cleaned_data)
    return gettext("已登记成员{name}").format(name=made)


def _choose(form: forms.Form, name: str, rows: QuerySet[Any]) -> None:
    field = form.fields[name]
    assert isinstance(field, forms.ModelChoiceField)
    field.queryset = rows
