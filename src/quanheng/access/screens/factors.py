"""One's own second factors, by django-allauth: codes of an app (TOTP), security keys (WebAuthn), recovery codes."""

from typing import Any

from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.views import GenerateRecoveryCodesView, ViewRecoveryCodesView
from allauth.mfa.totp.views import ActivateTOTPView, DeactivateTOTPView
from allauth.mfa.webauthn.views import AddWebAuthnView, RemoveWebAuthnView
from django.http import HttpRequest, HttpResponseBase

from quanheng.access.actions.factors import record_factor
from quanheng.access.models import Account
from quanheng.access.screens.actor import actor
from quanheng.access.screens.guard import SECOND, shown
from quanheng.web.core.addresses import screen
from quanheng.web.screens import clock


@screen("own/totp/", name="totp")
def totp(request: HttpRequest) -> HttpResponseBase:
    """Enrol an app: a picture to scan, and its first code to prove it."""
    return _changed(request, ActivateTOTPView.as_view(template_name="access/totp.html"))


@screen("own/totp/remove/", name="totp_remove")
def totp_remove(request: HttpRequest) -> HttpResponseBase:
    """The app's codes count no more."""
    view = DeactivateTOTPView.as_view(template_name="access/factors.html", success_url="/own/")
    return _changed(request, view)


@screen("own/key/", name="security_key")
def security_key(request: HttpRequest) -> HttpResponseBase:
    """Enrol a security key or a passkey of the device."""
    return _changed(request, AddWebAuthnView.as_view(template_name="access/security_key.html"))


@screen("own/key/<int:pk>/remove/", name="security_key_remove")
def security_key_remove(request: HttpRequest, pk: int) -> HttpResponseBase:
    """A lost or worn out key counts no more."""
    view = RemoveWebAuthnView.as_view(template_name="access/factors.html", success_url="/own/")
    return _changed(request, view, pk=pk)


@screen("own/recovery/", name="recovery_codes")
def recovery_codes(request: HttpRequest) -> HttpResponseBase:
    """Codes for the day on which phone and key are lost: each works once."""
    answer: HttpResponseBase = ViewRecoveryCodesView.as_view(template_name="access/recovery_codes.html")(
        request
    )
    return answer


@screen("own/recovery/new/", name="recovery_codes_new")
def recovery_codes_new(request: HttpRequest) -> HttpResponseBase:
    """New ones; those from before count no more."""
    return _changed(
        request, GenerateRecoveryCodesView.as_view(template_name="access/recovery_codes_new.html")
    )


def _changed(request: HttpRequest, view: Any, **named: Any) -> HttpResponseBase:
    """Who enrols a factor has shown it, who has none left has not; every change of factors is on record."""
    before = _held(actor(request))
    answer: HttpResponseBase = view(request, **named)
    after = _held(actor(request))
    if after != before:
        record_factor(
            by=actor(request), at=clock.now(), added=_kinds(after - before), removed=_kinds(before - after)
        )
    if after - before:
        shown(request)
    elif not after:
        request.session.pop(SECOND, None)
    return answer


def _held(user: Account) -> set[tuple[int, str]]:
    return set(Authenticator.objects.filter(user=user).values_list("pk", "type"))


def _kinds(rows: set[tuple[int, str]]) -> list[str]:
    return sorted(kind for _pk, kind in rows)
