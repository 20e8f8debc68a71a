"""Passwords: only the holder ever sets one. An administrator may start a reset: it gives a code, not a password (ASVS 6.4.6)."""

from datetime import datetime

from django.contrib.auth.tokens import default_token_generator

from quanheng.access.actions.accounts import end_sessions
from quanheng.access.actions.action import action
from quanheng.access.actions.password_hooks import password_changed
from quanheng.access.models import Account, FormerPassword
from quanheng.kernel.refusals import Refused
from quanheng.kernel.texts import text


@action("access.account.change_password", label="修改口令", permission=None)
def change_password(*, by: Account, at: datetime, old: str, new: str) -> Account:
    """One's own password: checks the present one itself; nobody sets another person's."""
    account = Account.objects.select_for_update().get(pk=by.pk)
    if not account.check_password(old):
        raise Refused(text("修改口令"), why=text("现在的口令不对"), remedy=text("核对后重新输入"))
    return _set(account, old, new, at=at)


@action("access.account.start_reset", label="发起重设口令", permission="access.accounts", keeps=("account",))
def start_reset(*, by: Account, at: datetime, account: Account) -> Account:
    """On record that a code was asked for; `reset_code` makes it. The password in use stays until the holder sets another."""
    if account.pk == by.pk:
        raise Refused(
            text("发起重设口令"),
            why=text("不得为自己办理"),
            remedy=text("在“修改口令”中修改，或由另一名系统管理员办理"),
        )
    if not account.is_active:
        raise Refused(text("发起重设口令"), why=text("账号未启用"), remedy=text("先由安全保密管理员启用"))
    return account


def reset_code(account: Account) -> str:
    """The code to hand over: valid for a day, once, and only while the password is the one it was made for. Kept nowhere."""
    return default_token_generator.make_token(account)


@action("access.account.set_password", label="设置口令", permission=None)
def set_own_password(*, by: Account | None, at: datetime, username: str, code: str, new: str) -> Account:
    """Checks itself that the code is the account's; whoever holds it sets the password, and all sessions end."""
    account = Account.objects.select_for_update().filter(username=username, is_active=True).first()
    if account is None or not default_token_generator.check_token(account, code.strip()):
        raise Refused(
            text("设置口令"),
            why=text("账号或重设码不对，或重设码已过期、已用过"),
            remedy=text("核对后重新输入，或请系统管理员重新发给"),
        )
    _set(account, None, new, at=at)
    end_sessions(account)
    return account


def _set(account: Account, old: str | None, new: str, *, at: datetime) -> Account:
    if account.has_usable_password():
        FormerPassword.objects.create(account=account, password=account.password, left_at=at)
    account.set_password(new)
    account.password_changed_at = at
    account.save(update_fields=["password", "password_changed_at"])
    password_changed(account, old, new)
    return account
