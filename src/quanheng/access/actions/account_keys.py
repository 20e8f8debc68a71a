"""Account keys: made with the account, locked with its password, locked anew when the password changes."""

from datetime import datetime

from quanheng.access.actions.action import action
from quanheng.access.core.agreement import Pair
from quanheng.access.core.password_key import Cost, lock, unlock
from quanheng.access.core.profiles import INTL, PROFILES, NotOpened
from quanheng.access.models import Account, AccountKey, KeyGrant, NodeKey
from quanheng.kernel.refusals import Refused
from quanheng.kernel.texts import text


def make_account_key(account: Account, password: str, *, cost: Cost | None = None) -> AccountKey:
    """A new pair for an account; what was handed to a former pair is lost with it and must be handed over again."""
    recovery = NodeKey.objects.filter(authority__isnull=True).order_by("-version").first()
    profile = PROFILES[recovery.profile] if recovery else INTL
    KeyGrant.objects.filter(account=account).delete()
    AccountKey.objects.filter(account=account).delete()
    pair = profile.pairs().generate()
    key = AccountKey(account=account, profile=profile.name, public=pair.public)
    _lock(key, pair, password, cost or Cost())
    key.save(force_insert=True)
    return key


@action("access.account_key.make", label="生成账号密钥", permission=None)
def make_own_key(*, by: Account, at: datetime, password: str) -> AccountKey:
    """A pair for one's own account that has none: from before there were keys. Checks the password itself."""
    if not by.check_password(password):
        raise Refused(text("生成账号密钥"), why=text("口令不对"), remedy=text("核对后重新输入"))
    if AccountKey.objects.filter(account=by).exists():
        raise Refused(text("生成账号密钥"), why=text("账号密钥已经有了"))
    return make_account_key(by, password)


def open_account_key(key: AccountKey, password: str) -> Pair:
    """The pair; NotOpened for another password."""
    cost = Cost(key.memory_kib, key.passes, key.lanes)
    private = unlock(password, bytes(key.locked), salt=bytes(key.salt), name=str(key.account.key), cost=cost)
    return Pair(private, bytes(key.public))


def relock(account: Account, old: str | None, new: str) -> AccountKey:
    """The same pair under the new password. Where the old one is not known, or never opened it, a new pair: its keys are handed anew."""
    key = AccountKey.objects.select_for_update().filter(account=account).first()
    try:
        pair = open_account_key(key, old) if key and old is not None else None
    except NotOpened:
        pair = None
    if key is None or pair is None:
        return make_account_key(account, new)
    _lock(key, pair, new, Cost())
    key.save(update_fields=["salt", "locked", "memory_kib", "passes", "lanes"])
    return key


def _lock(key: AccountKey, pair: Pair, password: str, cost: Cost) -> None:
    key.salt, key.locked = lock(PROFILES[key.profile], password, pair.private, name=str(key.account.key), cost=cost)
    key.memory_kib, key.passes, key.lanes = cost.memory_kib, cost.passes, cost.lanes
