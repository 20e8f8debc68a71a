"""`quanheng log …`: keys, signing, witnessing and checking of the log. Keys and witnesses need no database."""

from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console

from quanheng.cli.screens.loading import alone, loaded

app = typer.Typer(no_args_is_help=True, help="防改日志：密钥、签名、见证、核验 / the log: keys, signing, witnesses, checks")
console = Console(highlight=False)

KeyFile = Annotated[Path, typer.Option("--key", help="私钥文件 / the file of the private key")]
AsUser = Annotated[str, typer.Option("--as", help="以哪个账号办理 / the account that acts")]
Once = Annotated[bool, typer.Option("--once", help="只做一次 / once, then end")]


@app.command()
def key(
    file: Annotated[Path, typer.Argument(help="新建的私钥文件 / the new file")],
    name: Annotated[str, typer.Option(help="日志或见证方的名称，不含空格和加号 / its name")],
    is_witness: Annotated[bool, typer.Option("--witness", help="见证方的密钥 / a witness's key")] = False,
) -> None:
    """新建签名或见证密钥 / make a key; what it prints is public."""
    alone("log_keys").make(console, file, name=name, is_witness=is_witness)


@app.command()
def rotate(key_file: KeyFile, new: Annotated[Path, typer.Option("--new", help="新密钥的文件 / the new key's file")]) -> None:
    """更换密钥：由新旧密钥共同签名 / hand over to a new key; both sign."""
    alone("log_keys").rotate(console, key_file, new=new)


@app.command()
def adopt(
    public: Annotated[str, typer.Argument(help="公钥一行 / the public key")],
    as_user: AsUser,
    change: Annotated[Path | None, typer.Option(help="更换书 / what `log rotate` printed")] = None,
) -> None:
    """启用签名密钥（安全审计员） / take a signing key into use."""
    loaded("log_desk").adopt(console, key=public, change=change, username=as_user)


@app.command()
def admit(public: Annotated[str, typer.Argument(help="公钥一行 / the public key")], as_user: AsUser) -> None:
    """登记见证方（安全审计员） / admit a witness."""
    loaded("log_desk").admit(console, key=public, username=as_user)


@app.command()
def sign(
    key_file: KeyFile,
    folder: Annotated[Path | None, typer.Option(help="给见证方的文件夹 / the folder for witnesses")] = None,
    every: Annotated[int, typer.Option(help="至多隔多少秒 / seconds between checkpoints")] = 60,
    events: Annotated[int, typer.Option(help="至多积多少条 / events between checkpoints")] = 100,
    is_once: Once = False,
    is_own_role: Annotated[bool, typer.Option("--own-role", help="DATABASE_URL 是签名专用的数据库账号 / a database role of its own")] = False,
) -> None:
    """签署检查点（单独的进程和系统用户） / sign checkpoints, as a process and user of its own."""
    pace = {"every": every, "events": events, "is_once": is_once}
    loaded("log_sign").run(console, key_file=key_file, folder=folder, is_own_role=is_own_role, **pace)


@app.command()
def witness(
    folder: Annotated[Path, typer.Argument(help="日志文件夹 / the published log", exists=True, file_okay=False)],
    key_file: KeyFile,
    log_key: Annotated[str, typer.Option("--log-key", help="日志的公钥一行，另行取得 / the log's key, got by another way")],
    every: Annotated[int, typer.Option(help="隔多少秒看一次 / seconds between looks")] = 30,
    is_once: Once = False,
) -> None:
    """见证：核对日志只增不改，然后签名（另一台机器） / check that the log only grew, cosign; on another machine."""
    if not alone("log_witness").run(console, folder=folder, key_file=key_file, log_key=log_key, every=every, is_once=is_once):
        raise typer.Exit(1)


@app.command()
def check(
    note: Annotated[list[Path] | None, typer.Option(help="另存的检查点 / a checkpoint kept elsewhere")] = None,
) -> None:
    """核验全部记录：条目、链、树、检查点、见证 / check everything there is."""
    if not loaded("log_check").run(console, notes=note or []):
        raise typer.Exit(1)
