"""Write a case as a folder: its papers, its record and the manifest."""

from pathlib import Path

from rich.console import Console

from quanheng.access.actions.scope import acting_as, as_system
from quanheng.cli.screens import ready
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
        files, root = export_case(by=account, at=clock.now(), case=case)
    archive.write(out, files)
    console.print(f"● {out}：{len(files)} 个文件。根摘要 {root}", soft_wrap=True)
    console.print("请把根摘要另存一处（如抄入登记簿），核验时用 --root 对照。")


def first_again(console: Console, *, out: Path) -> None:
    """The rehearsed case's folder once more, for a demonstration whose papers were moved or deleted."""
    with as_system(on=clock.today()):
        case = Case.objects.select_related("opened_by").order_by("number").first()
    assert case is not None, "only a prepared demonstration comes here"
    run(console, number=case.number, out=out, username=case.opened_by.username)
