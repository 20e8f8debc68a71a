"""Where cases name a person."""

from uuid import UUID

from quanheng.selection.models import AppointmentOrder, Candidate


def count_candidacies(key: UUID) -> int:
    """For acts: in how many cases the person was a candidate, and orders that name them."""
    return (
        Candidate.objects.filter(person_id=key).count()
        + AppointmentOrder.objects.filter(person_id=key).count()
    )
