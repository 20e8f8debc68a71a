"""The one door to the plans: which reader goes with which kind of file."""

from dataclasses import dataclass
from datetime import date
from functools import partial

from quanheng.access.queries.journal import chain_heads, only_since
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
_FEW = 3


def keep(sha256: str, plan: Plan) -> None:
    """Hold on to the plan of a preview, which is mostly confirmed at once."""
    _kept[:] = [Kept(sha256, chain_heads(), plan)]


def kept_plan(sha256: str, *, batch: str) -> Plan | None:
    """The kept plan, once, if nothing but what was done with this `batch` was entered in the journal since it was made."""
    if not _kept or _kept[0].sha256 != sha256:
        return None
    kept = _kept.pop()
    return kept.plan if only_since(*kept.head, subject=batch, most=_FEW) else None


def forget() -> None:
    """Let go of the workbook kept between preview and confirmation."""
    _kept.clear()
    forget_roster()
