"""地方规定: which local instruments bind whom, taking one on, giving one up."""

from typing import Any

from django import forms
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from quanheng.access.models import Account, Authority
from quanheng.access.permissions.rights import rights_of
from quanheng.kernel.refusals import Refused
from quanheng.kernel.texts import Text
from quanheng.regulation.actions.adopt_layer import adopt_layer, end_adoption
from quanheng.regulation.core.library import library, local_layers
from quanheng.regulation.models import LayerAdoption
from quanheng.regulation.queries.adoptions import adoptions
from quanheng.web.core.addresses import screen
from quanheng.web.core.tables import Column
from quanheng.web.screens import clock
from quanheng.web.screens.links import link

COLUMNS = (
    Column("authority", "管理权限主体"),
    Column("title", "地方规定"),
    Column("document", "采用文号"),
    Column("from_on", "施行"),
    Column("until_on", "停止（不含）"),
)


class AdoptionForm(forms.Form):
    """采用地方规定。"""

    authority = forms.ModelChoiceField(Authority.objects.none(), label=gettext_lazy("管理权限主体"))
    layer = forms.ChoiceField(
        label=gettext_lazy("地方规定"), help_text=gettext_lazy("只能比全国规定更严；放宽的规定系统不收录。")
    )
    document = forms.CharField(label=gettext_lazy("采用文号"), max_length=80)
    from_on = forms.DateField(label=gettext_lazy("施行"), widget=forms.DateInput(attrs={"type": "date"}))

    def __init__(self, *given: Any, paths: tuple[str, ...], **named: Any) -> None:
        super().__init__(*given, **named)
        mine = [each.pk for each in Authority.objects.all() if each.path.startswith(paths)]
        self.fields["authority"].queryset = Authority.objects.filter(pk__in=mine)  # type: ignore[attr-defined]
        self.fields["layer"].choices = [(name, _title(name)) for name in local_layers()]  # type: ignore[attr-defined]


class EndForm(forms.Form):
    """停止采用地方规定。"""

    until_on = forms.DateField(
        label=gettext_lazy("停止（不含）"), widget=forms.DateInput(attrs={"type": "date"})
    )
    document = forms.CharField(label=gettext_lazy("停止采用的文号"), max_length=80)


def _title(layer: str) -> str:
    return _(library(layer).instruments[layer].zh)


@screen("law/layers/", name="layers", permission="regulation.adopt")
def layers(request: HttpRequest) -> HttpResponse:
    """The adoptions the actor can see, and a form for one more."""
    by, today = _actor(request), clock.today()
    form = AdoptionForm(request.POST or None, paths=rights_of(by, on=today).paths("regulation.adopt"))
    refused = None
    if request.method == "POST" and form.is_valid():
        try:
            adopt_layer(by=by, at=clock.now(), **form.cleaned_data)
        except Refused as refusal:
            refused = refusal
        else:
            messages.success(request, _("已采用"))
            return redirect("layers")
    context = {
        "form": form,
        "refused": refused,
        "columns": COLUMNS,
        "rows": [_row(each) for each in adoptions(by=by, on=today)],
    }
    return render(request, "regulation/layers.html", context, status=_status(refused, form))


@screen("law/layers/<int:pk>/end/", name="layer_end", permission="regulation.adopt")
def layer_end(request: HttpRequest, pk: int) -> HttpResponse:
    """Give one up from a day."""
    by = _actor(request)
    found = adoptions(by=by, on=clock.today()).filter(pk=pk).first()
    if found is None:
        raise Http404
    form, refused = EndForm(request.POST or None), None
    if request.method == "POST" and form.is_valid():
        try:
            end_adoption(by=by, at=clock.now(), adoption=found, **form.cleaned_data)
        except Refused as refusal:
            refused = refusal
        else:
            messages.success(request, _("已停止采用"))
            return redirect("layers")
    context = {"form": form, "refused": refused, "adoption": found, "title": _title(found.layer)}
    return render(request, "regulation/layer_end.html", context, status=_status(refused, form))


def _row(adoption: LayerAdoption) -> dict[str, Any]:
    return {
        "authority": adoption.authority.name,
        "title": Text(library(adoption.layer).instruments[adoption.layer].zh),
        "document": adoption.document,
        "from_on": adoption.from_on,
        "until_on": adoption.until_on
        or format_html(
            '<a href="{}">{}</a>', link("layer_end", pk=adoption.pk), _("停止采用")
        ),
    }


def _status(refused: Refused | None, form: forms.Form) -> int:
    return 409 if refused else 422 if form.errors else 200


def _actor(request: HttpRequest) -> Account:
    assert isinstance(request.user, Account)
    return request.user
