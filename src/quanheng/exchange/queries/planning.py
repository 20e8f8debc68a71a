"""The one door to the plans: which reader goes with which kind of file."""

from dataclasses import dataclass
from datetime import date

from quanheng.access.models import Authority, JournalEntry
from quanheng.access.queries.journal import chain_heads
from quanheng.exchange.queries.forms_plan import forms_plan
from quanheng.exchange.queries.plan import Plan
from quanheng.exchange.queries.roster_plan import read_roster, roster_plan


def plan_of(kind: str, content: bytes, *, file_name: str, authority: Authority, paths: tuple[str, ...], on: date) -> Plan:
    """What the file would do now."""
    plan = roster_plan if kind == "roster" else forms_plan
    return plan(content, file_name=file_name, authority=authority, paths=paths, on=on)


@dataclass(frozen=True)
class Kept:
    """The last plan made, and the journal's head when it was made: every change of the registry moves that head."""

    sha256: str
    head: tuple[int, str]
    plan: Plan


_kept: list[Kept] = []


def keep(sha256: str, plan: Plan) -> None:
    """Hold on to the plan of a preview, which is mostly confirmed at once."""
    _kept[:] = [Kept(sha256, chain_heads(), plan)]


def kept_plan(sha256: str, *, batch: str) -> Plan | None:
    """The kept plan, once, if nothing but the preview of this `batch` was entered in the journal since it was made."""
    if not _kept or _kept[0].sha256 != sha256:
        return None
    kept = _kept.pop()
    since = list(JournalEntry.objects.filter(number__gt=kept.head[0]).order_by("number").values_list("previous", "subject")[:2])
    return kept.plan if since == [(kept.head[1], batch)] else None


def forget() -> None:
    """Let go of the workbook kept between preview and confirmation."""
    _kept.clear()
    read_roster.cache_clear()
