"""Keys of the log and of witnesses, made and handed over as files. No database."""

from pathlib import Path

from rich.console import Console

from quanheng.access.core.notes import key_change
from quanheng.access.core.signing import LOG, WITNESS, make_key, read_signer
from quanheng.cli.screens.log_witness import now


def make(console: Console, file: Path, *, name: str, is_witness: bool) -> None:
    """A new private key in a new file; what is printed is public."""
    if any(sign.isspace() or sign == "+" for sign in name) or not name:
        raise ValueError("名称不得为空，不得含空格和加号 / a name without spaces and plus signs")
    made = make_key(file, name=name, algorithm=WITNESS if is_witness else LOG).key
    console.print(made.spelt, soft_wrap=True)
    console.print(f"指纹 / fingerprint {made.fingerprint}", soft_wrap=True)


def rotate(console: Console, key_file: Path, *, new: Path) -> None:
    """Print the hand-over from one key of the log to the next, signed by both."""
    old, coming = read_signer(key_file, algorithm=LOG), read_signer(new, algorithm=LOG)
    if old.key.name != coming.key.name:
        raise ValueError("新旧密钥的名称须相同 / both keys must have the name of the log")
    said = key_change(old.key, coming.key, time=now())
    signed = key_file.with_suffix(".signed")
    if signed.exists():  # what the old key signed last, the new one goes on from
        new.with_suffix(".signed").write_text(signed.read_text())
    console.print(said + "\n" + old.sign(said).line + coming.sign(said).line, soft_wrap=True, end="")
