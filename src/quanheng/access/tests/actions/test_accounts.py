"""Passwords, sleep, links to one's own file, new authorities, the demonstration's people."""

from datetime import timedelta
from uuid import uuid4

import pytest

from quanheng.access.actions.accounts import link_account, sleep_account, stop_account, wake_account
from quanheng.access.actions.demonstration import plant_demonstration
from quanheng.access.actions.grants import add_authority
from quanheng.access.actions.password_hooks import CHANGED
from quanheng.access.actions.passwords import change_password, reset_code, set_own_password, start_reset
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


def test_an_administrator_starts_a_reset_and_never_learns_the_password() -> None:
    city = authority()
    admin, officer = account("shaoyifan", "system_admin", over=city), account("wang", "officer", over=city)
    officer.set_password("the first password")
    officer.save()
    start_reset(by=admin, at=AT, account=officer)
    code = reset_code(officer)
    with pytest.raises(Refused, match="重设码不对"):
        set_own_password(by=None, at=AT, username="shaoyifan", code=code, new="the second password")
    changed = set_own_password(by=None, at=AT, username="wang", code=code, new="the second password")
    assert changed.check_password("the second password")
    assert changed.former_passwords.count() == 1
    with pytest.raises(Refused, match="已用过"):
        set_own_password(by=None, at=AT, username="wang", code=code, new="the third password")
    with pytest.raises(Refused, match="不得为自己"):
        start_reset(by=admin, at=AT, account=admin)
    assert code not in "".join(str(entry.facts) for entry in JournalEntry.objects.all())


def test_whoever_must_know_a_password_is_told_when_it_changes() -> None:
    officer = account("wang", "officer", over=authority())
    officer.set_password("the first password")
    officer.save()
    heard: list[tuple[str, str | None, str]] = []
    CHANGED.append(hook := lambda who, old, new: heard.append((who.username, old, new)))
    try:
        change_password(by=officer, at=AT, old="the first password", new="the second password")
        set_own_password(by=None, at=AT, username="wang", code=reset_code(Account.objects.get()), new="the third password")
    finally:
        CHANGED.remove(hook)
    assert heard == [("wang", "the first password", "the second password"), ("wang", None, "the third password")]


def test_an_unused_account_sleeps_and_is_woken_by_the_security_administrator() -> None:
    city = authority()
    security, officer = account("kejingyi", "security_admin", over=city), account("wang", "officer", over=city)
    later = AT + timedelta(days=91)
    with pytest.raises(Refused, match="近期使用过"):
        sleep_account(by=None, at=later, account=officer, since=AT)
    assert not sleep_account(by=None, at=later, account=officer, since=AT + timedelta(days=1)).is_active
    assert wake_account(by=security, at=later, account=officer).is_active
    with pytest.raises(Refused, match="近期使用过"):
        sleep_account(by=None, at=later, account=officer, since=later - timedelta(days=90))


def test_the_only_holder_of_an_office_never_sleeps() -> None:
    city = authority()
    admin, security = account("shaoyifan", "system_admin", over=city), account("kejingyi", "security_admin", over=city)
    with pytest.raises(Refused, match="唯一可用的安全保密管理员"):
        stop_account(by=admin, at=AT, account=security)
    account("other", "security_admin", over=city)
    assert not stop_account(by=admin, at=AT, account=security).is_active
