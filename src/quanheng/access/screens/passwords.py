"""Passwords: one's own changed, the first one set with a code, and the code handed out by the system administrator."""

from typing import Any

from django import forms
from django.conf import settings
from django.contrib import messages
from django.contrib.auth import update_session_auth_hash
from django.contrib.auth.password_validation import password_validators_help_texts, validate_password
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from quanheng.access.actions.passwords import change_password, reset_code, set_own_password, start_reset
from quanheng.access.core.passwords import is_due
from quanheng.access.models import Account
from quanheng.access.screens.actor import actor
from quanheng.kernel.refusals import Refused
from quanheng.web.core.addresses import screen
from quanheng.web.screens import clock


class NewPassword(forms.Form):
    """新口令: twice, and as the house's profile wants it."""

    new = forms.CharField(
        label=gettext_lazy("新口令"), widget=forms.PasswordInput(attrs={"autocomplete": "new-password"})
    )
    again = forms.CharField(
        label=gettext_lazy("再输一次"), widget=forms.PasswordInput(attrs={"autocomplete": "new-password"})
    )

    def __init__(self, *given: Any, **named: Any) -> None:
        super().__init__(*given, **named)
        self.fields["new"].help_text = " ".join(password_validators_help_texts())

    def holder(self, data: dict[str, Any]) -> Account | None:
        """Whose password it will be: some rules compare with the name and with former ones."""
        return None

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        if data.get("new") != data.get("again"):
            self.add_error("again", _("两次输入的新口令不同"))
        elif data.get("new"):
            try:
                validate_password(data["new"], self.holder(data))
            except ValidationError as error:
                self.add_error("new", error)
        return data


class OwnPassword(NewPassword):
    """修改口令。"""

    old = forms.CharField(
        label=gettext_lazy("现在的口令"),
        widget=forms.PasswordInput(attrs={"autocomplete": "current-password"}),
    )
    field_order = ("old", "new", "again")

    def __init__(self, *given: Any, by: Account, **named: Any) -> None:
        super().__init__(*given, **named)
        self.by = by

    def holder(self, data: dict[str, Any]) -> Account | None:
        return self.by


class FirstPassword(NewPassword):
    """凭重设码设置口令。"""

    username = forms.CharField(
        label=gettext_lazy("账号"), max_length=60, widget=forms.TextInput(attrs={"autocomplete": "username"})
    )
    code = forms.CharField(
        label=gettext_lazy("重设码"),
        max_length=100,
        help_text=gettext_lazy("由系统管理员当面交给您，一天内有效，只能用一次"),
    )
    field_order = ("username", "code", "new", "again")

    def holder(self, data: dict[str, Any]) -> Account | None:
        return Account.objects.filter(username=data.get("username", "")).first()


@screen("password/", name="password")
def password(request: HttpRequest) -> HttpResponse:
    """One's own password; other sessions end."""
    by = actor(request)
    form, refused = OwnPassword(request.POST or None, by=by), None
    if request.method == "POST" and form.is_valid():
        given = form.cleaned_data
        try:
            account = change_password(by=by, at=clock.now(), old=given["old"], new=given["new"])
        except Refused as refusal:
            refused = refusal
        else:
            update_session_auth_hash(request, account)
            messages.success(request, _("口令已修改"))
            return redirect("home")
    changed = by.password_changed_at or by.created_at
    context = {
        "form": form,
        "refused": refused,
        "is_due": is_due(settings.PASSWORDS, changed_at=changed, at=clock.now()),
    }
    return render(request, "access/password.html", context, status=_status(form, refused))


@screen("first-password/", name="first_password", is_public=True)
def first_password(request: HttpRequest) -> HttpResponse:
    """With the code from the system administrator: the holder's own first or next password."""
    form, refused = FirstPassword(request.POST or None), None
    if request.method == "POST" and form.is_valid():
        given = {name: form.cleaned_data[name] for name in ("username", "code", "new")}
        try:
            set_own_password(by=None, at=clock.now(), **given)
        except Refused as refusal:
            refused = refusal
        else:
            messages.success(request, _("口令已设置，请登录。"))
            return redirect("sign_in")
    return render(
        request,
        "access/first_password.html",
        {"form": form, "refused": refused},
        status=_status(form, refused),
    )


@screen("accounts/<int:pk>/reset/", name="account_reset", permission="access.accounts", asks_again=True)
def account_reset(request: HttpRequest, pk: int) -> HttpResponse:
    """POST starts a reset: the code is shown on this one page and kept nowhere."""
    account = get_object_or_404(Account, pk=pk)
    if request.method != "POST":
        return redirect("accounts")
    start_reset(by=actor(request), at=clock.now(), account=account)
    return render(request, "access/account_reset.html", {"holder": account, "code": reset_code(account)})


def _status(form: forms.Form, refused: Refused | None) -> int:
    return 409 if refused else 422 if form.errors else 200
