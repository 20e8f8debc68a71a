"""What every command asks before it works: a database of this version, an account to act as, a file that can be written."""

from pathlib import Path

from quanheng.access.actions import guard
from quanheng.access.actions.scope import as_visitor
from quanheng.access.models import Account
from quanheng.kernel.refusals import Refused
from quanheng.kernel.texts import text
from quanheng.operations.queries.versions import is_behind
from quanheng.web.screens import clock


def require_ready() -> None:
    """ValueError with what to do when the database has not been made or belongs to an older version."""
    guard.require_bound()
    if is_behind():
        raise ValueError("数据库尚未建立或需要升级：新系统先运行 quanheng init，已有系统先运行 quanheng migrate / run init or migrate first")


def account_named(username: str, *, what: str, needs: str) -> Account:
    """The active account that a command acts as. Refused for another name; `needs` says which right it must have."""
    with as_visitor(on=clock.today()):
        found = Account.objects.filter(username=username, is_active=True).first()
    if found is None:
        raise Refused(
            text(what),
            why=text("没有“{username}”这个账号", username=username),
            remedy=text("用 --as 指定一个有{right}权限的账号", right=needs),
        )
    return found


def check_ending(out: Path | None, endings: tuple[str, ...], *, what: str) -> None:
    """Refused when the file to write is of a kind that is not written here."""
    if out is not None and out.suffix not in endings:
        raise Refused(
            text(what),
            why=text("不能写成{suffix}文件", suffix=out.suffix or "—"),
            remedy=text("文件名以 {endings} 结尾", endings=" / ".join(endings)),
        )
