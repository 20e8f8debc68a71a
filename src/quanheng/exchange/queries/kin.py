"""Family members who have a file of their own: linked when name and month of birth point to one person only."""

from quanheng.exchange.queries.context import Context
from quanheng.exchange.queries.registry_now import month_key
from quanheng.registry.models import Relative


def link_kin(into: Context) -> None:
    """Set `other` of the relatives this file adds."""
    for row in into.plan.new.get(Relative, ()):
        assert isinstance(row, Relative)
        if row.born_on is None:
            continue
        same = {person.pk: person for person in into.people.by_month.get(month_key(row.name, row.born_on), ())}
        same.pop(row.person_id, None)
        if len(same) == 1:
            row.other = next(iter(same.values()))
