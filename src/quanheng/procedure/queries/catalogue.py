"""The procedures that upper rooms have placed here (their `apps.py` calls `offer`), and the version of a case."""

from pathlib import Path

from quanheng.procedure.core.definition import Procedure, read
from quanheng.procedure.core.walk import Standing, standing
from quanheng.procedure.models import Case, RecordEntry

_offered: dict[str, tuple[Procedure, ...]] = {}


def offer(path: Path) -> None:
    """Add a procedure file; called by the room that owns it when Django starts."""
    versions = read(path)
    _offered[versions[0].id] = versions


def versions(procedure: str) -> tuple[Procedure, ...]:
    """All versions of a procedure, oldest first; KeyError when no room offers it."""
    return _offered[procedure]


def procedure_of(case: Case) -> Procedure:
    """The version the case began with."""
    return next(version for version in _offered[case.procedure] if version.since == case.procedure_since)


def standing_of(case: Case) -> Standing:
    """Where the case stands, from its record."""
    rows = RecordEntry.objects.filter(case=case).order_by("number").values_list("verb", "outcome")
    return standing(procedure_of(case), rows)
