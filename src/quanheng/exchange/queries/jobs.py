"""How background work stands: the last job of an import, one export, and whether somebody is really at it."""

from dataclasses import dataclass
from typing import Generic, TypeVar

from django.db import connection

from quanheng.exchange.models import ExportJob, ImportBatch, ImportJob, Job
from quanheng.kernel.refusals import Refused
from quanheng.kernel.texts import unpacked

_HELD = "SELECT EXISTS (SELECT 1 FROM pg_locks WHERE locktype = 'advisory' AND classid = %s AND objid = %s AND objsubid = 2 AND granted)"
LOCKS = 0x514A
"""Of imports; what else asks a worker for work has a number of its own."""
_LOCKS: dict[type[Job], int] = {ImportJob: LOCKS, ExportJob: 0x514C}
Kind = TypeVar("Kind", bound=Job)


def lock_of(kind: type[Job]) -> int:
    """The number under which workers hold jobs of a kind."""
    return _LOCKS[kind]


@dataclass(frozen=True)
class Standing(Generic[Kind]):
    """A job (后台办理) and what to say of it."""

    job: Kind
    is_alive: bool
    """Whether a worker holds it now."""

    @property
    def is_live(self) -> bool:
        return self.job.state in ("waiting", "running")

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
        return Refused(
            unpacked(said.get("what")), why=unpacked(said.get("why")), remedy=unpacked(said.get("remedy"))
        )


def standing(batch: ImportBatch) -> Standing[ImportJob] | None:
    """Of a batch the caller may see; None when nothing was ever asked for in the background."""
    job = ImportJob.objects.filter(batch=batch).order_by("-pk").first()
    return standing_of(job) if job else None


def standing_of(job: Kind) -> Standing[Kind]:
    """Of a job the caller may see."""
    return Standing(job, job.state == "running" and _is_held(type(job), job.pk))


def _is_held(kind: type[Job], pk: int) -> bool:
    with connection.cursor() as cursor:
        cursor.execute(_HELD, [lock_of(kind), pk])
        row = cursor.fetchone()
    return bool(row and row[0])
