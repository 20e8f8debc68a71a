"""Objections: for the desk that checks them, and for the acts that may not go on while one is open."""

from datetime import date

from django.db.models import QuerySet

from quanheng.access.models import Account
from quanheng.access.permissions.rights import within
from quanheng.disclosure.models import Objection
from quanheng.procedure.models import Case


def objections(*, by: Account, on: date) -> QuerySet[Objection]:
    """The objections under the authorities where `by` checks them (disclosure.check), open ones first."""
    rows = Objection.objects.filter(within("disclosure.check", by=by, on=on, field="notice__case__authority"))
    rows = rows.select_related("notice__person", "notice__case__authority", "checked_by")
    return rows.order_by("-concluded_at", "received_at", "pk")


def open_objections(case: Case) -> QuerySet[Objection]:
    """For acts: what has been reported on the case's notices and has no conclusion yet; blocks the appointment."""
    return Objection.objects.filter(notice__case=case, concluded_at__isnull=True).order_by("received_at")


def upheld_objections(case: Case) -> QuerySet[Objection]:
    """For acts: concluded objections that affect the appointment."""
    return Objection.objects.filter(notice__case=case, affects_appointment=True).order_by("received_at")
