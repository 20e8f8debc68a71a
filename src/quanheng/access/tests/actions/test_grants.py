"""Founding a house, accounts and grants: three administrators, each with their own part."""

from datetime import timedelta

import pytest

from quanheng.access.actions.grants import end_grant, found_house, give_grant
from quanheng.access.core.roles import TIME_BOXED
from quanheng.access.models import Account
from quanheng.access.permissions.rights import rights_of
from quanheng.access.tests.factories import AT, ON, account, authority
from quanheng.kernel.refusals import Refused

pytestmark = pytest.mark.django_db
NAMES = {"system_admin": "邵一凡", "security_admin": "柯静怡", "audit_admin": "段秉文"}


def _found() -> None:
    found_house(by=None, at=AT, authorities=[("city", "某市委", "")], names=NAMES, passwords=dict.fromkeys(NAMES, "correct horse battery"))


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


def test_some_roles_are_given_for_a_time_only() -> None:
    city = authority()
    security, officer = account("kejingyi", "security_admin", over=city), account("wang", over=city)
    for role in sorted(TIME_BOXED):
        with pytest.raises(Refused, match="限期授予"):
            give_grant(by=security, at=AT, account=officer, role=role, authority=city)
    grant = give_grant(by=security, at=AT, account=officer, role="observer", authority=city, until_on=ON + timedelta(days=3))
    assert (grant.kind, grant.until_on) == ("temporary", ON + timedelta(days=3))
    assert rights_of(officer, on=ON + timedelta(days=2)).roles == {"observer"}
    assert rights_of(officer, on=ON + timedelta(days=3)).roles == frozenset()


def test_a_day_of_duty_gives_its_leader_rights_for_that_day() -> None:
    city = authority()
    security, leader = account("kejingyi", "security_admin", over=city), account("zhou", over=city)
    day = ON + timedelta(days=5)
    give_grant(by=security, at=AT, account=leader, role="duty_leader", authority=city, from_on=day, until_on=day + timedelta(days=1), kind="duty")
    assert [rights_of(leader, on=day + timedelta(days=n)).may("registry.sensitive") for n in (-1, 0, 1)] == [False, True, False]


def test_a_grant_that_is_to_run_later_excludes_too() -> None:
    city = authority()
    security, officer = account("kejingyi", "security_admin", over=city), account("wang", "officer", over=city)
    with pytest.raises(Refused, match="不得由一人兼任"):
        give_grant(by=security, at=AT, account=officer, role="audit_admin", authority=city, from_on=ON + timedelta(days=30), until_on=ON + timedelta(days=40))
