"""Accounts and grants: the system administrator makes accounts, the security administrator gives and ends roles."""

from typing import Any

from django import forms
from django.contrib import messages
from django.contrib.auth import update_session_auth_hash
from django.contrib.auth.password_validation import validate_password
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from quanheng.access.actions.grants import (
    add_authority,
    change_password,
    create_account,
    end_grant,
    give_grant,
)
from quanheng.access.core.roles import ROLES
from quanheng.access.models import Account, Authority, Grant
from quanheng.access.queries.accounts import accounts
from quanheng.kernel.refusals import Refused
from quanheng.web.core.addresses import screen
from quanheng.web.screens import clock


class NewAccount(forms.Form):
    """建立账号。"""

    username = forms.SlugField(label=gettext_lazy("账号"), max_length=60, help_text=gettext_lazy("字母、数字、横线"))
    name = forms.CharField(label=gettext_lazy("姓名"), max_length=60)
    password = forms.CharField(label=gettext_lazy("初始口令"), widget=forms.PasswordInput, help_text=gettext_lazy("不少于10位，当面交给本人"))

    def clean_password(self) -> str:
        password: str = self.cleaned_data["password"]
        validate_password(password)
        return password


class NewGrant(forms.Form):
    """授予角色。"""

    account = forms.ModelChoiceField(Account.objects.all(), label=gettext_lazy("账号"))
    role = forms.ChoiceField(label=gettext_lazy("角色"))
    authority = forms.ModelChoiceField(Authority.objects.all(), label=gettext_lazy("管理权限主体"))
    until_on = forms.DateField(
        label=gettext_lazy("止（不含）"), required=False, widget=forms.DateInput(attrs={"type": "date"}), help_text=gettext_lazy("长期有效的不填")
    )

    def __init__(self, *given: Any, **named: Any) -> None:
        super().__init__(*given, **named)
        self.fields["role"].choices = [(code, _(role.name)) for code, role in ROLES.items()]  # type: ignore[attr-defined]


class NewAuthority(forms.Form):
    """增设管理权限主体。"""

    code = forms.SlugField(label=gettext_lazy("代码"), max_length=40)
    name = forms.CharField(label=gettext_lazy("名称"), max_length=100)
    parent = forms.ModelChoiceField(Authority.objects.all(), label=gettext_lazy("上级"))


class OwnPassword(forms.Form):
    """修改口令。"""

    old = forms.CharField(label=gettext_lazy("现在的口令"), widget=forms.PasswordInput)
    new = forms.CharField(label=gettext_lazy("新口令"), widget=forms.PasswordInput, help_text=gettext_lazy("不少于10位"))
    again = forms.CharField(label=gettext_lazy("再输一次"), widget=forms.PasswordInput)

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        if data.get("new") != data.get("again"):
            self.add_error("again", _("两次输入的新口令不同"))
        elif data.get("new"):
            validate_password(data["new"])
        return data


@screen("accounts/", name="accounts", permission="access.accounts", menu="账号管理", order=80)
def account_list(request: HttpRequest) -> HttpResponse:
    """Everybody's account with roles; a new one starts inactive."""
    form = NewAccount(request.POST or None)
    refused = _try(request, form, create_account, "账号已建立，等待安全保密管理员授权启用")
    if refused is True:
        return redirect("accounts")
    return _page(request, "access/accounts.html", {"form": form, "accounts": accounts(on=clock.today())}, refused)


@screen("grants/", name="grants", permission="access.grants", menu="授权", order=81)
def grant_list(request: HttpRequest) -> HttpResponse:
    """Running grants; the form gives a role, which activates the account."""
    form = NewGrant(request.POST or None)
    refused = _try(request, form, give_grant, "已授权")
    if refused is True:
        return redirect("grants")
    return _page(request, "access/grants.html", {"form": form, "accounts": accounts(on=clock.today())}, refused)


@screen("grants/<int:pk>/end/", name="grant_end", permission="access.grants")
def grant_end(request: HttpRequest, pk: int) -> HttpResponse:
    """POST ends a grant today."""
    assert isinstance(request.user, Account)
    if request.method == "POST":
        end_grant(by=request.user, at=clock.now(), grant=get_object_or_404(Grant, pk=pk))
        messages.success(request, _("已收回"))
    return redirect("grants")


@screen("authorities/", name="authorities", permission="access.grants", menu="管理权限", order=82)
def authority_tree(request: HttpRequest) -> HttpResponse:
    """The tree of management authorities; the form adds one below another."""
    form = NewAuthority(request.POST or None)
    refused = _try(request, form, add_authority, "已增设")
    if refused is True:
        return redirect("authorities")
    rows = [{"name": a.name, "code": a.code, "depth": a.path.count("/") - 2} for a in Authority.objects.order_by("path")]
    return _page(request, "access/authorities.html", {"form": form, "rows": rows}, refused)


@screen("password/", name="password")
def password(request: HttpRequest) -> HttpResponse:
    """One's own password; other sessions end."""
    assert isinstance(request.user, Account)
    form = OwnPassword(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            change_password(by=request.user, at=clock.now(), old=form.cleaned_data["old"], new=form.cleaned_data["new"])
        except Refused as refusal:
            return _page(request, "access/password.html", {"form": form}, refusal)
        update_session_auth_hash(request, Account.objects.get(pk=request.user.pk))
        messages.success(request, _("口令已修改"))
        return redirect("home")
    return _page(request, "access/password.html", {"form": form}, None)


def _try(request: HttpRequest, form: forms.Form, act: Any, done: str) -> Refused | bool:
    """Act with what was typed: True when done, the refusal when refused, False when there is nothing to do yet."""
    if request.method != "POST" or not form.is_valid():
        return False
    try:
        act(by=request.user, at=clock.now(), **form.cleaned_data)
    except Refused as refusal:
        return refusal
    messages.success(request, _(done))
    return True


def _page(request: HttpRequest, template: str, context: dict[str, Any], refused: Refused | bool | None) -> HttpResponse:
    status = 409 if refused else 422 if context["form"].errors else 200
    return render(request, template, {**context, "refused": refused or None}, status=status)
