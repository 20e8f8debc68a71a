"""What every kind of background work shares before it is begun: the workers are told, what was broken off is taken up again."""

from datetime import datetime
from typing import TypeVar

from django.db import connection

from quanheng.access.models import Account, Job

CHANNEL = "quanheng_jobs"
Kind = TypeVar("Kind", bound=Job)


def wake() -> None:
    """Tell the workers; heard when the transaction is over."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_notify(%s, '')", [CHANNEL])


def take_up_again(job: Kind, *, by: Account, at: datetime) -> Kind:
    """What was broken off waits anew, from the start and in the name of `by`; the caller holds the row and says who may."""
    job.state, job.attempts, job.asked_by, job.asked_at = "waiting", 0, by, at
    job.save(update_fields=["state", "attempts", "asked_by", "asked_at"])
    wake()
    return job
