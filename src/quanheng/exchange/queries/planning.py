"""The one door to the plans: which reader goes with which kind of file, and whether an earlier plan still holds."""

from collections.abc import Mapping, Sequence
from datetime import date
from functools import partial
from typing import Any

from quanheng.access.queries.journal import chain_heads, only_since
from quanheng.exchange.models import ImportBatch
from quanheng.exchange.queries.forms_plan import forms_plan
from quanheng.exchange.queries.plan import Plan
from quanheng.exchange.queries.roster_plan import forget_roster, roster_plan
from quanheng.kernel.progress import Progress, silent

_FEW = 6
"""What is done with one file between its preview and its writing."""


def plan_of(
    batch: ImportBatch, content: bytes, *, paths: tuple[str, ...], on: date, progress: Progress = silent
) -> Plan:
    """What the file of this batch would do now; its content is given, as it may just have come in."""
    read = partial(roster_plan, is_as_found=batch.is_as_found) if batch.kind == "roster" else forms_plan
    return read(
        content, file_name=batch.file_name, authority=batch.authority, paths=paths, on=on, progress=progress
    )


def ground(paths: Sequence[str]) -> dict[str, Any]:
    """What a plan rests on: where its maker may import, and the journal's head before it was made."""
    number, digest = chain_heads()
    return {"number": number, "digest": digest, "paths": list(paths)}


def holds(stage: Mapping[str, Any], paths: Sequence[str], *, batch: str) -> bool:
    """Whether a plan that rests on this would be made again now: since then the journal speaks of this `batch` alone."""
    if not stage or stage["paths"] != list(paths):
        return False
    return only_since(stage["number"], stage["digest"], subject=batch, most=_FEW)


def forget() -> None:
    """Let go of the workbook kept between preview and confirmation."""
    forget_roster()
