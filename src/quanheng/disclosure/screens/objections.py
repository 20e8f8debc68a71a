"""The desk for objections: the list, and entering what came by letter or telephone."""

from django import forms
from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from quanheng.disclosure.actions.record_objection import LEAST, MOST, record_objection
from quanheng.disclosure.models import Objection
from quanheng.disclosure.queries.notices import notices
from quanheng.disclosure.queries.objections import objections
from quanheng.disclosure.screens.notices import actor
from quanheng.kernel.refusals import Refused
from quanheng.kernel.texts import Text
from quanheng.web.core.addresses import screen
from quanheng.web.core.tables import Column
from quanheng.web.screens import clock
from quanheng.web.screens.links import link

PAGE = 50
COLUMNS = [
    Column("receipt", "回执号"),
    Column("received_at", "收到时间"),
    Column("person", "公示对象"),
    Column("channel", "反映方式"),
    Column("named", "署名"),
    Column("state", "办理情况"),
]


class RecordForm(forms.Form):
    """登记反映: what came by telephone, letter or visit."""

    channel = forms.ChoiceField(label=_("反映方式"))
    received_at = forms.DateTimeField(
        label=_("收到时间"),
        widget=forms.DateTimeInput(format="%Y-%m-%dT%H:%M", attrs={"type": "datetime-local"}),
    )
    content = forms.CharField(
        label=_("反映内容"), min_length=LEAST, max_length=MOST, widget=forms.Textarea(attrs={"rows": 6})
    )
    name = forms.CharField(label=_("反映人"), max_length=60, required=False)
    contact = forms.CharField(label=_("联系方式"), max_length=100, required=False)


@screen("objections/", name="objections", permission="disclosure.check")
def objections_page(request: HttpRequest) -> HttpResponse:
    page = Paginator(objections(by=actor(request), on=clock.today()), PAGE).get_page(request.GET.get("page"))
    rows = [_row(objection) for objection in page]
    return render(request, "disclosure/objections.html", {"page": page, "rows": rows, "columns": COLUMNS})


@screen("notice-desk/<int:pk>/objections/record/", name="objection_record", permission="disclosure.check")
def record_page(request: HttpRequest, pk: int) -> HttpResponse:
    by, refusal = actor(request), None
    notice = notices(by=by, on=clock.today()).filter(pk=pk).first()
    if notice is None:
        raise Http404
    form = RecordForm(request.POST or None, initial={"received_at": clock.now()})
    channels = [(code, gettext(word)) for code, word in Objection.CHANNELS if code != "web"]
    form.fields["channel"] = forms.ChoiceField(label=_("反映方式"), choices=channels)
    if request.method == "POST" and form.is_valid():
        try:
            made = record_objection(by=by, at=clock.now(), notice=notice, **form.cleaned_data)
        except Refused as refused:
            refusal = refused
        else:
            messages.success(request, gettext("已登记反映{receipt}").format(receipt=made.receipt))
            return redirect("objection", pk=made.pk)
    context = {"notice": notice, "form": form, "refusal": refusal}
    return render(request, "disclosure/objection_record.html", context, status=409 if refusal else 200)


def _row(objection: Objection) -> dict[str, object]:
    return {
        "receipt": objection.receipt,
        "url": link("objection", objection.pk),
        "received_at": objection.received_at,
        "person": objection.notice.person.name,
        "channel": Text(objection.get_channel_display()),
        "named": objection.is_named,
        "state": _state(objection),
    }


def _state(objection: Objection) -> Text:
    if objection.concluded_at is None:
        return Text("待核查")
    return Text("影响任职") if objection.affects_appointment else Text("不影响任职")
