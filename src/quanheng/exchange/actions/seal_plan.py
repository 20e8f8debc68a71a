"""Seal the identity numbers of a plan before its rows are laid ready: nothing of an import stands anywhere in plain but its file."""

from datetime import datetime

from quanheng.access.models import DataKey
from quanheng.exchange.queries.plan import Plan
from quanheng.registry.actions.put_number import seal_numbers
from quanheng.registry.models import Person


def seal_plan(plan: Plan, *, at: datetime) -> None:
    """New and changed numbers under a data key a person; the keys are among the rows to add. Public keys are enough."""
    changed = [row for row, before in plan.changed.get(Person, ()) if "id_number" in before]
    people = [row for row in [*plan.new.get(Person, ()), *changed] if isinstance(row, Person)]
    keys = seal_numbers(people, at=at)
    if keys:
        plan.new[DataKey] = list(keys)
