"""Keys from the command line: what the holders of the recovery shares do at the server, and what an operator looks at."""

from collections.abc import Sequence
from pathlib import Path

from django.db.models import Q
from rich.console import Console
from rich.prompt import Prompt
from rich.table import Column, Table

from quanheng.access.actions.key_grants import take_back_ended
from quanheng.access.actions.node_keys import NEEDED, found_keys
from quanheng.access.actions.recover_keys import drill_recovery, recover_key, renew_recovery
from quanheng.access.actions.scope import as_system
from quanheng.access.actions.seal_rows import seal_waiting_rows
from quanheng.access.core.shares import Share, read_share
from quanheng.access.core.tiers import plain_fields
from quanheng.access.models import Authority, DataKey, Grant, NodeKey
from quanheng.access.queries.keys import READS_SEALED
from quanheng.access.queries.sealed_rows import count_waiting_rows
from quanheng.cli.screens import ready
from quanheng.registry.actions.reindex_numbers import reindex_numbers
from quanheng.registry.actions.seal_waiting import count_waiting, seal_waiting
from quanheng.web.screens import clock

WHAT = "恢复密钥"


def found(console: Console, *, profile: str) -> None:
    """The three shares are shown once and kept nowhere."""
    ready.require_ready()
    with as_system(on=clock.today()):
        _show(console, found_keys(by=None, at=clock.now(), profile=profile))
        waiting = count_waiting() + count_waiting_rows()
    if waiting:
        console.print(f"▲ {waiting}份档案、案卷记录有未加密的内容，请运行 quanheng keys seal / run it to encrypt what is there")


def status(console: Console) -> None:
    """Counts only, no personal data."""
    ready.require_ready()
    with as_system(on=clock.today()):
        console.print(_counts())
    listed = Table("未加密的敏感字段 / sensitive fields kept plain", "理由 / why")
    for each in plain_fields():
        listed.add_row("\n".join(each.fields), each.why)
    console.print(listed)


def _counts() -> Table:
    today = clock.today()
    nodes = NodeKey.objects.filter(authority__isnull=False)
    running = Q(until_on__isnull=True) | Q(until_on__gt=today)
    waiting = Grant.objects.filter(running, role__in=READS_SEALED, key_grants__isnull=True, account__is_active=True)
    rows = [
        ("恢复密钥版本 / recovery key version", NodeKey.objects.filter(authority__isnull=True).count()),
        ("管理权限主体 / authorities", Authority.objects.count()),
        ("有密钥的主体 / with a key", nodes.values("authority").distinct().count()),
        ("有持有人的主体 / with a holder", nodes.filter(key_grants__isnull=False).values("authority").distinct().count()),
        ("等待交接的授权 / grants that wait for a key", waiting.count()),
        ("数据密钥 / data keys", DataKey.objects.count()),
        ("有未加密内容的档案 / files with unsealed words", count_waiting()),
        ("有未加密内容的案卷记录 / rows of cases with unsealed words", count_waiting_rows()),
    ]
    table = Table("项目 / item", Column("数 / number", justify="right"))
    for label, number in rows:
        table.add_row(label, str(number))
    return table


def drill(console: Console, *, shares: Path | None) -> None:
    """Refused, naming the key, when one does not open; the drill is a line of the journal."""
    ready.require_ready()
    with as_system(on=clock.today()):
        done = drill_recovery(by=None, at=clock.now(), shares=_shares(console, shares))
    console.print(f"● 打开节点密钥{done.nodes}个、数据密钥{done.records}个 / opened {done.nodes} node keys, {done.records} data keys")


def recover(console: Console, *, username: str, shares: Path | None) -> None:
    """The keys of its roles for an account without: the first holder, or after a reset of the password."""
    ready.require_ready()
    account = ready.account_named(username, what=WHAT, needs="查阅敏感信息")
    with as_system(on=clock.today()):
        recover_key(by=None, at=clock.now(), shares=_shares(console, shares), account=account)
    console.print(f"● {account.name}：密钥已恢复 / keys handed over")


def renew(console: Console, *, shares: Path | None) -> None:
    """The old shares open nothing afterwards but old backups."""
    ready.require_ready()
    with as_system(on=clock.today()):
        _show(console, renew_recovery(by=None, at=clock.now(), shares=_shares(console, shares)))


def tidy(console: Console) -> None:
    ready.require_ready()
    with as_system(on=clock.today()):
        done = take_back_ended(by=None, at=clock.now())
    console.print(f"● 收回{done}项到期授权的密钥 / keys of {done} ended grants taken back")


def seal(console: Console) -> None:
    ready.require_ready()
    with console.status("正在加密 … / sealing"), as_system(on=clock.today()):
        done = seal_waiting(by=None, at=clock.now()) + seal_waiting_rows(by=None, at=clock.now())
    console.print(f"● 已加密{done}项 / {done} values sealed")


def reindex(console: Console, *, shares: Path | None) -> None:
    """Everything or nothing; no number is shown."""
    ready.require_ready()
    with console.status("正在重建索引 … / indexing"), as_system(on=clock.today()):
        done = reindex_numbers(by=None, at=clock.now(), shares=_shares(console, shares))
    console.print(f"● 已重建{done}项身份证号和家庭成员的索引 / {done} identity numbers and family lines indexed anew")


def _show(console: Console, shares: Sequence[Share]) -> None:
    table = Table("份额 / share", Column("内容 / letters", no_wrap=True))
    for share in shares:
        table.add_row(str(share.number), str(share))
    console.print(table)
    console.print(
        f"任意{NEEDED}份可以打开全部涉密内容。各抄一份纸面，分由主要负责人、保密、纪检保管；本系统不留存。"
        f"/ any {NEEDED} open everything; on paper, with three people, kept nowhere else"
    )


def _shares(console: Console, file: Path | None) -> list[Share]:
    """From the file, or typed by the two holders, unseen."""
    if file is not None:
        lines = [line for line in file.read_text(encoding="utf-8").splitlines() if line.strip()]
        return [read_share(line) for line in lines[:NEEDED]]
    return [
        read_share(Prompt.ask(f"第{number}份 / share {number}", console=console, password=True))
        for number in range(1, NEEDED + 1)
    ]

