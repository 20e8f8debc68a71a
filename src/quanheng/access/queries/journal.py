"""Reading the journal, and checking its chain."""

from datetime import date

from django.db.models import QuerySet

from quanheng.access.core.chain import GENESIS
from quanheng.access.models import Account, JournalEntry
from quanheng.access.permissions.rights import rights_of


def entries(*, by: Account, on: date) -> QuerySet[JournalEntry]:
    """The journal as `by` may read it: the audit administrator all of it, others nothing."""
    rows = JournalEntry.objects.select_related("by")
    return rows if rights_of(by, on=on).may("access.journal") else rows.none()


def chain_heads() -> tuple[int, str]:
    """Number and digest of the newest entry; (0, zeros) when there is none."""
    return JournalEntry.objects.order_by("-number").values_list("number", "digest").first() or (0, GENESIS)
