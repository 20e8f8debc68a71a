"""Signing in and out, on record: who, when, by which means, from where; and what was refused at the door."""

from datetime import datetime

from allauth.usersessions.models import UserSession

from quanheng.access.actions.action import action
from quanheng.access.models import Account
from quanheng.kernel.refusals import Refused
from quanheng.kernel.texts import text


@action("access.session.begin", label="登录", permission=None, keeps=("means", "address"))
def begin_session(*, by: Account, at: datetime, means: list[str], address: str) -> Account:
    """On record only: the sign-in itself has checked who it is."""
    return by


@action("access.session.close", label="退出登录", permission=None, keeps=("why",))
def close_session(*, by: Account, at: datetime, why: str) -> Account:
    """On record only, by the holder or by the limits of the session."""
    return by


@action("access.session.refuse", label="登录失败", permission=None, keeps=("why", "address"))
def refuse_session(*, by: None, at: datetime, account: Account, why: str, address: str) -> Account:
    """On record only: somebody gave the name of this account and was refused. Names of no account are not kept:
    people type passwords into that field."""
    return account


@action("access.session.revoke", label="结束其他会话", permission=None)
def revoke_session(*, by: Account, at: datetime, session: UserSession) -> Account:
    """Checks itself that the session is one's own; it ends at once, wherever it is open."""
    if session.user_id != by.pk:
        raise Refused(text("结束其他会话"), why=text("这不是您的会话"))
    session.end()
    return by
