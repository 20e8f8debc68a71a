"""Hard stops before anybody is put in a post or given a rank. Upper rooms add theirs in their `apps.py` (quotas: establishment)."""

from datetime import date
from typing import Protocol

from quanheng.registry.models import Person, Post


class AppointmentGuard(Protocol):
    """任职前的硬性把关: raises Refused when the person may not be put in the post on the day."""

    def __call__(self, *, post: Post, on: date, person: Person | None = None) -> object: ...


APPOINTMENT_GUARDS: list[AppointmentGuard] = []


def offer(guard: AppointmentGuard) -> None:
    """Add a guard once; it runs inside every act that puts somebody in a post."""
    if guard not in APPOINTMENT_GUARDS:
        APPOINTMENT_GUARDS.append(guard)


class RankGuard(Protocol):
    """授予职级前的硬性把关: raises Refused when the person may not be given the rank from the day on."""

    def __call__(self, *, person: Person, rank: str, on: date) -> object: ...


RANK_GUARDS: list[RankGuard] = []


def offer_rank(guard: RankGuard) -> None:
    """Add a guard once; it runs inside every act that writes a rank somebody holds."""
    if guard not in RANK_GUARDS:
        RANK_GUARDS.append(guard)
