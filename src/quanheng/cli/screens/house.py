"""Founding, upgrading and serving an installation."""

import os
import secrets
from pathlib import Path

from django.conf import settings
from django.core.management import call_command
from django.utils import timezone
from granian.constants import Interfaces
from granian.server import Server
from rich.console import Console
from rich.prompt import Prompt
from rich.table import Table

from quanheng.access.actions.grants import found_house
from quanheng.access.core.roles import ADMINISTRATORS, ROLES


def migrate(console: Console) -> None:
    """Bring the database to this version."""
    with console.status("正在准备数据库 … / preparing the database"):
        call_command("migrate", interactive=False, verbosity=0)
    console.print(f"● 数据库就绪 / database ready · {settings.HOME}")


def init(console: Console) -> None:
    """Ask for the root authority and the three administrators' names; print their passwords once."""
    migrate(console)
    code = Prompt.ask("管理权限主体代码（小写字母） / code of your authority", console=console, default="city")
    name = Prompt.ask("名称 / name", console=console, default="中共某市委员会")
    names = {role: Prompt.ask(f"{ROLES[role].name} / {ROLES[role].name_en}", console=console, default=ROLES[role].name) for role in sorted(ADMINISTRATORS)}
    passwords = {role: new_password() for role in names}
    found_house(by=None, at=timezone.now(), authorities=[(code, name, "")], names=names, passwords=passwords)
    print_passwords(console, [(role, names[role], ROLES[role].name, passwords[role]) for role in sorted(names)])
    console.print("口令只显示这一次，请当面交给三人。/ shown once; hand them to the three people.")


def serve(console: Console, *, host: str, port: int, workers: int = 1) -> None:
    """Serve until interrupted; the embedded database lives as long as this process."""
    call_command("migrate", interactive=False, verbosity=0)
    console.print(f"● http://{host}:{port}/")
    os.environ["PYTHONWARNINGS"] = "ignore"
    server = Server(
        "quanheng.site.wsgi:application",
        address=host,
        port=port,
        interface=Interfaces.WSGI,
        workers=workers,
        blocking_threads=4,
        log_access=False,
        log_level="warning",  # type: ignore[arg-type]
        static_path_mount=None,
        working_dir=Path.cwd(),
    )
    server.serve()


def new_password() -> str:
    """Fifteen easily told apart characters in three groups: about 70 bits."""
    alphabet = "abcdefghjkmnpqrstuvwxyz23456789"
    return "-".join("".join(secrets.choice(alphabet) for _ in range(5)) for _ in range(3))


def print_passwords(console: Console, rows: list[tuple[str, str, str, str]]) -> None:
    """A table of account, person, role and password."""
    table = Table("账号 / account", "姓名 / name", "角色 / role", "口令 / password")
    for row in rows:
        table.add_row(*row)
    console.print(table)
