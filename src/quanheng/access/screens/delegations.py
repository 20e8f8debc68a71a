"""Hand a right of one's own to a deputy for some days, and take it back."""

from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from quanheng.access.actions.delegations import delegate_grant, recall_delegation
from quanheng.access.core.roles import NOT_DELEGATED, ROLES
from quanheng.access.models import Account, Grant
from quanheng.access.permissions.rights import running
from quanheng.access.queries.accounts import handed_on
from quanheng.access.screens.actor import actor
from quanheng.kernel.refusals import Refused
from quanheng.web.core.addresses import screen
from quanheng.web.screens import clock

DAY = forms.DateInput(attrs={"type": "date"})


class Delegation(forms.Form):
    """委托权限。"""

    grant = forms.ModelChoiceField(Grant.objects.none(), label=gettext_lazy("权限"))
    to = forms.CharField(label=gettext_lazy("受托人账号"), max_length=60)
    from_on = forms.DateField(label=gettext_lazy("起"), widget=DAY)
    until_on = forms.DateField(label=gettext_lazy("止（不含）"), widget=DAY)
    basis = forms.CharField(label=gettext_lazy("事由"), max_length=200)

    def __init__(self, *given: Any, by: Account, **named: Any) -> None:
        super().__init__(*given, **named)
        held = Grant.objects.filter(running(clock.today()), account=by, delegated_from=None)
        field = self.fields["grant"]
        assert isinstance(field, forms.ModelChoiceField)
        field.queryset = held.exclude(role__in=NOT_DELEGATED).select_related("authority")
        field.label_from_instance = _label  # type: ignore[method-assign, assignment]

    def clean_to(self) -> Account:
        found = Account.objects.filter(username=self.cleaned_data["to"], is_active=True).first()
        if found is None:
            raise forms.ValidationError(_("没有这个启用的账号"))
        return found


@screen("own/delegations/", name="delegations", asks_again=True)
def delegations(request: HttpRequest) -> HttpResponse:
    """What one has handed on, and the form to hand on more."""
    by = actor(request)
    form, refused = Delegation(request.POST or None, by=by), None
    if request.method == "POST" and form.is_valid():
        try:
            delegate_grant(by=by, at=clock.now(), **form.cleaned_data)
        except Refused as refusal:
            refused = refusal
        else:
            messages.success(request, _("已委托"))
            return redirect("delegations")
    rows = handed_on(by=by, on=clock.today())
    context = {"form": form, "rows": rows, "refused": refused}
    return render(
        request, "access/delegations.html", context, status=409 if refused else 422 if form.errors else 200
    )


@screen("own/delegations/<int:pk>/recall/", name="delegation_recall")
def delegation_recall(request: HttpRequest, pk: int) -> HttpResponse:
    """POST takes it back today."""
    if request.method == "POST":
        recall_delegation(by=actor(request), at=clock.now(), grant=get_object_or_404(Grant, pk=pk))
        messages.success(request, _("已收回"))
    return redirect("delegations")


def _label(grant: Grant) -> str:
    role = ROLES.get(grant.role)
    return f"{_(role.name) if role else grant.role} · {grant.authority.name}"
