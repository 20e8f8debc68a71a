"""Who opened what is masked in a person's file, when and for what (V04): read from the journal, which nobody can change."""

from datetime import date
from uuid import UUID

from django.db.models import QuerySet

from quanheng.access.models import Account, JournalEntry, record_name
from quanheng.registry.queries.file import File, cover_of

OPENED = "registry.open_sensitive"


def readings(*, by: Account, on: date, key: UUID) -> tuple[File, QuerySet[JournalEntry]] | None:
    """The cover of the file and its openings, latest first; None for who may not open it themselves."""
    found = cover_of(by=by, on=on, key=key)
    if found is None or not found.may_see_sensitive:
        return None
    return found, JournalEntry.objects.filter(subject=record_name(found.person), action=OPENED).order_by("-number")
