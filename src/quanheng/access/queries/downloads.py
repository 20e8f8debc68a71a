"""The register of downloads: the auditor reads all of it, everybody else their own lines."""

from datetime import date

from django.db.models import QuerySet

from quanheng.access.models import Account, Download
from quanheng.access.permissions.rights import rights_of


def downloads(*, by: Account, on: date) -> QuerySet[Download]:
    """Newest first."""
    rows = Download.objects.select_related("by").order_by("-pk")
    return rows if rights_of(by, on=on).may("access.journal") else rows.filter(by=by)
