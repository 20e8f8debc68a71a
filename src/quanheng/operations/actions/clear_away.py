"""Clear away what has had its time: every room's offers, each after its own days."""

from collections.abc import Mapping
from datetime import datetime, timedelta

from django.db import transaction

from quanheng.access.actions.action import action
from quanheng.access.models import Account
from quanheng.kernel.upkeep import CLEARINGS


def clear_away(*, at: datetime) -> dict[str, int]:
    """How many of each went. The worker does it daily; what may go, and when, is fixed in the code."""
    with transaction.atomic():
        counts = {each.name: each.clear(at - timedelta(days=each.days)) for each in CLEARINGS}
        if any(counts.values()):
            note_clearing(by=None, at=at, counts=counts)
    return counts


@action("operations.clearing.note", label="登记清理", permission=None, keeps=("counts",))
def note_clearing(*, by: Account | None, at: datetime, counts: Mapping[str, int]) -> None:
    """The line in the journal that says how many of each went. The machine's own act; checks nobody."""
