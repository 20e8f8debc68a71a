"""The security administrator's pages: accounts activated, roles given and taken back, the tree of authorities."""

from typing import Any

from django import forms
from django.contrib import messages
from django.db.models import Exists
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from quanheng.access.actions.account_requests import activate_account
from quanheng.access.actions.accounts import remove_second_factor, wake_account
from quanheng.access.actions.grants import add_authority, end_grant, give_grant
from quanheng.access.core.roles import ROLES
from quanheng.access.models import Account, AccountRequest, Authority, Grant
from quanheng.access.queries.accounts import FACTOR, accounts, grant_line, grants_running, requests_in
from quanheng.access.screens.accounts import account_row, request_row
from quanheng.access.screens.actor import actor
from quanheng.kernel.refusals import Refused
from quanheng.web.core.addresses import screen
from quanheng.web.screens import clock
from quanheng.web.screens.keyset import slice_of

KINDS = [(code, name) for code, name in Grant.KINDS if code != Grant.DELEGATED]


class NewGrant(forms.Form):
    """授予角色。"""

    account = forms.CharField(label=gettext_lazy("账号"), max_length=60)
    role = forms.ChoiceField(label=gettext_lazy("角色"))
    authority = forms.ModelChoiceField(Authority.objects.all(), label=gettext_lazy("管理权限主体"))
    kind = forms.ChoiceField(label=gettext_lazy("方式"))
    from_on = forms.DateField(
        label=gettext_lazy("起"),
        required=False,
        widget=forms.DateInput(attrs={"type": "date"}),
        help_text=gettext_lazy("不填从今天起"),
    )
    until_on = forms.DateField(
        label=gettext_lazy("止（不含）"),
        required=False,
        widget=forms.DateInput(attrs={"type": "date"}),
        help_text=gettext_lazy("长期有效的不填"),
    )
    basis = forms.CharField(
        label=gettext_lazy("依据"),
        required=False,
        max_length=200,
        help_text=gettext_lazy("文件、会议或值班安排"),
    )

    def __init__(self, *given: Any, **named: Any) -> None:
        super().__init__(*given, **named)
        self.fields["role"].choices = [(code, _(role.name)) for code, role in ROLES.items()]  # type: ignore[attr-defined]
        self.fields["kind"].choices = [(code, _(name)) for code, name in KINDS]  # type: ignore[attr-defined]

    def clean_account(self) -> Account:
        found = Account.objects.filter(username=self.cleaned_data["account"]).first()
        if found is None:
            raise forms.ValidationError(_("没有这个账号"))
        return found


class NewAuthority(forms.Form):
    """增设管理权限主体。"""

    code = forms.SlugField(label=gettext_lazy("代码"), max_length=40)
    name = forms.CharField(label=gettext_lazy("名称"), max_length=100)
    parent = forms.ModelChoiceField(Authority.objects.all(), label=gettext_lazy("上级"))


@screen("grants/", name="grants", permission="access.grants", menu="授权", order=81, asks_again=True)
def grant_list(request: HttpRequest) -> HttpResponse:
    """Accounts that wait to be activated, grants that run, and the form that gives a role."""
    by, q = actor(request), request.GET.get("q", "").strip()
    form = NewGrant(request.POST or None)
    refused = _try(request, form, give_grant, "已授权")
    if refused is True:
        return redirect("grants")
    today = clock.today()
    page = slice_of(grants_running(today, q), request, order=("holder", "id"))
    asleep = accounts(by=by, on=today).filter(asleep_since__isnull=False).order_by("username")[:50]
    context = {
        "form": form,
        "q": q,
        "page": page,
        "rows": [grant_line(each) for each in page],
        "waiting": [request_row(each) for each in requests_in("created")[:50]],
        "asleep": [account_row(each) for each in asleep],
    }
    return _page(request, "access/grants.html", context, refused)


@screen("grants/<int:pk>/end/", name="grant_end", permission="access.grants")
def grant_end(request: HttpRequest, pk: int) -> HttpResponse:
    """POST ends a grant today."""
    if request.method == "POST":
        end_grant(by=actor(request), at=clock.now(), grant=get_object_or_404(Grant, pk=pk))
        messages.success(request, _("已收回"))
    return redirect("grants")


@screen(
    "grants/requests/<int:pk>/activate/", name="account_activate", permission="access.grants", asks_again=True
)
def account_activate(request: HttpRequest, pk: int) -> HttpResponse:
    """POST gives the roles that were asked for, and the account wakes."""
    if request.method == "POST":
        activate_account(by=actor(request), at=clock.now(), request=get_object_or_404(AccountRequest, pk=pk))
        messages.success(request, _("账号已启用，等待安全审计员审阅"))
    return redirect("grants")


@screen("grants/accounts/<int:pk>/wake/", name="account_wake", permission="access.grants", asks_again=True)
def account_wake(request: HttpRequest, pk: int) -> HttpResponse:
    """POST wakes a sleeping or stopped account."""
    if request.method == "POST":
        wake_account(by=actor(request), at=clock.now(), account=get_object_or_404(Account, pk=pk))
        messages.success(request, _("账号已恢复"))
    return redirect("grants")


@screen("grants/factors/", name="factors_remove", permission="access.grants", asks_again=True)
def factors_remove(request: HttpRequest) -> HttpResponse:
    """Accounts with a second factor; POST takes it off one whose holder has lost phone and key."""
    by, q = actor(request), request.GET.get("q", "").strip()
    if request.method == "POST":
        account = get_object_or_404(Account, pk=request.POST.get("account", "0"))
        remove_second_factor(by=by, at=clock.now(), account=account)
        messages.success(request, _("第二因素已解除，本人登录后须重新设置"))
        return redirect("factors_remove")
    page = slice_of(
        accounts(by=by, on=clock.today(), q=q).filter(Exists(FACTOR)), request, order=("username",)
    )
    context = {"q": q, "page": page, "rows": [account_row(each) for each in page]}
    return render(request, "access/factors_remove.html", context)


@screen("authorities/", name="authorities", permission="access.grants", menu="管理权限", order=82)
def authority_tree(request: HttpRequest) -> HttpResponse:
    """The tree of management authorities; the form adds one below another."""
    form = NewAuthority(request.POST or None)
    refused = _try(request, form, add_authority, "已增设")
    if refused is True:
        return redirect("authorities")
    rows = [
        {"name": a.name, "code": a.code, "depth": a.path.count("/") - 2}
        for a in Authority.objects.order_by("path")
    ]
    return _page(request, "access/authorities.html", {"form": form, "rows": rows}, refused)


def _try(request: HttpRequest, form: forms.Form, act: Any, done: str) -> Refused | bool:
    """Act with what was typed: True when done, the refusal when refused, False when there is nothing to do yet."""
    if request.method != "POST" or not form.is_valid():
        return False
    try:
        act(by=actor(request), at=clock.now(), **form.cleaned_data)
    except Refused as refusal:
        return refusal
    messages.success(request, _(done))
    return True


def _page(
    request: HttpRequest, template: str, context: dict[str, Any], refused: Refused | bool | None
) -> HttpResponse:
    status = 409 if refused else 422 if context["form"].errors else 200
    return render(request, template, {**context, "refused": refused or None}, status=status)
