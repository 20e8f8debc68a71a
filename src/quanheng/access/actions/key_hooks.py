"""What keys want to know of passwords, in the words of whoever verifies and changes them."""

from collections.abc import MutableMapping
from typing import Any

from quanheng.access.actions.account_keys import relock
from quanheng.access.actions.open_keys import keep_open
from quanheng.access.models import Account


def open_at_sign_in(account: Account, password: str, session: MutableMapping[str, Any]) -> None:
    """A password proved right: who holds a key has it opened."""
    if account.key_grants.exists():
        keep_open(session, account=account, password=password)


def relock_at_change(account: Account, old: str | None, new: str) -> None:
    """A new password was set, inside that act; after a reset (`old` None) the account waits for its keys anew."""
    relock(account, old, new)
