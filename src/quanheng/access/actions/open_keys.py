"""An account's opened key for as long as it is used: in the session, in a box to which only the browser's cookie has the key."""

from collections.abc import MutableMapping
from datetime import datetime, timedelta
from typing import Any

from django.utils import timezone

from quanheng.access.actions.account_keys import open_account_key
from quanheng.access.core.agreement import Pair
from quanheng.access.core.browser_box import put_away, take_out
from quanheng.access.core.key_tree import Ring
from quanheng.access.core.profiles import NotOpened
from quanheng.access.models import Account, AccountKey
from quanheng.access.queries.keys import ring_of

COOKIE = "quanheng_keys"
IDLE = timedelta(minutes=30)
_KEPT, _NEW = "keys", "keys_new"
_TOLD = timedelta(minutes=1)  # the end is moved on at most once a minute: a page that only reads does not write the session

Session = MutableMapping[str, Any]


def keep_open(session: Session, *, account: Account, password: str) -> bool:
    """Unlock the account's key for this session; False when there is none or the password is another.

    Box and cookie lie in the session until the answer to this very request is made: `handed_out` parts them before it is saved.
    """
    key = AccountKey.objects.filter(account=account).select_related("account").first()
    try:
        pair = open_account_key(key, password) if key else None
    except NotOpened:
        pair = None
    if pair is None:
        return False
    cookie, box = put_away(pair.private, name=str(account.key))
    session[_NEW] = {"box": box, "cookie": cookie}
    return True


def handed_out(session: Session, *, at: datetime) -> str | None:
    """What to give the browser as its cookie, once, and then it is in the session no more; None when nothing was opened."""
    new = session.pop(_NEW, None)
    if new is None:
        return None
    session[_KEPT] = {"box": new["box"], "until": (at + IDLE).isoformat()}
    return str(new["cookie"])


def forget(session: Session) -> None:
    session.pop(_KEPT, None)


def opened_ring(session: Session, *, cookie: str, account: Account, at: datetime) -> Ring | None:
    """The keys the account holds today; None when they are not open or were idle too long, and then they are forgotten.

    A request that comes from another site brings no cookie: it opens nothing, and forgets nothing.
    """
    kept = session.get(_KEPT) if cookie else None
    key = AccountKey.objects.filter(account=account).first() if kept else None
    if not kept or key is None:
        return None
    until = datetime.fromisoformat(kept["until"])
    try:
        if at > until:
            raise NotOpened
        private = take_out(cookie, kept["box"], name=str(account.key))
        ring = ring_of(account, Pair(private, bytes(key.public)), on=timezone.localdate(at))
    except NotOpened:
        forget(session)
        return None
    if at + IDLE - until > _TOLD:
        session[_KEPT] = kept | {"until": (at + IDLE).isoformat()}
    return ring
