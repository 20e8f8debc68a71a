"""The one place where a password is at hand in clear: lists of what wants to know, called with it and never keeping it.

`VERIFIED` is called when a password typed at sign-in or asked for again has proved right; the session may still wait for
its second factor. `CHANGED` is called inside the transaction of the act that sets a new one; `old` is None after a reset.
A password of the house's own directory (LDAP) is verified, never changed here.
"""

from collections.abc import Callable, MutableMapping
from typing import Any

from quanheng.access.models import Account

Session = MutableMapping[str, Any]
VERIFIED: list[Callable[[Account, str, Session], None]] = []
CHANGED: list[Callable[[Account, str | None, str], None]] = []


def password_verified(account: Account, password: str, session: Session) -> None:
    """Tell everybody who asked."""
    for hook in VERIFIED:
        hook(account, password, session)


def password_changed(account: Account, old: str | None, new: str) -> None:
    """Tell everybody who asked; a hook that raises undoes the change."""
    for hook in CHANGED:
        hook(account, old, new)
