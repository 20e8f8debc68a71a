"""People as a file from the command line: asked for, made in this process with a bar, fetched; the acts are exchange's."""

from pathlib import Path

from rich.console import Console

from quanheng.access.actions.scope import acting_as
from quanheng.access.queries.keys import has_keys
from quanheng.cli.screens import ready
from quanheng.cli.screens.imports import account, bar
from quanheng.exchange.actions.ask_export import ask_export
from quanheng.exchange.actions.fetch_export import fetch_export
from quanheng.exchange.actions.make_export import make_export
from quanheng.exchange.models import ExportJob
from quanheng.exchange.queries.exports import pieces
from quanheng.kernel.refusals import Refused
from quanheng.kernel.texts import text
from quanheng.web.screens import clock


def run(
    console: Console, *, out: Path, kind: str, username: str, purpose: str, organisation_code: str
) -> Path:
    """The file in the folder `out`, under its own name; readable by its owner only."""
    ready.require_ready()
    if kind not in dict(ExportJob.KINDS):
        kinds = "、".join(code for code, _label in ExportJob.KINDS)
        raise Refused(
            text("导出花名册"),
            why=text("没有“{kind}”这种格式", kind=kind),
            remedy=text("可选：{kinds}", kinds=kinds),
        )
    by = account(username)
    with acting_as(by, on=clock.today()), bar(console) as progress:  # no worker sees it before it is made
        export = ask_export(by=by, at=clock.now(), kind=kind, purpose=purpose, organisation_code=organisation_code)
        made = make_export(by=by, at=clock.now(), export=export, progress=progress)
        is_without = has_keys()
        made.state, made.finished_at = "done", clock.now()
        made.save(update_fields=["state", "finished_at"])
    target = out / made.file_name
    out.mkdir(parents=True, exist_ok=True)
    target.touch()
    target.chmod(0o600)
    with target.open("wb") as file, acting_as(by, on=clock.today()):
        file.writelines(pieces(fetch_export(by=by, at=clock.now(), export=made)))
    console.print(f"● 已导出{made.people}人，由{by.name}办理 / exported: {target}", soft_wrap=True)
    if is_without:
        console.print("▲ 身份证号加密保存，文件中没有；打开密钥后在页面上导出的才有 / sealed identity numbers are not in it")
    return target
