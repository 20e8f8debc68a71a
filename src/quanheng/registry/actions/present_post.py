"""The present post in words (现任职务), written again whenever a line opens or closes."""

from datetime import date

from quanheng.registry.models import Person
from quanheng.registry.queries.careers import held_on


def write_present_post(person: Person, *, on: date) -> None:
    """Save the person with the seats held on the day, main one first; words typed by hand give way to the record."""
    fresh = Person.objects.prefetch_related("assignments").get(pk=person.pk)
    person.current_post = "、".join(str(line) for line in held_on(fresh, on))
    person.save(update_fields=["current_post", "organisation", "authority"])
