"""Seal identity numbers and family of a plan before its rows are laid ready: they stand nowhere in plain but in the uploaded file."""

from datetime import datetime

from quanheng.access.models import DataKey, shut_rows
from quanheng.exchange.queries.plan import Plan
from quanheng.registry.actions.put_family import give_numbers
from quanheng.registry.actions.seal_words import seal_words
from quanheng.registry.models import Person, Relative
from quanheng.registry.queries.family import FAMILY_BESIDE, SEALED, put_beside


def seal_plan(plan: Plan, *, at: datetime) -> None:
    """New and changed numbers and family lines under a data key a person; the keys are among the rows to add. Public keys are enough."""
    changed = [row for row, before in plan.changed.get(Person, ()) if "id_number" in before]
    people = [row for row in [*plan.new.get(Person, ()), *changed] if isinstance(row, Person)]
    keys = seal_words([*people, *_family(plan)], at=at)
    if keys:
        plan.new[DataKey] = list(keys)
    shut_rows(plan.gaps)


def _family(plan: Plan) -> list[Relative]:
    """Family lines with words to seal, their marks set; what stands beside a changed line is changed with it."""
    new = [row for row in plan.new.get(Relative, ()) if isinstance(row, Relative)]
    give_numbers(new)
    changed = []
    for row, before in plan.changed.get(Relative, ()):
        if isinstance(row, Relative) and before.keys() & set(SEALED):
            changed.append(row)
            before.update({name: getattr(row, name) for name in FAMILY_BESIDE})
    for row in [*new, *changed]:
        put_beside(row)
    return [*new, *changed]
