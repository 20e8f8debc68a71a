"""Where meetings name a person."""

from uuid import UUID

from quanheng.meeting.models import Item


def count_items(key: UUID) -> int:
    """For acts: how many items of agendas name the person."""
    return Item.objects.filter(person_id=key).count()
