"""Founding a house, accounts and grants: three administrators, each with their own part."""

import pytest

from quanheng.access.actions.grants import create_account, end_grant, found_house, give_grant
from quanheng.access.models import Account
from quanheng.access.permissions.rights import rights_of
from quanheng.access.tests.factories import AT, ON, account, authority
from quanheng.kernel.refusals import Refused

pytestmark = pytest.mark.django_db
NAMES = {"system_admin": "邵一凡", "security_admin": "柯静怡", "audit_admin": "段秉文"}


def _found() -> None:
    found_house(by=None, at=AT, authorities=[("city", "某市委", "")], names=NAMES, passwords=dict.fromkeys(NAMES, "correct horse battery"))


def test_an_account_is_made_by_one_and_activated_by_another() -> None:
    _found()
    system, security = Account.objects.get(username="system_admin"), Account.objects.get(username="security_admin")
    made = create_account(by=system, at=AT, username="wang", name="王敏", password="correct horse battery")
    assert not made.is_active
    give_grant(by=security, at=AT, account=made, role="officer", authority=security.grants.get().authority)
    made.refresh_from_db()
    assert made.is_active
    assert rights_of(made, on=ON).may("selection.run", "/city/")


def test_the_system_administrator_cannot_grant() -> None:
    _found()
    system = Account.objects.get(username="system_admin")
    with pytest.raises(Refused, match="授予权限"):
        give_grant(by=system, at=AT, account=system, role="officer", authority=system.grants.get().authority)


def test_nobody_grants_to_themselves() -> None:
    _found()
    security = Account.objects.get(username="security_admin")
    with pytest.raises(Refused, match="不得给自己授权"):
        give_grant(by=security, at=AT, account=security, role="security_admin", authority=security.grants.get().authority)


def test_an_administrator_takes_no_business_role() -> None:
    city = authority()
    security = account("kejingyi", "security_admin", over=city)
    auditor = account("duanbingwen", "audit_admin", over=city)
    with pytest.raises(Refused, match="已是安全审计员"):
        give_grant(by=security, at=AT, account=auditor, role="officer", authority=city)


def test_a_house_is_founded_once() -> None:
    _found()
    with pytest.raises(Refused, match="已有账号"):
        _found()


def test_an_ended_grant_gives_nothing_any_more() -> None:
    city = authority()
    security = account("kejingyi", "security_admin", over=city)
    officer = account("wang", "officer", over=city)
    assert rights_of(officer, on=ON).may("selection.run")
    end_grant(by=security, at=AT, grant=officer.grants.get())
    assert not rights_of(officer, on=ON).may("selection.run")
    with pytest.raises(Refused, match="已于"):
        end_grant(by=security, at=AT, grant=officer.grants.get())
