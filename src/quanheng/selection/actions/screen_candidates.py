"""Screen everybody who might be considered: a verdict with reasons for each, kept with the case (人选研判)."""

from collections import Counter
from collections.abc import Callable, Iterator
from datetime import datetime
from importlib import import_module
from importlib.util import find_spec
from typing import cast

from django.utils import timezone

from quanheng.access.models import Account
from quanheng.kernel.progress import Progress, silent
from quanheng.procedure.actions.step import Outcome, step
from quanheng.procedure.models import Case
from quanheng.selection.actions.keep_screened import Shelf
from quanheng.selection.core.lights import tally
from quanheng.selection.models import ScreeningJob
from quanheng.selection.queries.screening import Slice

Slices = Callable[..., Iterator[Slice]]
VERB = "selection.motion.screen"
_CITES = ("《党政领导干部选拔任用工作条例》第七条至第九条", "《党政领导干部选拔任用工作条例》第二十四条")


@step(VERB, label="人选研判", permission="selection.run", cites=_CITES)
def screen_candidates(*, by: Account, at: datetime, case: Case, progress: Progress = silent) -> Outcome:
    """Judge every person the actor may consider under the law of the day; earlier stages of candidates are kept."""
    on = timezone.localdate(at)
    motion, shelf, lights = case.motion, Shelf(case), Counter[str]()
    progress("gather", 0, 0)
    for some in _slices()(by=by, post=motion.post, on=on, kind=motion.kind):
        shelf.keep(some.judged)
        lights.update(screened.light.key for screened in some.judged.values())
        progress("judge", some.reached, some.whole)
    motion.screened_on = on
    motion.save(update_fields=["screened_on"])
    ScreeningJob.objects.filter(case=case, state__in=("refused", "interrupted")).delete()  # what failed before matters no more
    counts, people = tally(lights), lights.total()
    words = "、".join(f"{name}{number}人" for name, number in counts.items())
    return Outcome(result=f"按{on}有效的规定研判{people}人：{words}", facts={"on": on, "people": people, **counts})


def _slices() -> Slices:
    """In columns where Polars is installed (the extra `bulk`), else person by person: the same findings, a few times slower."""
    module = "registry_screening" if find_spec("polars") else "screening"
    return cast("Slices", import_module(f"quanheng.selection.queries.{module}").screen_slices)
