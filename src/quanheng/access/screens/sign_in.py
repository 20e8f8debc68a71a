"""Sign in and out, by django-allauth. A wrong password, an unknown account and a sleeping one look the same."""

from typing import Any

from allauth.account.forms import LoginForm
from allauth.account.views import LoginView
from allauth.mfa.base.views import AuthenticateView
from allauth.socialaccount.providers.openid_connect import views as oidc
from django.conf import settings
from django.contrib.auth.views import LogoutView
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.utils.translation import gettext_lazy as _

from quanheng.access.actions.password_hooks import password_verified
from quanheng.access.actions.sessions import close_session
from quanheng.access.models import Account
from quanheng.access.screens.guard import shown
from quanheng.access.screens.open_keys import shut_keys
from quanheng.web.core.addresses import screen
from quanheng.web.screens import clock


class SignIn(LoginForm):  # type: ignore[misc]
    """登录: the one form where a password is verified; those who must know it are told here."""

    def __init__(self, *given: Any, **named: Any) -> None:
        super().__init__(*given, **named)
        self.fields["login"].label, self.fields["password"].label = _("账号"), _("口令")
        self.fields["password"].help_text = ""
        for field in self.fields.values():
            field.widget.attrs.pop("placeholder", None)

    def add_prefix(self, field_name: str) -> str:
        """The package calls it "login"; in the page it is the user name, which browsers and password stores know."""
        return "username" if field_name == "login" else str(super().add_prefix(field_name))

    def clean(self) -> dict[str, Any] | None:
        data: dict[str, Any] | None = super().clean()
        if isinstance(self.user, Account) and data:
            password_verified(self.user, data["password"], self.request.session)
        return data


@screen("sign-in/", name="sign_in", is_public=True)
def sign_in(request: HttpRequest) -> HttpResponseBase:
    """The form, or the home page for those who are in."""
    view = LoginView.as_view(template_name="access/sign_in.html", extra_context={"oidc": settings.OIDC_NAME, "provider_id": settings.OIDC_PROVIDER})
    answer: HttpResponseBase = view(request)
    return answer


@screen("sign-out/", name="sign_out", is_public=True)
def sign_out(request: HttpRequest) -> HttpResponseBase:
    """POST ends the session."""
    if request.method == "POST" and isinstance(request.user, Account):
        close_session(by=request.user, at=clock.now(), why="holder")
    response = LogoutView.as_view(next_page="sign_in")(request)
    if request.method == "POST":
        shut_keys(request, response)
    return response


@screen("sign-in/second/", name="second_factor", is_public=True)
def second_factor(request: HttpRequest) -> HttpResponseBase:
    """After the password: a code, a recovery code or a security key. Until then nobody is signed in."""
    answer: HttpResponseBase = AuthenticateView.as_view(template_name="access/second_factor.html")(request)
    if isinstance(request.user, Account):
        shown(request)
    return answer


@screen("sign-in/house/<str:provider_id>/", name="oidc_begin", is_public=True)
def oidc_begin(request: HttpRequest, provider_id: str) -> HttpResponseBase:
    """To the house's own provider."""
    _require_provider(provider_id)
    answer: HttpResponseBase = oidc.login(request, provider_id)
    return answer


@screen("sign-in/house/<str:provider_id>/back/", name="oidc_back", is_public=True)
def oidc_back(request: HttpRequest, provider_id: str) -> HttpResponseBase:
    """Back from it."""
    _require_provider(provider_id)
    answer: HttpResponseBase = oidc.callback(request, provider_id)
    return answer


@screen("sign-in/unknown/", name="oidc_refused", is_public=True)
def oidc_refused(request: HttpRequest) -> HttpResponse:
    """The provider knows the person, the house has no active account of that name."""
    return render(request, "access/oidc_refused.html", status=403)


def locked(request: HttpRequest, *_given: Any, **_named: Any) -> HttpResponse:
    """Too many wrong passwords: the account rests, whoever typed them."""
    return render(request, "access/locked.html", {"minutes": settings.LOCK_MINUTES}, status=429)


def _require_provider(provider_id: str) -> None:
    if not settings.OIDC_NAME or provider_id != settings.OIDC_PROVIDER:
        raise Http404
