"""Seal what is secret in a plan before its rows are laid ready: it stands nowhere in plain but in the uploaded file."""

from datetime import datetime

from quanheng.access.models import DataKey, house_profile, shut_rows, shut_values
from quanheng.exchange.queries.plan import Plan
from quanheng.registry.actions.put_family import give_numbers
from quanheng.registry.actions.seal_words import seal_words
from quanheng.registry.models import Person, Relative
from quanheng.registry.queries.family import FAMILY_BESIDE, SEALED, put_beside


def seal_plan(plan: Plan, *, at: datetime) -> None:
    """New and changed numbers and family lines under a data key a person; the keys are among the rows to add. Public keys are enough.

    What the program itself must read, awards, appraisals, photographs, gaps, is under the installation's key.
    """
    changed = [row for row, before in plan.changed.get(Person, ()) if "id_number" in before]
    people = [row for row in [*plan.new.get(Person, ()), *changed] if isinstance(row, Person)]
    keys = seal_words([*people, *_family(plan)], at=at)
    if keys:
        plan.new[DataKey] = list(keys)
    _shut(plan)


def _shut(plan: Plan) -> None:
    """What is under the installation's key, and what changed rows held of it, as versions will keep that."""
    profile, changed = house_profile(), plan.changed.get(Person, [])
    shut_rows([*plan.gaps, *plan.new.get(Person, ()), *(row for row, _before in changed)], profile)
    for row, before in changed:
        before.update(shut_values(row, before, profile))


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
