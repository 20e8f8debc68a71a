"""Ask for an account for somebody and follow it; and the auditor's page of accounts activated and not yet seen."""

from typing import Any

from django import forms
from django.contrib import messages
from django.db.models import Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from quanheng.access.actions.account_requests import acknowledge_account, request_account
from quanheng.access.core.roles import ROLES
from quanheng.access.models import Account, AccountRequest, Authority
from quanheng.access.permissions.rights import rights_of
from quanheng.access.queries.accounts import own_requests, requests_in
from quanheng.access.screens.accounts import request_row
from quanheng.access.screens.actor import actor
from quanheng.kernel.refusals import Refused
from quanheng.web.core.addresses import screen
from quanheng.web.screens import clock
from quanheng.web.screens.keyset import slice_of


class NewRequest(forms.Form):
    """申请账号。"""

    username = forms.SlugField(
        label=gettext_lazy("账号"), max_length=60, help_text=gettext_lazy("字母、数字、横线")
    )
    name = forms.CharField(label=gettext_lazy("姓名"), max_length=60)
    roles = forms.MultipleChoiceField(label=gettext_lazy("角色"), widget=forms.CheckboxSelectMultiple)
    authority = forms.ModelChoiceField(Authority.objects.none(), label=gettext_lazy("管理权限主体"))
    until_on = forms.DateField(
        label=gettext_lazy("止（不含）"),
        required=False,
        widget=forms.DateInput(attrs={"type": "date"}),
        help_text=gettext_lazy("考察组、列席、值班须填；长期有效的不填"),
    )
    basis = forms.CharField(label=gettext_lazy("依据"), max_length=200)

    def __init__(self, *given: Any, by: Account, **named: Any) -> None:
        super().__init__(*given, **named)
        self.fields["roles"].choices = [(code, _(role.name)) for code, role in ROLES.items()]  # type: ignore[attr-defined]
        paths = rights_of(by, on=clock.today()).paths("access.request")
        field = self.fields["authority"]
        assert isinstance(field, forms.ModelChoiceField)
        field.queryset = Authority.objects.filter(_within(paths))


@screen("account-requests/", name="account_requests", permission="access.request", menu="账号申请", order=79)
def account_requests(request: HttpRequest) -> HttpResponse:
    """The form, and how far one's own requests have come."""
    by = actor(request)
    form, refused = NewRequest(request.POST or None, by=by), None
    if request.method == "POST" and form.is_valid():
        try:
            request_account(by=by, at=clock.now(), **form.cleaned_data)
        except Refused as refusal:
            refused = refusal
        else:
            messages.success(request, _("申请已提交，等待系统管理员建立账号"))
            return redirect("account_requests")
    rows = [request_row(each) for each in own_requests(by=by)[:50]]
    context = {"form": form, "rows": rows, "refused": refused}
    return render(
        request,
        "access/account_requests.html",
        context,
        status=409 if refused else 422 if form.errors else 200,
    )


@screen("account-reviews/", name="account_reviews", permission="access.journal", menu="账号审阅", order=91)
def account_reviews(request: HttpRequest) -> HttpResponse:
    """Accounts activated and not yet seen; POST acknowledges one."""
    by = actor(request)
    if request.method == "POST":
        asked = get_object_or_404(AccountRequest, pk=request.POST.get("request", "0"))
        acknowledge_account(by=by, at=clock.now(), request=asked)
        messages.success(request, _("已审阅"))
        return redirect("account_reviews")
    page = slice_of(requests_in("activated").order_by(), request, order=("requested_at", "id"))
    return render(
        request, "access/account_reviews.html", {"page": page, "rows": [request_row(each) for each in page]}
    )


def _within(paths: tuple[str, ...]) -> Q:
    """The authorities at or below these paths; none where there are none."""
    condition = Q(pk__in=[])
    for path in paths:
        condition |= Q(path__startswith=path)
    return condition
