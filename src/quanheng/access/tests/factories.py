"""Real rows for tests of this room: an authority, an account with a role."""

from datetime import UTC, date, datetime

from quanheng.access.models import Account, Authority, Grant

AT = datetime(2026, 11, 21, 1, 0, tzinfo=UTC)
ON = date(2026, 11, 21)


def authority(code: str = "yunling", parent: Authority | None = None) -> Authority:
    """An authority named after its code."""
    return Authority.objects.create(code=code, name=code, parent=parent, path=f"{parent.path if parent else '/'}{code}/")


def account(username: str, *roles: str, over: Authority) -> Account:
    """An active account with these roles since 2020."""
    made = Account.objects.create(username=username, name=username, created_at=AT)
    for role in roles:
        Grant.objects.create(account=made, role=role, authority=over, from_on=date(2020, 1, 1))
    return made
