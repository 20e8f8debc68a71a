"""`quanheng log check`: everything from the first leaf to the last, and checkpoints kept elsewhere."""

import itertools
import time
from pathlib import Path

from rich.console import Console

from quanheng.access.actions.scope import as_system
from quanheng.access.queries.log import log_size
from quanheng.access.queries.log_check import log_faults
from quanheng.cli.screens import ready
from quanheng.web.screens import clock

_SHOWN = 20


def run(console: Console, *, notes: list[Path]) -> bool:
    """Whether everything holds; the first faults are named."""
    ready.require_ready()
    begun, kept = time.perf_counter(), [path.read_text() for path in notes]
    with as_system(on=clock.today()), console.status("正在核验 … / checking") as status:
        size = log_size()
        faults = log_faults(kept=kept, told=lambda done: status.update(f"{done:,} / {size:,}"))
        found = list(itertools.islice(faults, _SHOWN))
    for fault in found:
        console.print(f"■ {fault.place}：{fault.why}", soft_wrap=True)
    if not found:
        seconds = time.perf_counter() - begun
        console.print(f"● 完好：{size:,} 条，{seconds:.1f} 秒 / all holds")
    return not found
