"""What a password must be, by profile: `dengbao` (composition, change period, history) or `asvs` (length, no rotation).

The standards contradict each other: GB/T 22239 wants composition and change, OWASP ASVS 6.2.5 and 6.2.10 forbid both. Both
refuse common passwords; Django's list does that. The figures are this product's, no standard names them.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta

KINDS = (str.islower, str.isupper, str.isdigit)


@dataclass(frozen=True)
class PasswordProfile:
    """口令策略: least length, how many kinds of characters, how long it holds, how many former ones stay forbidden."""

    code: str
    least: int
    kinds: int = 0
    days: int | None = None
    remembered: int = 0


PROFILES = {
    profile.code: profile
    for profile in (
        PasswordProfile("asvs", least=12),
        PasswordProfile("dengbao", least=10, kinds=3, days=90, remembered=5),
    )
}


def kinds_in(password: str) -> int:
    """How many of the four kinds it has: small and capital letters, digits, others.

    >>> kinds_in("abcABC123"), kinds_in("abc-123"), kinds_in("口令")
    (3, 3, 1)
    """
    known = sum(any(map(kind, password)) for kind in KINDS)
    return known + any(not any(kind(each) for kind in KINDS) for each in password)


def is_due(profile: PasswordProfile, *, changed_at: datetime, at: datetime) -> bool:
    """Whether a password set at `changed_at` must be replaced by now.

    >>> from datetime import UTC
    >>> set_at = datetime(2026, 1, 1, tzinfo=UTC)
    >>> is_due(PROFILES["dengbao"], changed_at=set_at, at=set_at + timedelta(days=90))
    True
    >>> is_due(PROFILES["asvs"], changed_at=set_at, at=set_at + timedelta(days=9000))
    False
    """
    return profile.days is not None and at >= changed_at + timedelta(days=profile.days)
