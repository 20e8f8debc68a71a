"""Accounts with their running grants, for the two administrators who keep them."""

from datetime import date
from typing import Any

from django.db.models import Prefetch, Q

from quanheng.access.core.roles import ROLES
from quanheng.access.models import Account, Grant


def accounts(*, on: date) -> list[dict[str, Any]]:
    """Every account with the grants that run on the day: two queries. Holds no business data."""
    running = Grant.objects.filter(Q(until_on__isnull=True) | Q(until_on__gt=on)).select_related("authority")
    rows = Account.objects.prefetch_related(Prefetch("grants", running)).order_by("username")
    return [
        {
            "username": row.username,
            "name": row.name,
            "is_active": row.is_active,
            "grants": [{"pk": g.pk, "role": ROLES[g.role].name if g.role in ROLES else g.role, "authority": g.authority.name, "until_on": g.until_on} for g in row.grants.all()],
        }
        for row in rows
    ]
