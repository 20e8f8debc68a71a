"""What the worker does for this room: the screening of a case, as the one who asked."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from quanheng.access.actions.run_jobs import Kind
from quanheng.kernel.progress import Progress
from quanheng.selection.actions.screen_candidates import screen_candidates
from quanheng.selection.models import ScreeningJob


def _screen(job: ScreeningJob, progress: Progress, at: datetime) -> Mapping[str, Any]:
    screen_candidates(by=job.asked_by, at=at, case=job.case, seen=job.seen, progress=progress)
    return {}


SCREENINGS = Kind(ScreeningJob, _screen, related=("case__authority", "asked_by"))
