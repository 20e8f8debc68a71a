"""Prove it once more: before an act that asks for it, and where a session has not shown its second factor yet."""

import time
from typing import Any

from allauth.account.views import ReauthenticateView
from allauth.mfa.base.views import ReauthenticateView as CodeView
from allauth.mfa.webauthn.views import ReauthenticateWebAuthnView
from django.http import HttpRequest, HttpResponseBase

from quanheng.access.screens.adapters import PROOFS
from quanheng.access.screens.guard import shown
from quanheng.web.core.addresses import screen

TEMPLATE = "access/reauthenticate.html"


@screen("prove/", name="reauthenticate")
def reauthenticate(request: HttpRequest) -> HttpResponseBase:
    """By the password."""
    answer: HttpResponseBase = ReauthenticateView.as_view(
        template_name=TEMPLATE, extra_context={"by": "password"}
    )(request)
    return answer


@screen("prove/code/", name="reauthenticate_code")
def reauthenticate_code(request: HttpRequest) -> HttpResponseBase:
    """By a code of the app, or a recovery code."""
    return _proved(request, CodeView.as_view(template_name=TEMPLATE, extra_context={"by": "code"}))


@screen("prove/key/", name="reauthenticate_key")
def reauthenticate_key(request: HttpRequest) -> HttpResponseBase:
    """By the security key."""
    return _proved(
        request, ReauthenticateWebAuthnView.as_view(template_name=TEMPLATE, extra_context={"by": "key"})
    )


def _proved(request: HttpRequest, view: Any) -> HttpResponseBase:
    """The package writes each proof into the session; a new one by a second factor counts for the session."""
    before = time.time()
    answer: HttpResponseBase = view(request)
    proofs = request.session.get(PROOFS, [])
    if proofs and proofs[-1]["method"] == "mfa" and proofs[-1]["at"] >= before:
        shown(request)
    return answer
