"""How background work stands: how far it is, whether somebody is really at it, why it ended without result."""

from dataclasses import dataclass
from datetime import datetime
from typing import Generic, TypeVar

from django.db import connection

from quanheng.access.models import Job
from quanheng.access.models.job import OPEN
from quanheng.kernel.refusals import Refused
from quanheng.kernel.texts import unpacked

_HELD = "SELECT EXISTS (SELECT 1 FROM pg_locks WHERE locktype = 'advisory' AND classid = %s AND objid = %s AND objsubid = 2 AND granted)"
_LONG_SECONDS = 20
Kind = TypeVar("Kind", bound=Job)


@dataclass(frozen=True)
class Standing(Generic[Kind]):
    """A job (后台办理) and what to say of it."""

    job: Kind
    is_alive: bool
    """Whether a worker holds it now."""
    is_stuck: bool
    """Whether it waits longer than a worker would let it."""

    @property
    def is_live(self) -> bool:
        return self.job.state in OPEN

    @property
    def is_orphan(self) -> bool:
        """Its worker died; the next one takes it up by itself."""
        return self.job.state == "running" and not self.is_alive

    @property
    def is_broken(self) -> bool:
        """Broken off: by hand it goes on."""
        return self.job.state == "interrupted"

    @property
    def refusal(self) -> Refused | None:
        """Why it ended without result."""
        said = self.job.refusal
        if self.job.state != "refused" or not said:
            return None
        what, why, remedy = (unpacked(said.get(name)) for name in ("what", "why", "remedy"))
        return Refused(what, why=why, cites=tuple(said.get("cites", ())), remedy=remedy)


def standing_of(job: Kind, *, now: datetime) -> Standing[Kind]:
    """Of a job the caller may see."""
    waited = (now - job.asked_at).total_seconds()
    is_stuck = job.state == "waiting" and waited > _LONG_SECONDS
    return Standing(job, job.state == "running" and _is_held(type(job), job.pk), is_stuck)


def _is_held(kind: type[Job], pk: int) -> bool:
    with connection.cursor() as cursor:
        cursor.execute(_HELD, [kind.LOCK, pk])
        row = cursor.fetchone()
    return bool(row and row[0])
