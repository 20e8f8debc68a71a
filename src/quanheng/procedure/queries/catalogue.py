"""The procedures that upper rooms have placed here (their `apps.py` calls `offer`), and the version of a case."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from django.db.models import QuerySet

from quanheng.access.queries.composed import answers, one_of
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
    return standings_of([case])[0]


def standings_of(cases: Sequence[Case]) -> list[Standing]:
    """Where each of them stands, in their order, from one question."""
    said: dict[int, list[tuple[str, str]]] = {case.pk: [] for case in cases}
    for key, verb, outcome in answers(_outcomes, cases=list(said)):
        said[key].append((verb, outcome))
    return [standing(procedure_of(case), said[case.pk]) for case in cases]


def _outcomes(*, cases: list[int]) -> QuerySet[RecordEntry, Any]:
    return RecordEntry.objects.filter(one_of(cases, "case", "bigint")).order_by("case", "number").values_list("case", "verb", "outcome")
