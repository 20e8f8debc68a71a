"""Keys and witnesses by command, in the name of the audit administrator; the page does the same."""

from pathlib import Path

from rich.console import Console

from quanheng.access.actions.log_keys import admit_witness, adopt_key
from quanheng.access.core.notes import read_key
from quanheng.cli.screens import ready
from quanheng.web.screens import clock


def adopt(console: Console, *, key: str, change: Path | None, username: str) -> None:
    """Take a signing key into use."""
    ready.require_ready()
    account = ready.account_named(username, what="启用签名密钥", needs="审计日志")
    made = adopt_key(by=account, at=clock.now(), key=key, note=change.read_text() if change else "")
    console.print(f"● {read_key(made.key).name} {read_key(made.key).fingerprint}", soft_wrap=True)


def admit(console: Console, *, key: str, username: str) -> None:
    """Let a witness's cosignatures count."""
    ready.require_ready()
    account = ready.account_named(username, what="登记见证方", needs="审计日志")
    made = admit_witness(by=account, at=clock.now(), key=key)
    console.print(f"● {read_key(made.key).name} {read_key(made.key).fingerprint}", soft_wrap=True)
