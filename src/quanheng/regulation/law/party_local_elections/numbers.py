"""候选人和主席团人数的推算: delegates to list, size of the presidium."""

from datetime import date

from quanheng.regulation.core.derivations import Derivation

NEWEST = date(2020, 12, 28)


def delegates_listed(
    *,
    deputy_seats: int,
    branch_full_members_total: int | None,
    delegate_percent: int,
    small_branch: int,
    on: date,
) -> int:
    """A fifth more than the seats, rounded up; a very small branch may list as many as the seats."""
    if branch_full_members_total is not None and branch_full_members_total < small_branch:
        return deputy_seats
    return -(-deputy_seats * (100 + delegate_percent) // 100)


def presidium(*, delegates_total: int, presidium_percent: int, on: date) -> int:
    """About a tenth of the delegates, rounded up."""
    return -(-delegates_total * presidium_percent // 100)


delegates = Derivation(
    id="party_local_elections.delegates",
    catalogue="n-elect-local-2020",
    subject="party_election",
    since=NEWEST,
    term="代表候选人最少人数",
    term_en="Fewest candidates for delegate",
    means="A fifth more than the seats, rounded up; a branch under seven full members may be exempt.",
    means_zh="多于应选名额百分之二十，进位取整；不足七名正式党员的支部可以例外。",
    fact="delegate_candidates_least",
    reads=("deputy_seats",),
    optional=("branch_full_members_total",),
    params=("party_local_elections.delegate_percent", "party_local_elections.small_branch"),
    reckon=delegates_listed,
    cites=("delegate_share",),
)

presidium_reckoned = Derivation(
    id="party_local_elections.presidium",
    catalogue="n-elect-local-2020",
    subject="party_election",
    since=NEWEST,
    term="主席团约数",
    term_en="Size of the presidium",
    means="About a tenth of the delegates.",
    means_zh="约为代表数的十分之一。",
    fact="presidium_size",
    reads=("delegates_total",),
    params=("party_local_elections.presidium_percent",),
    reckon=presidium,
    cites=("presidium",),
)
