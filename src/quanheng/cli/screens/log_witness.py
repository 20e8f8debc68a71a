"""The witness: looks at a published log again and again, cosigns what only grew, and says loudly when something did not."""

import time
from pathlib import Path

from rich.console import Console

from quanheng.access.core.notes import read_checkpoint, read_note
from quanheng.access.core.published import witness
from quanheng.access.core.signing import WITNESS, read_signer


def now() -> int:
    """Seconds since 1970."""
    return int(time.time())


def run(console: Console, *, folder: Path, key_file: Path, log_key: str, every: int, is_once: bool) -> bool:
    """Until interrupted, or once; whether the last look found the log in order.

    What was seen is kept beside the key: the next look begins from there, whatever the folder says then.
    """
    signer, kept, told = read_signer(key_file, algorithm=WITNESS), key_file.with_suffix(".seen"), ""
    while True:
        try:
            seen = kept.read_text() if kept.exists() else ""
            note = witness(folder, signer, log_key=log_key, seen=seen, time=now())
            kept.write_text(note)
            said, is_good = f"● 已见证 / cosigned {read_checkpoint(read_note(note)[0]).size}", True
        except (OSError, ValueError) as error:
            said, is_good = f"■ 未见证 / not cosigned: {error}", False
        if said != told:
            console.print(said, soft_wrap=True)
        if is_once:
            return is_good
        told = said
        time.sleep(every)
