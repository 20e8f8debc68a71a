"""Write a case as a folder: its papers, its record and the manifest."""

from datetime import date
from pathlib import Path

from rich.console import Console
from rich.prompt import Prompt

from quanheng.access.actions.account_keys import open_account_key
from quanheng.access.actions.scope import acting_as, as_system
from quanheng.access.core.key_tree import Ring
from quanheng.access.core.profiles import NotOpened
from quanheng.access.models import Account, AccountKey
from quanheng.access.queries.keys import ring_of
from quanheng.cli.screens import house, ready
from quanheng.procedure.core import archive
from quanheng.procedure.models import Case
from quanheng.selection.actions.export_case import export_case
from quanheng.selection.queries.cases import selection_cases
from quanheng.web.screens import clock


def run(console: Console, *, number: str, out: Path, username: str) -> None:
    """Refuses an account or a case that is not there for that account, naming it."""
    ready.require_ready()
    account = ready.account_named(username, what="案卷导出", needs="查阅")
    today = clock.today()
    with acting_as(account, on=today):
        case = selection_cases(by=account, on=today).filter(number=number).first()
        if case is None:
            raise ValueError(f"{account.name}没有可查阅的事项“{number}” / no such case for this account")
        ring = ring_here(console, account, on=today)
        files, root = export_case(by=account, at=clock.now(), case=case, ring=ring)
    archive.write(out, files)
    if ring is None:
        console.print("! 加密内容（身份证号、家庭成员、考察报告等）未随案卷写出：写出须输入本人密码 / sealed words were left out")
    console.print(f"● {out}：{len(files)} 个文件。根摘要 {root}", soft_wrap=True)
    console.print("请把根摘要另存一处（如抄入登记簿），核验时用 --root 对照。")


def ring_here(console: Console, account: Account, *, on: date) -> Ring | None:
    """The account's keys, opened by the password a demonstration keeps or by one typed at a terminal; None when neither is there."""
    key = AccountKey.objects.filter(account=account).select_related("account").first()
    password = house.known_passwords().get(account.username, "")
    if key is not None and not password and console.is_terminal:
        password = Prompt.ask("密码，用以打开加密内容；回车则不写出 / password, to open what is sealed", password=True, default="", console=console)
    if key is None or not password:
        return None
    try:
        return ring_of(account, open_account_key(key, password), on=on)
    except NotOpened:
        raise ValueError(f"“{account.username}”的密码不符 / the password is another") from None


def first_again(console: Console, *, out: Path) -> None:
    """The rehearsed case's folder once more, for a demonstration whose papers were moved or deleted."""
    with as_system(on=clock.today()):
        case = Case.objects.select_related("opened_by").order_by("number").first()
    assert case is not None, "only a prepared demonstration comes here"
    run(console, number=case.number, out=out, username=case.opened_by.username)
