"""The action decorator: no act without the permission, none without its journal line, none half done."""

from datetime import datetime

import pytest
from django.db import DatabaseError, connection, transaction

from quanheng.access.actions.action import VERBS, action
from quanheng.access.actions.guard import as_owner
from quanheng.access.actions.scope import as_system
from quanheng.access.models import Account, AccountRequest, Authority, JournalEntry
from quanheng.access.queries.journal import first_broken
from quanheng.access.tests.factories import AT, ON, account, authority
from quanheng.kernel.refusals import Refused

pytestmark = pytest.mark.django_db


@action("test.rename", label="改名", permission="access.grants", of=lambda given: given["target"].path, keeps=("name",))
def rename(*, by: Account, at: datetime, target: Authority, name: str, is_broken: bool = False) -> Authority:
    target.name = name
    target.save()
    if is_broken:
        raise RuntimeError("half way")
    return target


@action("test.look", label="查看", permission="access.request", of=lambda given: given["target"].path)
def look(*, by: Account, at: datetime, target: Authority, request: int) -> AccountRequest:
    return AccountRequest.objects.get(pk=request)


VERBS.pop("test.look")
VERBS.pop("test.rename")  # at once: every test is collected before the first one runs, and this is no verb of the product


def test_an_act_is_done_and_journalled() -> None:
    city = authority()
    officer = account("hezhixing", "security_admin", over=city)
    rename(by=officer, at=AT, target=city, name="云岭市委")
    entry = JournalEntry.objects.get()
    assert (entry.number, entry.by, entry.action, entry.facts) == (1, officer, "test.rename", {"name": "云岭市委"})
    assert first_broken() is None


def test_without_the_permission_nothing_happens() -> None:
    city = authority()
    stranger = account("lisi", "teller", over=city)
    with pytest.raises(Refused, match="没有“授予权限”权限"):
        rename(by=stranger, at=AT, target=city, name="x")
    assert (Authority.objects.get().name, JournalEntry.objects.count()) == ("yunling", 0)


def test_a_county_officer_may_not_act_on_the_city() -> None:
    city = authority()
    county = authority("qingshi", city)
    officer = account("liqinghe", "security_admin", over=county)
    rename(by=officer, at=AT, target=county, name="青石")
    with pytest.raises(Refused):
        rename(by=officer, at=AT, target=city, name="x")


def test_what_the_actor_does_not_see_is_not_there() -> None:
    """An account request of another is out of the officer's sight: refused in words, and nothing is done."""
    city = authority()
    officer, other = account("hezhixing", "section_chief", over=city), account("wang", "section_chief", over=city)
    asked = AccountRequest.objects.create(username="x", name="x", roles=[], authority=city, basis="x", requested_by=other, requested_at=AT)
    with pytest.raises(Refused, match="所涉对象不存在，或不在您的管理权限内"):
        look(by=officer, at=AT, target=city, request=asked.pk)
    assert JournalEntry.objects.count() == 0
    look(by=other, at=AT, target=city, request=asked.pk)
    assert JournalEntry.objects.get().subject == f"access.accountrequest:{asked.pk}"


def test_an_act_that_breaks_leaves_neither_change_nor_line() -> None:
    city = authority()
    officer = account("hezhixing", "security_admin", over=city)
    with pytest.raises(RuntimeError):
        rename(by=officer, at=AT, target=city, name="x", is_broken=True)
    assert (Authority.objects.get().name, JournalEntry.objects.count()) == ("yunling", 0)


@pytest.mark.parametrize("sql", ["UPDATE access_journalentry SET by_name = 'x'", "DELETE FROM access_journalentry"])
def test_the_database_refuses_to_change_the_journal(sql: str) -> None:
    city = authority()
    rename(by=account("hezhixing", "security_admin", over=city), at=AT, target=city, name="y")
    with pytest.raises(DatabaseError, match="permission denied"), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(sql)


@pytest.mark.django_db(transaction=True)
def test_a_changed_line_is_named() -> None:
    """The owner too is stopped by the trigger; one who switches it off is found out."""
    with as_system(on=ON):
        city = authority()
        officer = account("hezhixing", "security_admin", over=city)
    for name in ("a", "b", "c"):
        rename(by=officer, at=AT, target=city, name=name)
    change = "UPDATE access_journalentry SET by_name = 'x' WHERE number = 2"
    with as_owner(), connection.cursor() as cursor:
        with pytest.raises(DatabaseError, match="append-only"), transaction.atomic():
            cursor.execute(change)
        cursor.execute("ALTER TABLE access_journalentry DISABLE TRIGGER append_only")
        cursor.execute(change)
        cursor.execute("ALTER TABLE access_journalentry ENABLE TRIGGER append_only")
    with as_system(on=ON):
        assert first_broken() == 2


def test_positional_arguments_are_refused() -> None:
    with pytest.raises(TypeError, match="named arguments only"):
        rename("x")  # type: ignore[misc, call-arg]


def test_an_action_without_an_actor_or_with_positional_arguments_cannot_be_declared() -> None:
    with pytest.raises(TypeError, match="`by` and `at`"):
        action("test.bad", label="x", permission=None)(lambda *, name: name)
    with pytest.raises(TypeError, match="keyword-only"):
        action("test.bad", label="x", permission=None)(lambda by, at: by)


def test_a_name_is_given_once(monkeypatch: pytest.MonkeyPatch) -> None:
    def rename(*, by: Account, at: datetime) -> None: ...

    monkeypatch.setattr("quanheng.access.actions.action.VERBS", {})
    action("test.twice", label="改名", permission=None)(rename)
    with pytest.raises(ValueError, match=r"two actions are called test\.twice"):
        action("test.twice", label="改名", permission=None)(rename)
