"""The form that sets an approved number of seats; a refusal keeps what was typed."""

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from quanheng.establishment.actions.set_quota import set_quota
from quanheng.establishment.screens.organisation import found
from quanheng.establishment.screens.reader import actor
from quanheng.kernel.refusals import Refused
from quanheng.registry.models import Post
from quanheng.registry.queries.labels import choices_of
from quanheng.web.core.addresses import screen
from quanheng.web.screens import clock


class QuotaForm(forms.Form):
    """核定职数."""

    level = forms.ChoiceField(label=_("职务层次"))
    role = forms.ChoiceField(label=_("职务类别"))
    number = forms.IntegerField(label=_("核定职数"), min_value=0, max_value=999)
    document = forms.CharField(label=_("批准文号"), max_length=80)
    from_on = forms.DateField(
        label=_("生效"), widget=forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"})
    )

    def __init__(self, *arguments: object, **given: object) -> None:
        super().__init__(*arguments, **given)  # type: ignore[arg-type]  # passed through unchanged
        self.fields["level"] = forms.ChoiceField(label=_("职务层次"), choices=choices_of("post_level")[1:])
        self.fields["role"] = forms.ChoiceField(
            label=_("职务类别"), choices=[(code, gettext(label)) for code, label in Post.ROLES]
        )


@screen("organisations/<str:code>/quota/", name="quota", permission="establishment.edit")
def quota_page(request: HttpRequest, code: str) -> HttpResponse:
    by, today = actor(request), clock.today()
    unit = found(by=by, on=today, code=code)
    form, refusal = QuotaForm(request.POST or None, initial={"from_on": today}), None
    if request.method == "POST" and form.is_valid():
        try:
            set_quota(by=by, at=clock.now(), organisation=unit, **form.cleaned_data)
        except Refused as refused:
            refusal = refused
        else:
            messages.success(request, gettext("已登记{name}的核定职数").format(name=unit.name))
            return redirect("organisation", code=code)
    return render(
        request,
        "establishment/quota.html",
        {"form": form, "unit": unit, "refusal": refusal},
        status=409 if refusal else 200,
    )
