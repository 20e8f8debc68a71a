"""A person of the registry as a source of facts for a question to the law: what the open part of the file says.

Family, health and sanctions are left out: they are opened for a purpose, on record, or read inside a case.
"""

from collections.abc import Mapping
from datetime import date
from typing import Any
from uuid import UUID

from quanheng.access.permissions.rights import within
from quanheng.kernel.texts import text
from quanheng.registry.models import Person, Post
from quanheng.registry.queries.facts import load_records
from quanheng.registry.queries.facts_candidacy import candidacy_facts
from quanheng.registry.queries.facts_person import person_facts
from quanheng.regulation.core.sources import Picked

CLOSED = {"is_fit_for_duty"}


class PersonSource:
    """干部: whoever may see a person may ask the law about that person."""

    key = "person"
    label = "干部"
    page = "people"

    def choices(self, *, by: Any, today: date) -> list[tuple[str, object]]:
        return []

    def read(self, values: Mapping[str, str], *, by: Any, today: date, on: date) -> Picked | None:
        key = _key(values[self.key])
        seen = within("registry.view", by=by, on=today)
        person = Person.objects.filter(seen, key=key).first() if key else None
        if person is None:
            return None
        load_records([person])
        post = _post(values.get("post", ""))
        known = person_facts(person, on) | (candidacy_facts(person, post, on) if post else {})
        facts = {name: value for name, value in known.items() if value is not None and name not in CLOSED}
        return Picked(text("{name}，{post}", name=person.name, post=person.current_post), facts)


def _post(value: str) -> Post | None:
    return (
        Post.objects.select_related("organisation").filter(pk=int(value)).first() if value.isdigit() else None
    )


def _key(value: str) -> UUID | None:
    try:
        return UUID(value)
    except ValueError:
        return None
