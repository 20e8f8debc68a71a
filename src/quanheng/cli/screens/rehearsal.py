"""The main job, by named people through the same acts the screens call: one vacancy, filled by the book.

Each step prints who did what, on which clause, with which result; each refusal on the way is shown and survived.
"""

from collections.abc import Mapping
from datetime import timedelta
from pathlib import Path
from typing import Any

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

from quanheng.access.actions.scope import as_system
from quanheng.access.models import Account, Authority
from quanheng.cli.screens import rehearsal_decision, rehearsal_motion
from quanheng.cli.screens.stage import Stage, at
from quanheng.establishment.actions.open_vacancy import open_vacancy
from quanheng.establishment.models import Vacancy
from quanheng.establishment.queries.vacancies import empty_posts
from quanheng.procedure.core import archive
from quanheng.procedure.models import Case
from quanheng.selection.actions.approve_motion import approve_motion
from quanheng.selection.actions.open_motion import open_motion
from quanheng.selection.actions.screen_candidates import screen_candidates
from quanheng.web.screens import clock

SCENES = (*rehearsal_motion.SCENES, *rehearsal_decision.SCENES)


def rehearse(console: Console, facts: Mapping[str, Any], *, out: Path) -> Stage:
    """Run the whole scenario and leave the case's folder at `out`."""
    archive.require_own(out)
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    with Progress(*columns, console=console, transient=True) as progress:
        bar = progress.add_task("演练 / rehearsal", total=len(SCENES))
        with as_system(on=clock.today()):
            stage = Stage(console, facts, out, progress, bar, Authority.objects.get(code="yunling"))
        for scene in SCENES:
            with as_system(on=clock.today()):
                scene(stage)
            progress.advance(bar)
    console.print(f"● 演练完成：{len(stage.refused)}次依规不予办理（{'、'.join(stage.refused)}）")
    return stage


def leave_open(facts: Mapping[str, Any]) -> Case:
    """A second case, opened and approved the day after, so that the demonstration has something to go on with."""
    officer, approver = (Account.objects.get(username=facts["motion"][name]) for name in ("opened_by", "approved_by"))
    begun = at(facts["appointment"]["order_on"], 14)
    taken = Vacancy.objects.values("post_id")
    posts = empty_posts(by=officer, on=begun.date()).filter(level="132", role="deputy", organisation__code__startswith="001.004").exclude(pk__in=taken)
    vacancy = open_vacancy(by=officer, at=begun, post=posts[0], cause="moved", since_on=facts["motion"]["opened_on"])
    motion = open_motion(
        by=officer, at=begun + timedelta(minutes=10), vacancy=vacancy, proposer="中共云岭市委组织部", ground="职位空缺，工作需要",
        conditions="符合条例第七条、第八条规定的资格条件", scope="全市乡科级正职",
    )  # fmt: skip
    plan = "先谈话调研推荐，再会议推荐，差额考察。"
    approve_motion(by=approver, at=begun + timedelta(minutes=20), case=motion.case, plan=plan)
    screen_candidates(by=officer, at=begun + timedelta(minutes=30), case=motion.case)
    return motion.case
