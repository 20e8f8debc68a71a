"""The main job, by named people through the same acts the screens call: one vacancy, filled by the book.

Each step prints who did what, on which clause, with which result; each refusal on the way is shown and survived.
"""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

from quanheng.access.models import Authority
from quanheng.cli.screens import rehearsal_decision, rehearsal_motion
from quanheng.cli.screens.stage import Stage

SCENES = (*rehearsal_motion.SCENES, *rehearsal_decision.SCENES)


def rehearse(console: Console, facts: Mapping[str, Any], *, out: Path) -> Stage:
    """Run the whole scenario and leave the case's folder at `out`."""
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    with Progress(*columns, console=console, transient=True) as progress:
        bar = progress.add_task("演练 / rehearsal", total=len(SCENES))
        stage = Stage(console, facts, out, progress, bar, Authority.objects.get(code="yunling"))
        for scene in SCENES:
            scene(stage)
            progress.advance(bar)
    console.print(f"● 演练完成：{len(stage.refused)}次依规不予办理（{'、'.join(stage.refused)}）")
    return stage
