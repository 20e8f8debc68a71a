"""The browser's half of an opened key: a cookie that no script reads and that ends with the browser."""

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponseBase

from quanheng.access.actions.open_keys import COOKIE, forget, handed_out, opened_ring
from quanheng.access.core.key_tree import Ring
from quanheng.access.models import Account
from quanheng.web.screens import clock


def carry_keys(answer: Callable[[HttpRequest], HttpResponseBase]) -> Callable[[HttpRequest], HttpResponseBase]:
    """Middleware inside that of sessions: a key opened in this request goes to the browser before the session is saved."""

    def answered(request: HttpRequest) -> HttpResponseBase:
        response = answer(request)
        cookie = handed_out(request.session, at=clock.now())
        if cookie is not None:
            response.set_cookie(
                COOKIE, cookie, httponly=True, samesite="Strict", secure=settings.SESSION_COOKIE_SECURE
            )
        return response

    return answered


def shut_keys(request: HttpRequest, response: HttpResponseBase) -> None:
    """Forget it on both sides."""
    forget(request.session)
    response.delete_cookie(COOKIE, samesite="Strict")


def ring_for(request: HttpRequest) -> Ring | None:
    """The reader's keys, when they are open."""
    if not isinstance(request.user, Account):
        return None
    cookie = request.COOKIES.get(COOKIE, "")
    return opened_ring(request.session, cookie=cookie, account=request.user, at=clock.now())
