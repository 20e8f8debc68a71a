"""Write a case as a folder: its papers, its record and the manifest."""

from pathlib import Path

from django.utils import timezone
from rich.console import Console

from quanheng.access.models import Account
from quanheng.procedure.core import archive
from quanheng.selection.queries.archive import case_folder
from quanheng.selection.queries.cases import selection_cases


def run(console: Console, *, number: str, out: Path, username: str) -> None:
    """Refuses an account or a case that is not there for that account, naming it."""
    account = Account.objects.filter(username=username, is_active=True).first()
    if account is None:
        raise ValueError(f"没有启用的账号“{username}” / no active account")
    today = timezone.localdate()
    case = selection_cases(by=account, on=today).filter(number=number).first()
    if case is None:
        raise ValueError(f"{account.name}没有可查阅的事项“{number}” / no such case for this account")
    files, root = case_folder(by=account, on=today, case=case)
    archive.write(out, files)
    console.print(f"● {out}：{len(files)} 个文件。根摘要 {root}")
    console.print("请把根摘要另存一处（如抄入登记簿），核验时用 --root 对照。")
