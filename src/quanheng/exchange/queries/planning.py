"""The one door to the plans: which reader goes with which kind of file."""

from dataclasses import dataclass
from datetime import date
from functools import partial

from quanheng.access.models import JournalEntry
from quanheng.access.queries.journal import chain_heads
from quanheng.exchange.core.progress import Progress, silent
from quanheng.exchange.models import ImportBatch
from quanheng.exchange.queries.forms_plan import forms_plan
from quanheng.exchange.queries.plan import Plan
from quanheng.exchange.queries.roster_plan import forget_roster, roster_plan


def plan_of(batch: ImportBatch, content: bytes, *, paths: tuple[str, ...], on: date, progress: Progress = silent) -> Plan:
    """What the file of this batch would do now; its content is given, as it may just have come in."""
    read = partial(roster_plan, is_as_found=batch.is_as_found) if batch.kind == "roster" else forms_plan
    return read(content, file_name=batch.file_name, authority=batch.authority, paths=paths, on=on, progress=progress)


@dataclass(frozen=True)
class Kept:
    """The last plan made, and the journal's head when it was made: every change of the registry moves that head."""

    sha256: str
    head: tuple[int, str]
    plan: Plan


_kept: list[Kept] = []
_FEW = 4


def keep(sha256: str, plan: Plan) -> None:
    """Hold on to the plan of a preview, which is mostly confirmed at once."""
    _kept[:] = [Kept(sha256, chain_heads(), plan)]


def kept_plan(sha256: str, *, batch: str) -> Plan | None:
    """The kept plan, once, if nothing but what was done with this `batch` was entered in the journal since it was made."""
    if not _kept or _kept[0].sha256 != sha256:
        return None
    kept = _kept.pop()
    since = list(JournalEntry.objects.filter(number__gt=kept.head[0]).order_by("number").values_list("previous", "subject")[:_FEW])
    is_ours = 0 < len(since) < _FEW and all(subject == batch for _, subject in since)
    return kept.plan if is_ours and since[0][0] == kept.head[1] else None


def forget() -> None:
    """Let go of the workbook kept between preview and confirmation."""
    _kept.clear()
    forget_roster()
