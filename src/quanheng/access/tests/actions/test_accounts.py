"""Passwords, links to one's own file, new authorities, the demonstration's people."""

from uuid import uuid4

import pytest

from quanheng.access.actions.demonstration import plant_demonstration
from quanheng.access.actions.grants import add_authority, change_password, link_account
from quanheng.access.models import Account, Authority, JournalEntry
from quanheng.access.tests.factories import AT, account, authority
from quanheng.kernel.refusals import Refused

pytestmark = pytest.mark.django_db


def test_one_changes_ones_own_password_with_the_present_one() -> None:
    officer = account("wang", "officer", over=authority())
    officer.set_password("the first password")
    officer.save()
    with pytest.raises(Refused, match="现在的口令不对"):
        change_password(by=officer, at=AT, old="guess", new="the second password")
    changed = change_password(by=officer, at=AT, old="the first password", new="the second password")
    assert changed.check_password("the second password")
    assert "second" not in str(JournalEntry.objects.get(action="access.account.change_password").facts)


def test_an_account_is_linked_to_its_file_once() -> None:
    city = authority()
    admin, officer, key = account("shaoyifan", "system_admin", over=city), account("wang", "officer", over=city), uuid4()
    assert link_account(by=admin, at=AT, account=officer, person_key=key).person_key == key
    with pytest.raises(Refused, match="已关联档案"):
        link_account(by=admin, at=AT, account=officer, person_key=uuid4())


def test_a_new_authority_stands_under_its_parent() -> None:
    city = authority()
    admin = account("kejingyi", "security_admin", over=city)
    made = add_authority(by=admin, at=AT, code="qingshi", name="青石县委", parent=city)
    assert (made.code, made.path, made.parent) == ("yunling.qingshi", "/yunling/qingshi/", city)
    with pytest.raises(Refused, match=r"yunling\.qingshi"):
        add_authority(by=admin, at=AT, code="qingshi", name="再来一个", parent=city)


def test_a_house_in_use_is_never_turned_into_a_demonstration() -> None:
    people = [{"username": "wang", "name": "王敏", "roles": ["officer"], "authority": "city"}]
    given = {"authorities": [("city", "某市委", "")], "accounts": people, "passwords": {"wang": "abcde-fghjk-mnpqr"}}
    plant_demonstration(by=None, at=AT, **given)
    assert Account.objects.get().check_password("abcde-fghjk-mnpqr")
    assert Authority.objects.get().path == "/city/"
    with pytest.raises(Refused, match="已有账号"):
        plant_demonstration(by=None, at=AT, **given)
