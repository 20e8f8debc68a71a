"""How the work on an import stands: the last job of a batch, and whether somebody is really at it."""

from dataclasses import dataclass

from django.db import connection

from quanheng.exchange.models import ImportBatch, ImportJob
from quanheng.kernel.refusals import Refused
from quanheng.kernel.texts import unpacked

_HELD = "SELECT EXISTS (SELECT 1 FROM pg_locks WHERE locktype = 'advisory' AND classid = %s AND objid = %s AND objsubid = 2 AND granted)"
LOCKS = 0x514A


@dataclass(frozen=True)
class Standing:
    """A job (后台办理) and what to say of it."""

    job: ImportJob
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
        return Refused(unpacked(said.get("what")), why=unpacked(said.get("why")), remedy=unpacked(said.get("remedy")))


def standing(batch: ImportBatch) -> Standing | None:
    """Of a batch the caller may see; None when nothing was ever asked for in the background."""
    job = ImportJob.objects.filter(batch=batch).order_by("-pk").first()
    if job is None:
        return None
    return Standing(job, job.state == "running" and _is_held(job.pk))


def _is_held(pk: int) -> bool:
    with connection.cursor() as cursor:
        cursor.execute(_HELD, [LOCKS, pk])
        row = cursor.fetchone()
    return bool(row and row[0])
