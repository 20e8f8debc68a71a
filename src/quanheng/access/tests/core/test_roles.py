"""The three administrators stay apart from each other and from all business."""

import pytest

from quanheng.access.core.roles import ADMINISTRATORS, ROLES, conflict


@pytest.mark.parametrize("administrator", sorted(ADMINISTRATORS))
def test_an_administrator_takes_no_other_role(administrator: str) -> None:
    free = [role for role in ROLES if not conflict(frozenset({administrator}), role)]
    assert free == [administrator]


def test_business_roles_may_be_held_together() -> None:
    assert conflict(frozenset({"minister"}), "committee_member") == ""


def test_no_administrator_may_open_business_data() -> None:
    opened = {p for role in ADMINISTRATORS for p in ROLES[role].permissions if not p.startswith("access.")}
    assert opened == set()
