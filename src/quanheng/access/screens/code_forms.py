"""The code of a second factor, counted like a password: five wrong ones lock the account (django-axes)."""

from typing import Any

from allauth.core import context
from allauth.mfa.base.forms import AuthenticateForm, ReauthenticateForm
from allauth.mfa.webauthn.forms import AddWebAuthnForm
from axes.handlers.proxy import AxesProxyHandler
from django import forms
from django.contrib.auth.signals import user_login_failed
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from quanheng.access.screens.adapters import refused


class _Counted(forms.Form):
    """The part that both forms share."""

    user: Any

    def __init__(self, *given: Any, **named: Any) -> None:
        super().__init__(*given, **named)
        field = self.fields["code"]
        field.label, field.help_text = (
            gettext_lazy("验证码"),
            gettext_lazy("身份验证器中的六位数字，或一个恢复码"),
        )
        field.widget.attrs.pop("placeholder", None)
        field.widget.attrs |= {"inputmode": "numeric", "autocomplete": "one-time-code"}

    def clean_code(self) -> str:
        request, named = context.request, {"username": self.user.username}
        if AxesProxyHandler.is_locked(request, named):
            raise forms.ValidationError(_("错误次数过多，账号已锁定，请稍后再试。"))
        try:
            code: str = super().clean_code()  # type: ignore[misc]
        except forms.ValidationError as error:
            refused(request, self.user.username, why="code")
            user_login_failed.send(sender=type(self), credentials=named, request=request)
            raise forms.ValidationError(_("验证码不对或已用过。")) from error
        return code


class Code(_Counted, AuthenticateForm):  # type: ignore[misc]
    """验证码: after the password."""


class KeyName(AddWebAuthnForm):  # type: ignore[misc]
    """安全密钥的名称: told apart by it when there are several."""

    def __init__(self, *given: Any, **named: Any) -> None:
        super().__init__(*given, **named)
        self.fields["name"].label = gettext_lazy("名称")


class CodeAgain(_Counted, ReauthenticateForm):  # type: ignore[misc]
    """再次验证: before an act that asks for it."""
