"""Founding, upgrading and serving an installation."""

import os
import secrets
import tomllib
from collections.abc import Sequence
from pathlib import Path

from django.conf import settings
from django.core.management import call_command
from django.db import connection
from django.utils import timezone
from rich.console import Console
from rich.prompt import Prompt
from rich.table import Table

from quanheng.access.actions import guard
from quanheng.access.actions.grants import found_house
from quanheng.access.actions.scope import as_system, as_visitor
from quanheng.access.core.roles import ADMINISTRATORS, ROLES
from quanheng.access.core.shares import Share
from quanheng.access.models import Account
from quanheng.cli.screens.backup import before_upgrade, note
from quanheng.cli.screens.bars import Steps, bar
from quanheng.operations.queries.versions import is_behind, waiting
from quanheng.registry.actions.refresh_levels import refresh_levels
from quanheng.web.screens import clock


def migrate(console: Console, *, is_backed_up: bool = True) -> None:
    """Bring the database to this version. What is in it is backed up first, unless somebody says that it has been."""
    guard.require_bound()
    backed_up = before_upgrade(console) if is_backed_up and is_behind() else None
    with bar(console, "正在准备数据库 / preparing the database") as tell:
        with guard.as_owner():
            call_command("migrate", interactive=False, verbosity=1, no_color=True, stdout=Steps(tell, waiting()))
            guard.put_in_place()
        guard.require_bound()
        refresh_levels(on=clock.today())
    if backed_up:
        note(backed_up, occasion="upgrade")
    console.print(f"● 数据库就绪 / database ready · {settings.HOME}")


def init(console: Console) -> None:
    """Ask for the root authority and the three administrators' names; print their passwords once."""
    migrate(console)
    code = Prompt.ask("管理权限主体代码（小写字母） / code of your authority", console=console, default="city")
    name = Prompt.ask("名称 / name", console=console, default="中共某市委员会")
    names = {role: Prompt.ask(f"{ROLES[role].name} / {ROLES[role].name_en}", console=console, default=ROLES[role].name) for role in sorted(ADMINISTRATORS)}
    passwords = {role: new_password() for role in names}
    with as_system(on=clock.today()):
        found_house(by=None, at=timezone.now(), authorities=[(code, name, "")], names=names, passwords=passwords)
    print_passwords(console, [(role, names[role], ROLES[role].name, passwords[role]) for role in sorted(names)])
    console.print("口令只显示这一次，请当面交给三人。/ shown once; hand them to the three people.")


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


def passwords_path() -> Path:
    """Where a demonstration keeps its printed passwords: a file for each database, readable by its owner only."""
    return Path(settings.HOME) / f"{connection.settings_dict['NAME']}_passwords.toml"


def keep_passwords(passwords: dict[str, str]) -> None:
    """Write them, so that a later start can print them again."""
    lines = "".join(f'{username} = "{password}"\n' for username, password in passwords.items())
    descriptor = os.open(passwords_path(), os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with os.fdopen(descriptor, "w") as file:
        file.write(lines)


def shares_path() -> Path:
    """Where a demonstration keeps the shares of its recovery key; a house in use keeps them on paper only."""
    return Path(settings.HOME) / f"{connection.settings_dict['NAME']}_shares.txt"


def keep_shares(shares: Sequence[Share]) -> None:
    """Write them beside the passwords, one a line, readable by their owner only."""
    descriptor = os.open(shares_path(), os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with os.fdopen(descriptor, "w") as file:
        file.writelines(f"{share}\n" for share in shares)


def known_passwords() -> dict[str, str]:
    """By username, what a demonstration keeps; nothing in a house in use."""
    return tomllib.loads(passwords_path().read_text()) if passwords_path().exists() else {}


def print_known_passwords(console: Console) -> None:
    """The table again, for those whose accounts are still there."""
    passwords = known_passwords()
    if not passwords:
        return
    with as_visitor(on=clock.today()):
        accounts = {a.username: a for a in Account.objects.filter(username__in=passwords).prefetch_related("grants")}
    rows = [
        (username, accounts[username].name, "、".join(ROLES[grant.role].name for grant in accounts[username].grants.all()), password)
        for username, password in passwords.items()
        if username in accounts
    ]
    print_passwords(console, rows)
