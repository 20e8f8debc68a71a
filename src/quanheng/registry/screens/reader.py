"""Who is reading, with which keys, and where a page of another room is, if it is mounted."""

from django.http import HttpRequest
from django.urls import NoReverseMatch

from quanheng.access.actions.open_keys import COOKIE, opened_ring
from quanheng.access.core.key_tree import Ring
from quanheng.access.models import Account
from quanheng.web.screens import clock
from quanheng.web.screens.links import link


def actor(request: HttpRequest) -> Account:
    """Who is signed in; the guard of every address has made sure that somebody is."""
    assert isinstance(request.user, Account)
    return request.user


def ring_for(request: HttpRequest) -> Ring | None:
    """The reader's keys, when they are open."""
    cookie = request.COOKIES.get(COOKIE, "")
    return opened_ring(request.session, cookie=cookie, account=actor(request), at=clock.now())


def address(name: str, *arguments: object) -> str:
    """The address of a page of another room, or "" when that room does not have it."""
    try:
        return link(name, *arguments)
    except NoReverseMatch:
        return ""
