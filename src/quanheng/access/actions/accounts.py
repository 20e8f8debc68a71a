"""What happens to an account afterwards: linked to its holder's file, put to sleep, woken, its second factor taken off."""

from datetime import datetime
from uuid import UUID

from allauth.mfa.models import Authenticator
from allauth.usersessions.models import UserSession

from quanheng.access.actions.action import action
from quanheng.access.actions.grants import wake
from quanheng.access.core.roles import ADMINISTRATORS, ROLES
from quanheng.access.models import Account, Grant
from quanheng.access.permissions.rights import rights_of, running
from quanheng.kernel.refusals import Refused
from quanheng.kernel.texts import text


@action("access.account.link", label="关联本人档案", permission="access.accounts", keeps=("account",))
def link_account(*, by: Account, at: datetime, account: Account, person_key: UUID) -> Account:
    """The account's holder may see that file as their own; recusal checks follow it. Once only."""
    if account.person_key is not None:
        raise Refused(
            text("关联本人档案"),
            why=text("{name}已关联档案", name=account.name),
            remedy=text("确有错误的，先停用账号再重新建立"),
        )
    account.person_key = person_key
    account.save(update_fields=["person_key"])
    return account


@action("access.account.stop", label="停用账号", permission="access.accounts", keeps=("account",))
def stop_account(*, by: Account, at: datetime, account: Account) -> Account:
    """The account sleeps from now on and its sessions end; its grants and its past stay."""
    return _sleep(account, at=at, what="停用账号")


@action("access.account.sleep", label="休眠账号", permission=None, keeps=("account", "since"))
def sleep_account(*, by: Account | None, at: datetime, account: Account, since: datetime) -> Account:
    """Checks itself that nobody signed in after `since`; it only takes away, so it needs no right."""
    if last_used(account) >= since:
        raise Refused(text("休眠账号"), why=text("账号近期使用过"))
    return _sleep(account, at=at, what="休眠账号")


@action("access.account.wake", label="恢复账号", permission="access.grants", keeps=("account",))
def wake_account(*, by: Account, at: datetime, account: Account) -> Account:
    """A sleeping account is used again: decided by the security administrator, never for themselves."""
    if account.asleep_since is None:
        raise Refused(text("恢复账号"), why=text("账号没有休眠或停用"), remedy=text("新账号由申请启用"))
    wake(account, at=at)
    return account


@action(
    "access.account.remove_second_factor",
    label="解除第二因素",
    permission="access.grants",
    keeps=("account",),
)
def remove_second_factor(*, by: Account, at: datetime, account: Account) -> Account:
    """For a lost phone or key: the factors go, the sessions end, and the holder enrols anew. Nobody does it for themselves here."""
    if account.pk == by.pk:
        raise Refused(
            text("解除第二因素"), why=text("不得为自己办理"), remedy=text("由另一名安全保密管理员办理")
        )
    Authenticator.objects.filter(user=account).delete()
    end_sessions(account)
    return account


def last_used(account: Account) -> datetime:
    """When the account was last used, or activated, or made."""
    return max(moment for moment in (account.last_login, account.active_since, account.created_at) if moment)


def end_sessions(account: Account) -> None:
    """Sign the account out everywhere."""
    for session in UserSession.objects.filter(user=account):
        session.end()


def _sleep(account: Account, *, at: datetime, what: str) -> Account:
    _require_another(account, at=at, what=what)
    account.is_active, account.asleep_since = False, at
    account.save(update_fields=["is_active", "asleep_since"])
    end_sessions(account)
    return account


def _require_another(account: Account, *, at: datetime, what: str) -> None:
    """Refuse to put the only holder of an administrator's office to sleep: nobody could wake the house again."""
    on = at.date()
    for role in sorted(rights_of(account, on=on).roles & ADMINISTRATORS):
        others = Grant.objects.filter(running(on), role=role, account__is_active=True).exclude(
            account=account
        )
        if not others.exists():
            raise Refused(
                text(what),
                why=text("{name}是唯一可用的{role}", name=account.name, role=ROLES[role].name),
                remedy=text("先由另一人担任"),
            )
