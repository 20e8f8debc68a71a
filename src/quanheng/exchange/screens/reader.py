"""Who is reading, with which keys."""

from django.http import HttpRequest

from quanheng.access.actions.open_keys import COOKIE, opened_ring
from quanheng.access.core.key_tree import Ring
from quanheng.access.models import Account
from quanheng.web.screens import clock


def ring_for(request: HttpRequest) -> Ring | None:
    """The reader's keys, when they are open."""
    assert isinstance(request.user, Account)
    cookie = request.COOKIES.get(COOKIE, "")
    return opened_ring(request.session, cookie=cookie, account=request.user, at=clock.now())
