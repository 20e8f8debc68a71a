"""Family members who have a file of their own: linked when name and month of birth point to one person only."""

from quanheng.exchange.queries.plan import Plan
from quanheng.exchange.queries.registry_now import People, month_key
from quanheng.registry.models import Relative


def link_kin(plan: Plan, people: People) -> None:
    """Set `other` of the relatives this file adds."""
    for row in plan.new.get(Relative, ()):
        assert isinstance(row, Relative)
        if not row.born_on:
            continue
        same = {person.pk: person for person in people.by_month.get(month_key(row.name, row.born_on), ())}
        same.pop(row.person_id, None)
        if len(same) == 1:
            row.other = next(iter(same.values()))
