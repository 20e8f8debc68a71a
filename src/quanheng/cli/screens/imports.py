"""Importing a file from the command line: preview, the first problems, the question, the commit. The acts are exchange's."""

import hashlib
import io
import os
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import Literal

from rich.console import Console
from rich.progress import Progress as Bar
from rich.prompt import Confirm, Prompt
from rich.table import Table

from quanheng.access.actions.guard import gather_statistics
from quanheng.access.actions.scope import acting_as, as_visitor
from quanheng.access.models import Account, Authority
from quanheng.cli.screens import ready
from quanheng.exchange.actions.commit_import import commit_import
from quanheng.exchange.actions.drop_import import drop_import
from quanheng.exchange.actions.preview_import import preview_import
from quanheng.exchange.core import door
from quanheng.exchange.models import ImportBatch
from quanheng.exchange.queries.batches import authorities, batches, lines, rejected_paper
from quanheng.exchange.queries.kept_lines import open_lines
from quanheng.exchange.queries.plan import Place
from quanheng.kernel.progress import Progress as Listener
from quanheng.kernel.refusals import Refused
from quanheng.kernel.texts import text, unpacked
from quanheng.web.screens import clock

PASSWORD = "QUANHENG_IMPORT_PASSWORD"  # noqa: S105  the name of a variable
_SHOWN = 20
_PHASES = {"read": "读取 / reading", "compare": "比对 / comparing", "keep": "保存预览 / keeping", "write": "写入 / writing", "gather": "汇集 / gathering"}
_EFFECTS = {"add": "新增 / new", "change": "变更 / changed", "same": "无变化 / same", "reject": "退回 / rejected", "warn": "提示 / notes"}


def run(console: Console, *, kind: str, file: Path, username: str, is_sure: bool, is_as_found: bool = False) -> ImportBatch:
    """Preview and, when confirmed, commit; the rejected rows go into a workbook beside the file."""
    ready.require_ready()
    by, at = account(username), clock.now()
    with acting_as(by, on=clock.today()):
        authority = _authority(by, at)
        content = _opened(console, kind, _content(file), file.name)
        _drop_former(console, by, at, content)
    with bar(console) as progress:
        batch = preview_import(
            by=by, at=at, kind=_kind(kind), file_name=file.name, content=content, authority=authority, is_as_found=is_as_found, progress=progress
        )
    with acting_as(by, on=clock.today()):
        _print(console, batch, by, at)
        _write_rejected(console, batch, file, by, at)
    if not (is_sure or Confirm.ask("确认导入？/ import?", console=console, default=False)):
        console.print("○ 已放弃，没有写入任何信息 / dropped, nothing was written")
        return drop_import(by=by, at=clock.now(), batch=batch)
    with bar(console) as progress:
        done = commit_import(by=by, at=clock.now(), batch=batch, progress=progress)
    gather_statistics()
    console.print(f"● 已导入《{file.name}》，由{by.name}办理，归{authority.name} / imported")
    return done


@contextmanager
def bar(console: Console) -> Iterator[Listener]:
    """A bar that goes away when the work is done."""
    with Bar(console=console, transient=True) as bar:
        task = bar.add_task("")
        yield lambda phase, done, total: bar.update(task, description=_PHASES[phase], completed=done, total=max(total, 1))


def _kind(kind: str) -> Literal["roster", "forms"]:
    if kind == "roster":
        return "roster"
    if kind == "forms":
        return "forms"
    raise ValueError(f"there is no import of kind {kind!r}")


def account(username: str) -> Account:
    with as_visitor(on=clock.today()):
        found = Account.objects.filter(username=username).first()
    if found is None:
        raise Refused(text("导入"), why=text("没有“{username}”这个账号", username=username), remedy=text("用 --as 指定一个有导入权限的账号"))
    return found


def _authority(by: Account, at: datetime) -> Authority:
    """The highest authority the account may import for."""
    found = authorities(by=by, on=at.date()).first()
    if found is None:
        raise Refused(text("导入"), why=text("{name}没有导入权限", name=by.name), remedy=text("由有权限的人办理，或由安全保密管理员依规授权"))
    return found


def _content(file: Path) -> bytes:
    if not file.is_file():
        raise Refused(text("导入"), why=text("没有找到文件{file}", file=str(file)), remedy=text("核对文件名和所在文件夹"))
    return file.read_bytes()


def _opened(console: Console, kind: str, content: bytes, name: str) -> bytes:
    """A zip with a password is opened here: asked for, or taken from the environment; never an argument, which others could read."""
    door.check(kind, content[: door.HEAD], file_name=name)
    if not door.is_locked(io.BytesIO(content)):
        return content
    password = os.environ.get(PASSWORD, "")
    if not password and console.is_interactive:
        password = Prompt.ask("压缩包密码 / password of the archive", console=console, password=True)
    if not password:
        remedy = text("在有人值守的终端中运行，或放进环境变量{name}", name=PASSWORD)
        raise Refused(text("导入"), why=text("压缩包设有密码"), remedy=remedy)
    return door.unlocked(kind, content, password=password)


def _drop_former(console: Console, by: Account, at: datetime, content: bytes) -> None:
    """A preview of the same bytes that was never answered, say after a broken-off command."""
    same = batches(by=by, on=at.date()).filter(by=by, sha256=hashlib.sha256(content).hexdigest(), state="previewed")
    for batch in same:
        drop_import(by=by, at=at, batch=batch)
        console.print("○ 放弃了同一文件先前未确认的预览 / dropped an unanswered preview of the same file")


def _print(console: Console, batch: ImportBatch, by: Account, at: datetime) -> None:
    table = Table("对象 / what", *_EFFECTS.values(), title=f"《{batch.file_name}》")
    for noun, counts in batch.counts["nouns"].items():
        table.add_row(noun or "文件", *(str(counts.get(effect, "")) for effect in _EFFECTS))
    console.print(table)
    problems = lines(batch, by=by, on=at.date()).filter(effect__in=("reject", "warn")).order_by("effect", "pk")
    for line in open_lines(batch, problems[:_SHOWN]):
        console.print(f"{'■' if line.effect == 'reject' else '▲'} {_place(line.place)}：{line.label} {unpacked(line.message)}")
    left = problems.count() - _SHOWN
    if left > 0:
        console.print(f"  另有{left}条 / {left} more")


def _place(place: Place) -> str:
    return f"“{place.sheet}”" + (f"第{place.row}行" if place.row else "") + place.column


def _write_rejected(console: Console, batch: ImportBatch, file: Path, by: Account, at: datetime) -> None:
    paper = rejected_paper(batch, by=by, on=at.date())
    if paper is not None:
        target = file.with_name(paper.name)
        target.write_bytes(paper.content)
        console.print(f"▲ 未导入的行及原因 / rejected rows: {target}")
