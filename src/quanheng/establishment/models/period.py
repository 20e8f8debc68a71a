"""The half-open period of every dated row of the room."""

from django.db.models import F, Q

PERIOD = Q(until_on__isnull=True) | Q(until_on__gt=F("from_on"))
"""Open, or ending after its first day."""
