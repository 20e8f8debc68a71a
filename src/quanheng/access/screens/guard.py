"""At every address: a session that is too old or idle ends, a due password and a missing second factor come first.

Runs before every view, ours and the packages': what is not named in `OPEN` waits until nothing is missing.
"""

import time
from collections.abc import Callable
from typing import Any

from allauth.mfa.models import Authenticator
from django.conf import settings
from django.contrib import messages
from django.contrib.auth import logout
from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import redirect
from django.utils.http import urlencode
from django.utils.translation import gettext as _

from quanheng.access.actions.session_start import BEGAN, SEEN
from quanheng.access.actions.sessions import close_session
from quanheng.access.core.passwords import is_due
from quanheng.access.core.second_factor import is_demanded
from quanheng.access.models import Account
from quanheng.access.permissions.rights import rights_of
from quanheng.web.screens import clock
from quanheng.web.screens.links import link

SECOND = "second_factor"
OPEN = frozenset({"sign_out", "set_language"})
ENROL = frozenset(
    {
        "own_account",
        "totp",
        "security_key",
        "recovery_codes",
        "reauthenticate",
        "reauthenticate_code",
        "reauthenticate_key",
    }
)
_MINUTE = 60


class Guard:
    """守门: one check before every view."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        return self.get_response(request)

    def process_view(
        self, request: HttpRequest, view: Any, given: Any, named: Any
    ) -> HttpResponseBase | None:
        user = request.user
        if not isinstance(user, Account):
            return None
        if _is_over(request):
            return _end(request, user)
        name = request.resolver_match.url_name if request.resolver_match else None
        if name in OPEN:
            return None
        return _due_password(user, name) or _missing_factor(request, user, name)


def _is_over(request: HttpRequest) -> bool:
    """Whether the session is older, or was longer unused, than it may be; one without its moments is over."""
    now, session = int(time.time()), request.session
    began, seen = session.get(BEGAN, 0), session.get(SEEN, 0)
    if now - began > settings.SESSION_MOST_SECONDS or now - seen > settings.SESSION_IDLE_SECONDS:
        return True
    if now - seen >= _MINUTE:
        session[SEEN] = now
    return False


def _end(request: HttpRequest, user: Account) -> HttpResponseBase:
    close_session(by=user, at=clock.now(), why="limit")
    logout(request)
    messages.info(request, _("会话已到时限，请重新登录。"))
    back = request.get_full_path() if request.method == "GET" else link("home")
    return redirect(f"{link('sign_in')}?{urlencode({'next': back})}")


def _due_password(user: Account, name: str | None) -> HttpResponseBase | None:
    if name == "password" or settings.PASSWORDS.days is None or not user.has_usable_password():
        return None
    changed = user.password_changed_at or user.created_at
    return redirect("password") if is_due(settings.PASSWORDS, changed_at=changed, at=clock.now()) else None


def _missing_factor(request: HttpRequest, user: Account, name: str | None) -> HttpResponseBase | None:
    """To enrolment when there is no factor yet, to the question for it when this session has not shown it."""
    if settings.SECOND_FACTOR == "offered" or request.session.get(SECOND) == user.pk or name in ENROL:
        return None
    if not is_demanded(settings.SECOND_FACTOR, rights_of(user, on=clock.today()).roles):
        return None
    if not Authenticator.objects.filter(user=user).exists():
        return redirect("own_account")
    return redirect(f"{link('reauthenticate_code')}?{urlencode({'next': request.get_full_path()})}")


def shown(request: HttpRequest) -> None:
    """This session has shown its second factor."""
    assert isinstance(request.user, Account)
    request.session[SECOND] = request.user.pk
