"""Every way in passes here (Django's own sign-in signal, connected in `apps.py`): the limits of a session count from now."""

from typing import Any

from django.http import HttpRequest

from quanheng.access.models import Account

BEGAN, SEEN = "began_at", "seen_at"


def begun(request: HttpRequest, user: Account, **_named: Any) -> None:
    """The moment is the one Django has just noted as the account's last sign-in."""
    assert user.last_login is not None
    request.session[BEGAN] = request.session[SEEN] = int(user.last_login.timestamp())
