"""What a page says of background work: the bar, and why nothing moves."""

from typing import Any

from quanheng.exchange.queries.jobs import Standing
from quanheng.web.screens import clock

_LONG_SECONDS = 20


def work(at: Standing[Any] | None) -> dict[str, Any]:
    """For `parts/job_progress.html`; nothing was asked for: `standing` is None."""
    if at is None:
        return {"standing": None}
    job = at.job
    is_stuck = job.state == "waiting" and (clock.now() - job.asked_at).total_seconds() > _LONG_SECONDS
    return {
        "standing": at,
        "is_stuck": is_stuck,
        "phase": job.get_phase_display(),
        "is_orphan": job.state == "running" and not at.is_alive,
    }
