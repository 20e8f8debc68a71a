"""Who must show a second factor: a setting of the house, by profile of roles."""

from quanheng.access.core.roles import ADMINISTRATORS, ROLES

POLICIES = ("offered", "administrators", "sensitive", "all")


def is_demanded(policy: str, roles: frozenset[str]) -> bool:
    """Whether an account with these roles must show it.

    >>> is_demanded("administrators", frozenset({"audit_admin"})), is_demanded("administrators", frozenset({"officer"}))
    (True, False)
    >>> is_demanded("sensitive", frozenset({"officer"})), is_demanded("sensitive", frozenset({"teller"}))
    (True, False)
    """
    if policy == "sensitive":
        return any(
            role in ADMINISTRATORS or "access.keys" in ROLES[role].permissions for role in roles
        )
    return policy == "all" or (policy == "administrators" and bool(roles & ADMINISTRATORS))
