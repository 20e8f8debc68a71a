"""A house with keys for tests: the shares of its recovery key, holders, what they open. Passwords cost little here."""

from datetime import date

from django.test import Client

from quanheng.access.actions.account_keys import make_account_key, open_account_key
from quanheng.access.actions.key_grants import give_keys
from quanheng.access.actions.node_keys import found_keys
from quanheng.access.actions.open_keys import COOKIE, handed_out, keep_open
from quanheng.access.actions.recover_keys import ring_of_shares
from quanheng.access.core.key_tree import Ring
from quanheng.access.core.password_key import Cost
from quanheng.access.core.shares import Share
from quanheng.access.models import Account, Authority, Grant
from quanheng.access.queries.keys import ring_of
from quanheng.access.tests.factories import AT, ON
from quanheng.web.screens import clock

PASSWORD = "correct horse battery"
CHEAP = Cost(memory_kib=32, passes=1, lanes=1)


def house() -> list[Share]:
    """The recovery key; two of the shares returned open everything."""
    return found_keys(by=None, at=AT)


def keyed(account: Account) -> Account:
    """The account with a pair of keys under PASSWORD."""
    make_account_key(account, PASSWORD, cost=CHEAP)
    return account


def holder(username: str, over: Authority, shares: list[Share], *, role: str = "officer") -> Account:
    """An account with a role that reads what is sealed, handed the key of the authority."""
    made = Account.objects.create(username=username, name=username, created_at=AT)
    given(keyed(made), over, shares, role=role)
    return made


def given(account: Account, over: Authority, shares: list[Share], *, role: str = "officer") -> Grant:
    grant = Grant.objects.create(account=account, role=role, authority=over, from_on=date(2020, 1, 1))
    give_keys(grant, ring=ring_of_shares(shares[:2]), by=None, at=AT)
    return grant


def ring(account: Account) -> Ring:
    """What the account opens on the day, after typing its password."""
    return ring_of(account, open_account_key(account.account_key, PASSWORD), on=ON)


def unlock(client: Client, account: Account) -> Client:
    """The client's browser with the account's key open, as after signing in with PASSWORD."""
    session = client.session
    assert keep_open(session, account=account, password=PASSWORD)
    client.cookies[COOKIE] = str(handed_out(session, at=clock.now()))
    session.save()
    return client


def equip(account: Account, shares: list[Share]) -> Account:
    """An account that has its roles already: a pair under PASSWORD and the keys its roles come with."""
    keyed(account)
    for grant in account.grants.all():
        give_keys(grant, ring=ring_of_shares(shares[:2]), by=None, at=AT)
    return account
